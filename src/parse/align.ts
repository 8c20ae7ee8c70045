import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** Takes the characters of a text one run after the other, with the place each run has in its origin. */
export interface TextSink {
  verbatim(text: string, from: number): void
  coded(text: string, from: number, to: number): void
}

/** Reads a coded piece at `raw[at]`: what it stands for and how many characters it takes. */
export type Decoder = (raw: string, at: number) => {readonly text: string; readonly length: number} | undefined

const reference = /&(?:#[xX][0-9a-fA-F]{1,8}|#\d{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?/y

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

function numeric(body: string): string {
  const hexadecimal = body[1] === 'x' || body[1] === 'X'
  const code = Number.parseInt(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(new Uint8Array([code]))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '�'
}

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
export const backslashEscape: Decoder = (raw, at) => {
  const next = raw[at + 1]
  return raw[at] === '\\' && next && /[!-/:-@[-`{-~]/.test(next) ? {text: next, length: 2} : undefined
}

const blank = /[ \t\r\n]*/y
const quoteMarks = /(?:[ \t]*>?)*/y

/** A line end, with the blanks around it and the `>` marks that quotations repeat on every line. */
export const lineEnd: Decoder = (raw, at) => {
  const found = /[ \t]*(?:\r\n|\n|\r)/y
  found.lastIndex = at
  const end = found.exec(raw)
  if (!end) return undefined
  quoteMarks.lastIndex = found.lastIndex
  quoteMarks.exec(raw)
  return {text: '\n', length: quoteMarks.lastIndex - at}
}

/** A folded line of YAML or of a mail header: the line end and the indentation stand for one space. */
export const fold: Decoder = (raw, at) => {
  if (!/[ \t\r\n]/.test(raw[at] ?? '')) return undefined
  blank.lastIndex = at
  const run = blank.exec(raw)?.[0] ?? ''
  const lines = run.split(/\r\n|\n|\r/).length - 1
  if (lines === 0) return undefined
  return {text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), length: run.length}
}

/**
 * Walks the raw characters of a text beside its value and tells the sink which of them say what.
 * A piece that none of the decoders explains makes the rest of the text one coded piece.
 */
export function align(
  raw: string,
  from: number,
  value: string,
  sink: TextSink,
  decoders: readonly Decoder[],
  special: RegExp
): void {
  if (raw === value) return sink.verbatim(value, from)
  let i = 0
  let j = 0
  while (j < value.length) {
    const run = plainRun(raw, i, value, j, special)
    if (run > 0) {
      sink.verbatim(value.slice(j, j + run), from + i)
      i += run
      j += run
      continue
    }
    const piece = decodeAt(raw, i, value, j, decoders)
    if (piece) {
      sink.coded(piece.text, from + i, from + i + piece.length)
      i += piece.length
      j += piece.text.length
    } else if (raw[i] === value[j]) {
      sink.verbatim(value[j] as string, from + i)
      i++
      j++
    } else {
      sink.coded(value.slice(j), from + i, from + Math.max(i, raw.length))
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

function decodeAt(raw: string, i: number, value: string, j: number, decoders: readonly Decoder[]) {
  for (const decode of decoders) {
    const piece = decode(raw, i)
    if (piece && piece.text.length > 0 && value.startsWith(piece.text, j)) return piece
  }
  return undefined
}
