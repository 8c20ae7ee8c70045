import type {Finding, Severity} from './result.js'
import type {Fix, Problem} from './rules/define-rule.js'
import type {CodedSpan, Email, LineIndex, Place, SourceSpan} from './tree/index.js'

/** Gives a rule's problem its place in the file. */
export function findingOf(
  ruleId: string,
  severity: Severity,
  problem: Problem,
  email: Email,
  lines: LineIndex,
  fixes: readonly Fix[] = []
): Finding {
  const span = spanOf(problem.at)
  const from = lines.pointAt(span.start)
  const to = lines.pointAt(span.end)
  return {
    ruleId,
    severity,
    message: span.exact
      ? problem.message
      : `${problem.message} (The words are encoded here, so the mark covers more than them.)`,
    start: span.start,
    end: span.end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text: textOf(problem.at, email),
    exact: span.exact,
    fixes,
    ...(problem.detail ? {detail: problem.detail} : {}),
    ...(problem.missing ? {missing: true} : {})
  }
}

function isPlace(at: Place | CodedSpan): at is Place {
  return 'text' in at
}

function spanOf(at: Place | CodedSpan): SourceSpan {
  return isPlace(at)
    ? at.text.toSource(at.start, at.end)
    : {start: at.start, end: at.end, exact: at.coded?.exact ?? true}
}

function textOf(at: Place | CodedSpan, email: Email): string {
  return isPlace(at) ? at.text.value.slice(at.start, at.end) : (at.coded?.text ?? email.source.slice(at.start, at.end))
}

/** In the order of the file; the more severe first where two begin at the same place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.ruleId < b.ruleId ? -1 : 1)
  )
}

const severities: readonly Severity[] = ['error', 'warn']
