import type {Edit} from '../../rules/define-rule.js'
import type {Coding, Email, MappedText, Place, SourceSpan, Span} from '../../tree/index.js'
import {encoded} from './encode.js'

/** The text that the body was read from, its markup included: the file, or the decoded part of a message. */
export interface BodyContent {
  readonly value: string
  readonly markup: 'markdown' | 'text' | 'html'
  readonly email: Email
  /** Of a part of a message; undefined where the content is the file. */
  readonly part: {readonly text: MappedText; readonly coding: Coding} | undefined
}

/** Undefined where nothing can be written: in base64, or in a body that was read from several parts. */
export function contentOfBody(email: Email): BodyContent | undefined {
  if (email.format !== 'eml') return {value: email.source, markup: email.format, email, part: undefined}
  const {coding, body} = email
  const text = body.text.origin
  if (!coding || !text || coding.transfer === 'base64') return undefined
  return {value: text.value, markup: coding.markup, email, part: {text, coding}}
}

/** Where a place of the body stands in the content. */
export function inContent({email}: BodyContent, {text, start, end}: Place): SourceSpan | undefined {
  return text === email.body.text ? text.toOrigin(start, end) : undefined
}

/**
 * Puts a text in place of a span of the content.
 * @param text as the content writes it, markup and all; line ends are `\n`
 * @returns nothing where the file can't hold it
 */
export function editOf(content: BodyContent, span: Span, text: string): Edit | undefined {
  const {part, email} = content
  if (!part) return {start: span.start, end: span.end, text}
  const at = inFile(part.text, span)
  if (!at.exact) return undefined
  const written = encoded(text, part.coding, {source: email.source, start: at.start, end: at.end, part: content.value})
  return written === undefined ? undefined : {start: at.start, end: at.end, text: written}
}

/** An insertion stands right behind the character before it, before a soft line break that may follow. */
function inFile(text: MappedText, {start, end}: Span): SourceSpan {
  if (end > start || start === 0) return text.toSource(start, end)
  const before = text.toSource(start - 1, start)
  return {start: before.end, end: before.end, exact: before.exact}
}

/** Where a span of the file stands in the content; undefined where it does not stand there exactly. */
export function fromFile({part}: BodyContent, span: Span): Span | undefined {
  if (!part) return {start: span.start, end: span.end}
  const {text} = part
  const start = offsetIn(text, span.start)
  const end = offsetIn(text, span.end - 1) + 1
  const back = text.toSource(start, end)
  return back.exact && back.start === span.start && back.end === span.end ? {start, end} : undefined
}

function offsetIn(text: MappedText, at: number): number {
  let low = 0
  let high = text.value.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (text.toSource(middle, middle + 1).start <= at) low = middle
    else high = middle - 1
  }
  return low
}
