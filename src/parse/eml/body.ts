import type {Coding, MappedText, Notice, Span} from '../../tree/index.js'
import {ByteReader} from './byte-reader.js'
import {charsetNamed, isWide, needsDecoding} from './charset.js'
import {fieldValue} from './fields.js'
import {unflow} from './flowed.js'
import type {Leaf} from './multipart.js'
import {readParameters} from './parameters.js'
import {type Coded, readBase64, readPlain, readQuotedPrintable} from './transfer.js'
import {TextWriter} from './writer.js'

/** Labels that promise less than the text may hold, or nothing: then the bytes tell. */
const NO_LABEL = new Set(['', 'us-ascii', 'ascii', 'unknown-8bit', 'x-unknown', 'default'])
const AS_IT_STANDS = new Set(['', '7bit', '8bit', 'binary'])

/** Decodes the text of a part: transfer encoding, charset, line ends, format=flowed. */
export function decodeBody(leaf: Leaf, source: string, bytes: boolean, notices: Notice[]) {
  const coding = readParameters(fieldValue(source, leaf.fields, 'content-transfer-encoding')).value
  const known = AS_IT_STANDS.has(coding) || coding === 'base64' || coding === 'quoted-printable'
  if (!known) {
    notices.push({...placeOf(leaf, 'content-transfer-encoding'), message: unknownCoding(coding)})
  }
  const charset = charsetOf(leaf, notices)
  const range = {source, bytes, ...leaf.body}
  const decoded = transferred(range, coding, charset, notices)
  const {parameters} = leaf.type
  const isFlowed = leaf.type.value === 'text/plain' && parameters.get('format')?.toLowerCase() === 'flowed'
  const text = isFlowed ? unflow(decoded.text, parameters.get('delsp')?.toLowerCase() === 'yes') : decoded.text
  const transfer: Coding['transfer'] = coding === 'base64' || coding === 'quoted-printable' ? coding : 'none'
  return {text, charset: decoded.charset, coding: {transfer, charset: decoded.charset, bytes, flowed: isFlowed}}
}

function transferred(range: Coded, coding: string, charset: string | undefined, notices: Notice[]) {
  const writer = new TextWriter()
  const isCoded = coding === 'base64' || coding === 'quoted-printable'
  if (!isCoded && !range.bytes && !(charset && needsDecoding(charset))) {
    writer.verbatim(range.source.slice(range.start, range.end), range.start)
    return {text: writer.build(range.start), charset: 'utf-8'}
  }
  // Lines of UTF-16 are no lines of a message, so as it stands the label cannot be true (RFC 2781 section 4).
  const honest = charset && !isCoded && isWide(charset) ? undefined : charset
  const reader = new ByteReader(range.source, writer, honest, coding === 'base64' ? 'shared' : 'coded')
  if (coding === 'base64') noteForeign(readBase64(range, reader), notices)
  else if (coding === 'quoted-printable') readQuotedPrintable(range, reader)
  else readPlain(range, reader)
  reader.flush()
  const text = writer.build(range.start)
  noteBroken(text, reader.used, notices)
  return {text, charset: reader.used}
}

function noteBroken(text: MappedText, charset: string, notices: Notice[]): void {
  const at = text.value.indexOf('\uFFFD')
  if (at === -1) return
  const {start, end} = text.toSource(at, at + 1)
  const message = `The text is broken from here on or says the wrong charset: this is no ${charset}. Save it anew, best as utf-8.`
  notices.push({start, end, message})
}

/** undefined where the bytes have to tell. */
function charsetOf(leaf: Leaf, notices: Notice[]): string | undefined {
  const label = leaf.type.parameters.get('charset')?.trim().toLowerCase() ?? ''
  if (NO_LABEL.has(label)) return undefined
  const charset = charsetNamed(label)
  if (charset === undefined) notices.push({...placeOf(leaf, 'content-type'), message: unknownCharset(label)})
  return charset
}

function noteForeign(at: number, notices: Notice[]): void {
  if (at === -1) return
  const message =
    'This base64 text holds characters that base64 does not have, so what was read may not be what was meant.'
  notices.push({start: at, end: at + 1, message})
}

function placeOf(leaf: Leaf, name: string): Span {
  return leaf.fields.find((field) => field.name === name)?.value ?? leaf.body
}

function unknownCharset(label: string): string {
  return `No charset is called "${label.slice(0, 60)}", so the text was read as what it looks like. Name a real one, best utf-8.`
}

function unknownCoding(coding: string): string {
  return `The transfer encoding "${coding.slice(0, 60)}" is unknown, so the text was read as it stands.`
}
