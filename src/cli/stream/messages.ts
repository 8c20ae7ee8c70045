import {oneEdit} from '../../report/shared/one-edit.js'
import type {Finding} from '../../result.js'
import type {Edit} from '../../rules/define-rule.js'
import {LineIndex, type Span} from '../../tree/index.js'
import type {FieldSpan, RecordDraft} from './draft.js'
import {isBodyField} from './fields.js'

/** As ESLint tells a message, with the field that it speaks of. Places count in the field's text. */
export interface RecordMessage {
  readonly ruleId: string
  readonly severity: 1 | 2
  readonly message: string
  readonly field: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** UTF-16 units before it, and up to its end. */
  readonly start: number
  readonly end: number
  readonly fix?: {readonly range: readonly [number, number]; readonly text: string}
}

export function messagesOf(findings: readonly Finding[], draft: RecordDraft): RecordMessage[] {
  const lines = new Map<FieldSpan, LineIndex>()
  return findings.map((finding) => {
    const field = fieldAt(finding.start, draft.fields)
    const index = lines.get(field) ?? new LineIndex(field.text)
    lines.set(field, index)
    return messageOf(finding, field, index, draft)
  })
}

function messageOf(finding: Finding, field: FieldSpan, lines: LineIndex, draft: RecordDraft): RecordMessage {
  const {start, end} = inField(finding, field, draft.source)
  const [from, to] = [lines.pointAt(start), lines.pointAt(end)]
  const safe = finding.fixes.find(({grade}) => grade === 'safe')
  const fix = safe && fixOf(safe.edits, field, draft)
  return {
    ruleId: finding.ruleId,
    severity: finding.severity === 'error' ? 2 : 1,
    message: finding.message,
    field: field.field,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    start,
    end,
    ...(fix && {fix})
  }
}

/** The field in which an offset lies, or the one that what was composed before it belongs to. */
function fieldAt(offset: number, fields: readonly FieldSpan[]): FieldSpan {
  return (fields.find(({end}) => offset <= end) ?? fields.at(-1)) as FieldSpan
}

/** What lies beside the field (the name of an empty header) has its place at the field's end or beginning. */
function inField({start, end}: Span, field: FieldSpan, source: string): Span {
  const from = Math.min(Math.max(start, field.start), field.end)
  const to = Math.min(Math.max(end, from), field.end)
  return {start: offsetIn(from, field, source), end: offsetIn(to, field, source)}
}

function offsetIn(offset: number, {start, quotesDoubled}: FieldSpan, source: string): number {
  if (!quotesDoubled) return offset - start
  return source.slice(start, offset).replaceAll("''", "'").length
}

/** An edit is told where it is one of this field alone, and its text is written there as it is. */
function fixOf(edits: readonly Edit[], field: FieldSpan, {source}: RecordDraft): RecordMessage['fix'] {
  const {start, end, text} = oneEdit(edits, source)
  const isInside = start >= field.start && end <= field.end
  const isCoded = field.quotesDoubled || (!isBodyField(field.field) && text.includes('=?'))
  return isInside && !isCoded ? {range: [start - field.start, end - field.start], text} : undefined
}
