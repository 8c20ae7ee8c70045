import {MappedText, TextBuilder} from '../../tree/index.js'
import {ByteReader} from './byte-reader.js'
import {charsetNamed} from './charset.js'
import {type Coded, readBase64, readQ} from './transfer.js'
import {TextWriter} from './writer.js'

/** RFC 2047 section 2; a language after `*` in the charset is RFC 2231 section 5. */
const WORD = /=\?([^?*\s]{1,60})(?:\*[^?*\s]{0,60})?\?([QqBb])\?([^?\r\n]*)\?=/g
/** What tells that a value does not stand as it reads. */
const CODED = /=\?|[\r\n\uFEFF]/
const CODED_BYTES = /=\?|[\r\n\x80-\xFF]/
const FOLD = /[\r\n]+[ \t]*/g

/**
 * Decodes a header value: joins encoded words, makes a fold one space, trims what comes out.
 * @param otherwise the charset of raw bytes that are no UTF-8
 */
export function decodeValue(value: Coded, otherwise?: string): MappedText {
  const raw = value.source.slice(value.start, value.end)
  const coded = value.bytes ? CODED_BYTES : CODED
  if (!coded.test(raw)) return MappedText.slice(value.source, value.start, value.end)
  const writer = new TextWriter()
  let reader = new ByteReader(value.source, writer, undefined, 'coded')
  let [at, afterWord] = [0, false]
  for (const word of raw.matchAll(WORD)) {
    const between = raw.slice(at, word.index)
    if (!afterWord || between.trim() !== '') {
      reader.flush()
      readLiteral({...value, start: value.start + at, end: value.start + word.index}, writer, otherwise)
    }
    reader = readerFor(word, reader, value.source, writer)
    readWord(word, value, reader)
    at = word.index + word[0].length
    afterWord = true
  }
  reader.flush()
  readLiteral({...value, start: value.start + at}, writer, otherwise)
  return trimmed(writer.build(value.start))
}

/** Neighbouring words go to one reader, for a character may be split over two of them. */
function readerFor(word: RegExpMatchArray, last: ByteReader, source: string, writer: TextWriter): ByteReader {
  const charset = charsetNamed(word[1] ?? '')
  const kind = word[2]?.toLowerCase() === 'b' ? 'shared' : 'coded'
  if (last.charset === charset && last.kind === kind) return last
  last.flush()
  return new ByteReader(source, writer, charset, kind)
}

function readWord(word: RegExpMatchArray, value: Coded, reader: ByteReader): void {
  const end = value.start + (word.index ?? 0) + word[0].length - 2
  const coded = {...value, start: end - (word[3] ?? '').length, end}
  if (reader.kind === 'shared') readBase64(coded, reader)
  else readQ(coded, reader)
}

function readLiteral(range: Coded, writer: TextWriter, otherwise: string | undefined): void {
  const reader = new ByteReader(range.source, writer, undefined, 'coded', otherwise)
  let at = range.start
  for (const fold of range.source.slice(range.start, range.end).matchAll(FOLD)) {
    const end = range.start + fold.index
    const foldStart = blanksBefore(range.source, at, end)
    readStretch({...range, start: at, end: foldStart}, reader)
    reader.flush()
    at = end + fold[0].length
    writer.coded(' ', foldStart, at, 'coded')
  }
  readStretch({...range, start: at}, reader)
  reader.flush()
}

function blanksBefore(source: string, start: number, end: number): number {
  let at = end
  while (at > start && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--
  return at
}

function readStretch({source, start, end, bytes}: Coded, reader: ByteReader): void {
  if (!bytes) reader.text(source.slice(start, end), start)
  else for (let at = start; at < end; at++) reader.byte(source.charCodeAt(at), at, at + 1)
}

function trimmed(text: MappedText): MappedText {
  const value = text.value.trim()
  if (value.length === text.value.length) return text
  const builder = new TextBuilder()
  builder.verbatim(value, text.value.indexOf(value))
  return builder.build(0, text)
}
