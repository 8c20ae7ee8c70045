/** Gets decoded characters with the half-open run of bytes they were written in. */
type Emit = (text: string, start: number, end: number) => void

/** Code pages that mail programs name in ways the Encoding Standard does not list, https://encoding.spec.whatwg.org/#names-and-labels */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'utf-8-sig': 'utf-8',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp'
}

const MULTI_BYTE = new Set([
  'gbk',
  'gb18030',
  'big5',
  'euc-jp',
  'euc-kr',
  'shift_jis',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be'
])

/** Charsets in which a byte below 128 can be part of another character even where no character is open. */
const SHIFTING = new Set(['iso-2022-jp', 'utf-16le', 'utf-16be'])
const ESCAPE = 0x1b
const ESCAPE_LENGTH = 3

const ANY_UTF8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
/** Labels asked for before: making a decoder costs more than most headers do. Held small, for a message can make up any. */
const named = new Map<string, string | undefined>()
const MOST_NAMED = 200
const LONGEST_NAME = 60

/** The platform's name of a charset; undefined where it knows none. */
export function charsetNamed(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  if (name.length > LONGEST_NAME) return undefined
  if (named.has(name)) return named.get(name)
  const charset = platformName(OTHER_NAMES[name] ?? name)
  if (named.size >= MOST_NAMED) named.clear()
  named.set(name, charset)
  return charset
}

function platformName(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** What bytes without an honest label are: UTF-8 where they can be, else `otherwise`. */
export function guessCharset(bytes: Uint8Array, otherwise: string): string {
  return utf8Text(bytes) === undefined ? otherwise : 'utf-8'
}

/** Escape sequences make ASCII of another alphabet, so even a file of ASCII alone has to be decoded. */
export function needsDecoding(charset: string): boolean {
  return charset === 'iso-2022-jp'
}

export function isWide(charset: string): boolean {
  return charset.startsWith('utf-16')
}

/** Decodes bytes and tells for each character its bytes. */
export function decodeBytes(bytes: Uint8Array, charset: string, emit: Emit): void {
  const text = charset === 'utf-8' ? utf8Text(bytes) : singleByteText(bytes, charset)
  if (text === undefined) decodeStepwise(bytes, charset, emit)
  else if (charset !== 'utf-8') for (let i = 0; i < text.length; i++) emit(text.charAt(i), i, i + 1)
  else emitUtf8(text, emit)
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return ANY_UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

function singleByteText(bytes: Uint8Array, charset: string): string | undefined {
  if (MULTI_BYTE.has(charset)) return undefined
  // Without `stream` some releases of Node read windows-1252 as Latin-1, https://github.com/nodejs/node/issues/56542
  const text = new TextDecoder(charset, {ignoreBOM: true}).decode(bytes, {stream: true})
  return text.length === bytes.length ? text : undefined
}

function emitUtf8(text: string, emit: Emit): void {
  let at = 0
  for (const character of text) {
    const length = utf8Length(character.codePointAt(0) ?? 0)
    emit(character, at, at + length)
    at += length
  }
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** One byte at a time: what comes out was written in the bytes that went in since the last character. */
function decodeStepwise(bytes: Uint8Array, charset: string, emit: Emit): void {
  const decoder = new TextDecoder(charset, {ignoreBOM: true})
  const shifting = SHIFTING.has(charset)
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (!shifting && at === start && byte < 0x80) emit(String.fromCharCode(byte), at, at + 1)
    else {
      const text = decoder.decode(bytes.subarray(at, at + 1), {stream: true})
      if (text === '' && !isEscape(bytes, start, at, charset)) continue
      emitRun(text, start, at, byte, emit)
    }
    start = at + 1
  }
  if (start < bytes.length) emit(cutOff(decoder), start, bytes.length)
}

/** Node's decoder throws at a character that is cut off, where the Encoding Standard has it give U+FFFD. */
function cutOff(decoder: InstanceType<typeof TextDecoder>): string {
  try {
    return decoder.decode() || '\uFFFD'
  } catch {
    return '\uFFFD'
  }
}

/** An escape sequence belongs to no character: the letters after it are what a span should hold. */
function isEscape(bytes: Uint8Array, start: number, at: number, charset: string): boolean {
  return charset === 'iso-2022-jp' && bytes[start] === ESCAPE && at - start === ESCAPE_LENGTH - 1
}

/** A broken character is told only when the next one comes; that one keeps its own byte. */
function emitRun(text: string, start: number, at: number, byte: number, emit: Emit): void {
  const last = text.at(-1)
  if (text.length > 1 && at > start && byte < 0x80 && last === String.fromCharCode(byte)) {
    emit(text.slice(0, -1), start, at)
    emit(last, at, at + 1)
  } else if (text !== '') emit(text, start, at + 1)
}
