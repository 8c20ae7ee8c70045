import type {Span} from '../../tree/index.js'
import type {Lines} from './lines.js'

/** A header field as it stands in the file, folds and encoded words untouched. */
export interface Field {
  readonly name: string
  readonly nameSpan: Span
  readonly value: Span
}

interface FieldBlock {
  readonly fields: readonly Field[]
  /** The line after the blank line that ends the block; past the last line where the file ends before. */
  readonly bodyLine: number
  /** Set where no blank line parts header and body: the line that is no header line. */
  readonly strayLine: number | undefined
}

const NAME = /[!-9;-~]+(?=[ \t]*:)/y
const MAILBOX_LINE = /From [^\r\n]{1,200}(?:\r\n?|\n|$)/y
const BLANK = /[ \t\r\n]/

/** Reads header fields (RFC 5322 section 2.2) from line `first` up to a blank line or a line that is no header line. */
export function readFields(source: string, lines: Lines, first: number): FieldBlock {
  const fields: Field[] = []
  let line = isMailboxLine(source, lines, first) ? first + 1 : first
  while (line < lines.starts.length) {
    const start = lines.starts[line] ?? 0
    if (start === lines.ends[line]) return {fields, bodyLine: line + 1, strayLine: undefined}
    NAME.lastIndex = start
    const name = NAME.exec(source)?.[0]
    if (name === undefined) return {fields, bodyLine: line, strayLine: line}
    line = pastFolds(source, lines, line)
    fields.push(fieldAt(source, name, start, lines.ends[line - 1] ?? start))
  }
  return {fields, bodyLine: line, strayLine: undefined}
}

export function fieldValue(source: string, fields: readonly Field[], name: string): string {
  const field = fields.find((one) => one.name === name)
  return field ? source.slice(field.value.start, field.value.end).replaceAll(/[\r\n]+/g, '') : ''
}

/** The line that mbox files put before a message, https://www.rfc-editor.org/rfc/rfc4155 */
function isMailboxLine(source: string, lines: Lines, line: number): boolean {
  MAILBOX_LINE.lastIndex = lines.starts[line] ?? 0
  return line === 0 && MAILBOX_LINE.test(source)
}

function pastFolds(source: string, lines: Lines, line: number): number {
  let next = line + 1
  while (source[lines.starts[next] ?? source.length] === ' ' || source[lines.starts[next] ?? source.length] === '\t')
    next++
  return next
}

function fieldAt(source: string, name: string, start: number, end: number): Field {
  const nameEnd = start + name.length
  const value = {start: source.indexOf(':', nameEnd) + 1, end}
  while (value.end > value.start && BLANK.test(source.charAt(value.end - 1))) value.end--
  while (value.start < value.end && BLANK.test(source.charAt(value.start))) value.start++
  return {name: name.toLowerCase(), nameSpan: {start, end: nameEnd}, value}
}
