import type {Result} from '../../result.js'
import type {RecordDraft} from './draft.js'
import type {Frame} from './frames.js'
import {messagesOf} from './messages.js'
import type {Stamp} from './stamp.js'

/** Writes answers: a JSON object a line, one for each record. */
export class Answers {
  private readonly tail: string

  constructor(stamp: Stamp) {
    this.tail = `,"coldread":${JSON.stringify(stamp)}}\n`
  }

  judged(id: string | undefined, frame: Frame, {findings, suppressed}: Result, draft: RecordDraft): string {
    const messages = messagesOf(findings, draft)
    const errors = messages.filter(({severity}) => severity === 2).length
    const counts = `"errorCount":${errors},"warningCount":${messages.length - errors},"suppressedCount":${suppressed.length}`
    return `${head(id, frame)},${counts},"messages":${JSON.stringify(messages)}${this.tail}`
  }

  failed(id: string | undefined, frame: Frame, why: string): string {
    return `${head(id, frame)},"error":${JSON.stringify(why)}${this.tail}`
  }
}

/** @param id as JSON; `offset` is where the next record begins, for `--from-offset` */
function head(id: string | undefined, {line, end}: Frame): string {
  return `{${id === undefined ? '' : `"id":${id},`}"line":${line},"offset":${end}`
}
