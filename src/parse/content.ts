import {dialects} from '../generated/dialects.js'
import type {CodedSpan, MappedText, Span, Token} from '../tree/index.js'
import {type MaskKind, mask, readMask} from './mask.js'
import {findTokens} from './tokens/index.js'

/** A text about to be parsed: the file itself or a decoded part of it. Offsets count in `value`. */
export interface Content {
  readonly value: string
  /** As long as `value`; merge tags and hidden spintax are private-use characters in it. */
  readonly masked: string
  /** What `value` was decoded from; undefined where it is the file. */
  readonly origin: MappedText | undefined
  readonly tokens: readonly Token[]
  readonly dialect: string | undefined
}

export function contentOf(text: string | MappedText, dialect: string | undefined): Content {
  const value = typeof text === 'string' ? text : text.value
  const origin = typeof text === 'string' ? undefined : text
  const given = dialect === undefined ? undefined : dialects[dialect]
  const found = findTokens(value, given, dialects)
  return {value, masked: mask(value, found.tokens), origin, tokens: found.tokens, dialect: dialect ?? found.dialect}
}

/** The span in the file of offsets in the content. */
export function inFile(content: Content, span: Span): CodedSpan {
  if (!content.origin) return {start: span.start, end: span.end}
  const {start, end, exact} = content.origin.toSource(span.start, span.end)
  return {start, end, coded: {text: content.value.slice(span.start, span.end), exact}}
}

/** The tokens with offsets in the file. */
export function tokensInFile(content: Content): readonly Token[] {
  if (!content.origin) return content.tokens
  return content.tokens.map((token) => ({
    ...token,
    ...inFile(content, token),
    ...(token.alternatives ? {alternatives: token.alternatives.map((span) => inFile(content, span))} : {})
  }))
}

/** Parts a masked text into runs of plain characters, of merge tags and of what is hidden. */
export function* maskRuns(masked: string): Generator<Span & {readonly mark: MaskKind}> {
  let start = 0
  while (start < masked.length) {
    const mark = readMask(masked[start] as string)
    let end = start + 1
    while (end < masked.length && readMask(masked[end] as string) === mark) end++
    yield {start, end, mark}
    start = end
  }
}
