import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {rewrite} from '../fix/rewrite.js'
import {rules} from '../generated/rules.js'
import {rulesOn, settle} from '../lint.js'
import type {Finding, Result} from '../result.js'
import type {Evidence} from '../rules/define-rule.js'
import {allRules} from '../suppress/index.js'
import type {Email} from '../tree/index.js'
import {runOf} from './run.js'

declare module 'vfile' {
  interface DataMap {
    /** What Coldread's last stage leaves: the findings as `lint` gives them, and those that directives switched off. */
    coldread: Result
  }
}

/**
 * Last stage: follows the draft's directives, then turns what the rules found into messages of the file, in its order.
 * An error is `fatal`, a warning is not. Compiles to the draft as it was, unless another plugin compiles.
 */
export const coldreadMessages: Plugin<[], Email> = function () {
  this.compiler ??= (_, file) => file.value
  return (email, file) => {
    const {found, asked, settings, lines} = runOf(email)
    const wereAll = rulesOn(settings).every((id) => asked.includes(id))
    const result = settle(found, wereAll ? [...asked, allRules] : asked, email, settings, lines)
    file.data.coldread = result
    for (const finding of result.findings) tell(finding, email, file)
  }
}

function tell(finding: Finding, email: Email, file: VFile): void {
  const {ruleId, severity, message: reason, line, column, endLine, endColumn, start, end} = finding
  const place = {
    start: {line, column, offset: start},
    end: {line: endLine, column: endColumn, offset: end}
  }
  const message = file.message(reason, {place, ruleId, source: 'coldread'})
  message.fatal = severity === 'error'
  const {evidence = [], summary} = rules[ruleId] ?? {}
  const note = [summary, ...evidence.map(evidenceLine), ...(finding.detail ?? [])]
  if (summary) message.note = note.join('\n')
  const url = evidence.find((each) => each.url && !each.against)?.url
  if (url) message.url = url
  const instead = replacements(finding, email.source)
  if (instead.length > 0) {
    message.actual = email.source.slice(start, end)
    message.expected = instead
  }
}

function evidenceLine({kind, says, source, against}: Evidence): string {
  return `${kind}${against ? ', against this rule' : ''}: ${says} (${source})`
}

/** What could stand at the finding's place, for fixes that change nothing outside of it. */
function replacements({fixes, start, end}: Finding, source: string): string[] {
  const inside = fixes.filter(({edits}) => edits.every((edit) => edit.start >= start && edit.end <= end))
  return inside.map(({edits}) =>
    rewrite(
      source.slice(start, end),
      edits.toSorted((a, b) => a.start - b.start),
      start
    )
  )
}
