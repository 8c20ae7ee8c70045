import {formatOf} from '../../format-of.js'
import {lint} from '../../lint.js'
import type {Totals} from '../../report/shared/define-reporter.js'
import type {Result} from '../../result.js'
import {reasonOf} from '../failures.js'
import type {Session} from '../session.js'
import {Answers} from './answers.js'
import {compose} from './compose.js'
import type {Frame} from './frames.js'
import type {ReadRecord} from './reader.js'
import {RecordError} from './record-error.js'
import {stampOf} from './stamp.js'

/** Answers one record; never rejects. */
export type Judge = (record: ReadRecord, frame: Frame) => Promise<string>

/** @param file the name that the stream has for the configuration */
export function judgeOf(session: Session, file: string, quiet: boolean, totals: Totals): Judge {
  const answers = new Answers(stampOf(session, file))
  const settings = session.settingsFor(file)
  const otherwise = session.formatAs ?? formatOf(file)
  return async ({id, fields}, frame) => {
    try {
      if (fields instanceof RecordError) throw fields
      const draft = compose(fields, otherwise)
      const result = count(await lint(draft.source, {format: draft.format, settings}), quiet, totals)
      return answers.judged(id, frame, result, draft)
    } catch (error) {
      totals.failed += 1
      const isBad = error instanceof RecordError
      const why = isBad
        ? error.message
        : `coldread failed on this record, which is a fault of its own: ${reasonOf(error)}`
      return answers.failed(id, frame, why)
    }
  }
}

function count(result: Result, quiet: boolean, totals: Totals): Result {
  const errors = result.findings.filter(({severity}) => severity === 'error')
  totals.drafts += 1
  totals.errors += errors.length
  totals.warnings += result.findings.length - errors.length
  return quiet ? {...result, findings: errors} : result
}
