import type {Span} from '../../tree/index.js'
import type {ByteReader} from './byte-reader.js'

/** What a transfer encoding reads: a range of the file, whose characters above 127 are text or bytes. */
export interface Coded extends Span {
  readonly source: string
  readonly bytes: boolean
}

const HEX_PAIR = /[0-9A-Fa-f]{2}/y
const PADDED_BREAK = /[ \t]*(?:\r\n?|\n|$)/y
const NOT_BASE64 = 255
const BASE64 = base64Values()

/** 7bit, 8bit and binary: as it stands. */
export function readPlain({source, start, end, bytes}: Coded, reader: ByteReader): void {
  for (let at = start; at < end; ) at = readCharacter(source, at, end, bytes, reader)
}

/** RFC 2045 section 6.7. */
export function readQuotedPrintable({source, start, end, bytes}: Coded, reader: ByteReader): void {
  let at = start
  while (at < end) {
    const character = source[at]
    if (character === '=') at = readEscape(source, at, end, reader)
    else if (character === ' ' || character === '\t') at = readBlanks(source, at, end, reader)
    else at = readCharacter(source, at, end, bytes, reader)
  }
}

/** The Q encoding of RFC 2047 section 4.2. */
export function readQ({source, start, end, bytes}: Coded, reader: ByteReader): void {
  let at = start
  while (at < end) {
    if (source[at] === '=') at = readEscape(source, at, end, reader)
    else if (source[at] === '_') reader.byte(0x20, at, ++at)
    else at = readCharacter(source, at, end, bytes, reader)
  }
}

/** RFC 2045 section 6.8. Gives the offset of the first character that has no business there, or -1. */
export function readBase64({source, start, end}: Coded, reader: ByteReader): number {
  let foreign = -1
  let [bits, count, first, last] = [0, 0, 0, 0]
  const flush = (to: number) => {
    const spare = count === 4 ? 0 : (4 - count) * 6
    for (let byte = 0; byte < count - 1; byte++) reader.byte(((bits << spare) >> (16 - 8 * byte)) & 255, first, to)
    count = bits = 0
  }
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    const value = BASE64[code] ?? NOT_BASE64
    if (value !== NOT_BASE64) {
      if (count === 0) first = at
      last = at + 1
      bits = (bits << 6) | value
      if (++count === 4) flush(last)
    } else if (code === 0x3d) flush(padEnd(source, at, count))
    else if (code > 0x20 && foreign === -1) foreign = at
  }
  flush(last)
  return foreign
}

/** A last byte that stands alone is followed by two signs of padding. */
function padEnd(source: string, at: number, count: number): number {
  return count === 2 && source[at + 1] === '=' ? at + 2 : at + 1
}

function readCharacter(source: string, at: number, end: number, bytes: boolean, reader: ByteReader): number {
  const code = source.charCodeAt(at)
  if (bytes || code < 0x80) {
    reader.byte(code & 255, at, at + 1)
    return at + 1
  }
  let next = at + 1
  while (next < end && source.charCodeAt(next) >= 0x80) next++
  reader.text(source.slice(at, next), at)
  return next
}

function readEscape(source: string, at: number, end: number, reader: ByteReader): number {
  HEX_PAIR.lastIndex = at + 1
  if (at + 3 <= end && HEX_PAIR.test(source)) {
    reader.byte(Number.parseInt(source.slice(at + 1, at + 3), 16), at, at + 3)
    return at + 3
  }
  const after = pastBreak(source, at + 1, end)
  if (after === -1) reader.byte(0x3d, at, at + 1)
  return after === -1 ? at + 1 : after
}

/** Blanks before a line end were put there on the way and go, RFC 2045 section 6.7 rule 3. */
function readBlanks(source: string, at: number, end: number, reader: ByteReader): number {
  let next = at
  while (next < end && (source[next] === ' ' || source[next] === '\t')) next++
  if (next === end || source[next] === '\r' || source[next] === '\n') return next
  for (let blank = at; blank < next; blank++) reader.byte(source.charCodeAt(blank), blank, blank + 1)
  return next
}

/** The offset behind a line break and blanks before it, or -1; the end of the part is a break too. */
function pastBreak(source: string, at: number, end: number): number {
  if (at >= end) return end
  PADDED_BREAK.lastIndex = at
  if (PADDED_BREAK.test(source)) return Math.min(PADDED_BREAK.lastIndex, end)
  return -1
}

function base64Values(): Uint8Array {
  const values = new Uint8Array(128).fill(NOT_BASE64)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value
  return values
}
