import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** Takes the characters of a text one run after the other, with the place each run has in its origin. */
export interface TextSink {
  verbatim(text: string, from: number): void
  coded(text: string, from: number, to: number): void
}

export interface Decoded {
  readonly text: string
  readonly length: number
}

/** Reads a coded piece at `raw[at]`: what it stands for (nothing, perhaps) and how many characters it takes. */
export type Decoder = (raw: string, at: number) => Decoded | undefined

/** How a kind of text is written. */
export interface Notation {
  readonly decoders: readonly Decoder[]
  /** The characters at which a decoder may find something, though the value has the same character. */
  readonly special: RegExp
}

const reference = /&(?:#[xX][0-9a-fA-F]{1,40}|#\d{1,40}|[A-Za-z][A-Za-z0-9]{1,31});?/y

/** https://html.spec.whatwg.org/multipage/named-characters.html, older names also without the semicolon. */
export const characterReference: Decoder = (raw, at) => {
  if (raw[at] !== '&') return undefined
  reference.lastIndex = at
  const found = reference.exec(raw)?.[0]
  if (!found) return undefined
  const body = found.endsWith(';') ? found.slice(1, -1) : found.slice(1)
  if (body.startsWith('#')) return {text: numeric(body), length: found.length}
  for (let length = body.length; length > 1; length--) {
    const text = decodeNamedCharacterReference(body.slice(0, length))
    if (text) return {text, length: length === body.length ? found.length : length + 1}
  }
  return undefined
}

/** What HTML reads for the numbers from 0x80: a TextDecoder for windows-1252 is wrong here in Node 20. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

function numeric(body: string): string {
  const hexadecimal = body[1] === 'x' || body[1] === 'X'
  const code = Number.parseInt(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? ''
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
}

/** https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references: whole names and a semicolon only. */
const strictReference: Decoder = (raw, at) => {
  if (raw[at] !== '&') return undefined
  reference.lastIndex = at
  const found = reference.exec(raw)?.[0]
  if (!found?.endsWith(';')) return undefined
  const text = found[1] === '#' ? numeric(found.slice(1, -1)) : decodeNamedCharacterReference(found.slice(1, -1))
  return text ? {text, length: found.length} : undefined
}

/** Markdown writes the replacement character for NUL and for more numbers than HTML does. */
const replaced: Decoder = (raw, at) => {
  if (raw[at] === '\0') return {text: '\uFFFD', length: 1}
  const found = strictReference(raw, at)
  return found && {text: '\uFFFD', length: found.length}
}

const nul: Decoder = (raw, at) => (raw[at] === '\0' ? {text: '', length: 1} : undefined)

/** HTML moves text out of a table to the text before it, over the tags between them. */
const tagBetween: Decoder = (raw, at) => {
  if (raw[at] !== '<') return undefined
  const tag = /<[^<>]{0,4000}>/y
  tag.lastIndex = at
  return tag.test(raw) ? {text: '', length: tag.lastIndex - at} : undefined
}

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
const backslashEscape: Decoder = (raw, at) => {
  const next = raw[at + 1]
  return raw[at] === '\\' && next && /[!-/:-@[-`{-~]/.test(next) ? {text: next, length: 2} : undefined
}

/** A line end, with the blanks around it and the `>` marks that quotations repeat on every line. */
function lineEndAs(text: string): Decoder {
  return (raw, at) => {
    const found = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/y
    found.lastIndex = at
    return found.test(raw) ? {text, length: found.lastIndex - at} : undefined
  }
}

const htmlLineEnd: Decoder = (raw, at) => {
  if (raw[at] !== '\r') return undefined
  return {text: '\n', length: raw[at + 1] === '\n' ? 2 : 1}
}

export const html: Notation = {
  decoders: [characterReference, htmlLineEnd, nul, tagBetween],
  special: /[&\r]/
}

export const markdown: Notation = {
  decoders: [strictReference, backslashEscape, lineEndAs('\r\n'), lineEndAs('\n'), lineEndAs('\r'), replaced],
  special: /[&\\\r\n]/
}

/** Between backticks nothing is escaped, and line ends are spaces. */
export const inlineCode: Notation = {decoders: [lineEndAs(' '), replaced], special: /[\r\n]/}

/**
 * Walks the raw characters of a text beside its value and tells the sink which of them say what.
 * Where the notation explains a character no more, what is left is one coded piece.
 */
export function align(raw: string, from: number, value: string, sink: TextSink, notation: Notation): void {
  if (raw === value) sink.verbatim(value, from)
  else alignPieces(raw, from, value, sink, notation)
}

function alignPieces(raw: string, from: number, value: string, sink: TextSink, {decoders, special}: Notation): void {
  let i = 0
  let j = 0
  while (j < value.length) {
    const run = plainRun(raw, i, value, j, special)
    const piece = run > 0 ? undefined : decodeAt(raw, i, value, j, decoders)
    if (piece) {
      if (piece.text) sink.coded(piece.text, from + i, from + i + piece.length)
      i += piece.length
      j += piece.text.length
    } else if (run > 0 || raw[i] === value[j]) {
      const length = Math.max(run, 1)
      sink.verbatim(value.slice(j, j + length), from + i)
      i += length
      j += length
    } else {
      sink.coded(value.slice(j), from + Math.min(i, raw.length), from + raw.length)
      return
    }
  }
}

function plainRun(raw: string, i: number, value: string, j: number, special: RegExp): number {
  let length = 0
  while (j + length < value.length && raw[i + length] === value[j + length] && !special.test(raw[i + length] as string))
    length++
  return length
}

function decodeAt(raw: string, i: number, value: string, j: number, decoders: readonly Decoder[]): Decoded | undefined {
  if (i >= raw.length) return undefined
  for (const decode of decoders) {
    const piece = decode(raw, i)
    if (piece && value.startsWith(piece.text, j)) return piece
  }
  return undefined
}
