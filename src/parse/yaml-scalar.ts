import {behindLast} from '../trim-end.js'
import {align, type Decoder, type Notation, type TextSink} from './align.js'

// https://yaml.org/spec/1.2.2/#57-escaped-characters
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029'
}

const escapeSequence: Decoder = (raw, at) => {
  if (raw[at] !== '\\') return undefined
  const code = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y
  code.lastIndex = at
  const hex = code.exec(raw)
  if (hex) {
    const number = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16)
    return {text: String.fromCodePoint(Math.min(number, 0x10ffff)), length: hex[0].length}
  }
  const joined = /\\(?:\r\n|\n|\r)[ \t]*/y
  joined.lastIndex = at
  if (joined.test(raw)) return {text: '', length: joined.lastIndex - at}
  const text = escapes[raw[at + 1] ?? '']
  return text === undefined ? undefined : {text, length: 2}
}

const doubledQuote: Decoder = (raw, at) => (raw.startsWith("''", at) ? {text: "'", length: 2} : undefined)

const blanks = /[ \t\r\n]*/y

/** The line end and the indentation of a folded line stand for one space, empty lines for line ends. */
const fold: Decoder = (raw, at) => {
  if (!/[ \t\r\n]/.test(raw[at] ?? '')) return undefined
  blanks.lastIndex = at
  const run = blanks.exec(raw)?.[0] ?? ''
  const lines = run.split(/\r\n|\n|\r/).length - 1
  if (lines === 0) return undefined
  return {text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), length: run.length}
}

/** A line end of a block scalar with the indentation that all its lines have. */
function lineEnd(indent: number): Decoder {
  return (raw, at) => {
    const found = new RegExp(`(?:\\r\\n|\\n|\\r) {0,${indent}}`, 'y')
    found.lastIndex = at
    return found.test(raw) ? {text: '\n', length: found.lastIndex - at} : undefined
  }
}

const special = /[\\'\r\n]/

/** @param raw the scalar as the YAML writes it, its quotes or `|` included; @param value what it says, trimmed */
export function alignScalar(raw: string, from: number, value: string, sink: TextSink): void {
  const quote = raw[0] === '"' || raw[0] === "'" ? raw[0] : ''
  const block = /^[|>][^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*)+/.exec(raw)?.[0]
  const skip = block?.length ?? quote.length
  const inner = raw.slice(skip, quote ? -1 : undefined)
  const lead = inner.length - inner.trimStart().length
  const notation = block === undefined ? flowNotation(quote) : blockNotation(block)
  align(inner.slice(lead).trimEnd(), from + skip + lead, value, sink, notation)
}

function flowNotation(quote: string): Notation {
  if (quote === '"') return {decoders: [escapeSequence, fold], special}
  return {decoders: quote ? [doubledQuote, fold] : [fold], special}
}

function blockNotation(lead: string): Notation {
  const indent = behindLast(lead, '\r\n').length
  return {decoders: [lineEnd(Math.min(indent, 99)), fold], special}
}
