import {charsetNamed} from './charset.js'

/** A structured header such as `text/plain; charset=utf-8`. */
export interface Structured {
  /** In lower case. */
  readonly value: string
  /** Names in lower case, continuations joined and decoded. */
  readonly parameters: ReadonlyMap<string, string>
}

/** No mail program writes a longer one; a regular expression's own memory grows with what it reads. */
const LONGEST = 65_536
const NOTHING: Structured = {value: '', parameters: new Map()}
const VALUE = /^\s*(?:\([^()]*\)\s*)?"?([^\s;()"]+)/
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^;]*))/g
const COMMENT_AFTER = /\s\([^()]*\)\s*$/
const PERCENT = /%([0-9A-Fa-f]{2})|[^%]+|%/g

/** Reads a structured header value (RFC 2045 section 5.1) with RFC 2231 parameters. */
export function readParameters(value: string): Structured {
  if (value === '') return NOTHING
  const raw = value.slice(0, LONGEST)
  const written = new Map<string, string>()
  for (const [, name = '', quoted, plain = ''] of raw.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!written.has(key)) written.set(key, quoted?.replaceAll(/\\([\s\S])/g, '$1') ?? withoutComment(plain))
  }
  return {value: VALUE.exec(raw)?.[1]?.toLowerCase() ?? '', parameters: joined(written)}
}

function withoutComment(plain: string): string {
  return plain.replace(COMMENT_AFTER, '').trim()
}

function joined(written: ReadonlyMap<string, string>): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const [key, value] of written) {
    const name = key.split('*', 1)[0] ?? key
    if (key === name) {
      if (!parameters.has(name)) parameters.set(name, value)
    } else if (key === `${name}*` || key === `${name}*0` || key === `${name}*0*`) {
      // RFC 2231 has the encoded form win over a plain one for old readers.
      parameters.set(name, decodedSections(written, name))
    }
  }
  return parameters
}

function decodedSections(written: ReadonlyMap<string, string>, name: string): string {
  const whole = written.get(`${name}*`)
  if (whole !== undefined) return decoded([{text: whole, encoded: true}])
  const sections: {text: string; encoded: boolean}[] = []
  for (let number = 0; ; number++) {
    const encoded = written.get(`${name}*${number}*`)
    const text = encoded ?? written.get(`${name}*${number}`)
    if (text === undefined) return decoded(sections)
    sections.push({text, encoded: encoded !== undefined})
  }
}

/** Bytes of one character may be split over two sections, so they are decoded together. */
function decoded(sections: readonly {text: string; encoded: boolean}[]): string {
  const first = sections[0]
  const [charset = '', , ...rest] = first?.encoded ? first.text.split("'") : []
  const bytes: number[] = []
  for (const [index, {text, encoded}] of sections.entries()) {
    const own = index === 0 && rest.length > 0 ? rest.join("'") : text
    pushBytes(own, encoded, bytes)
  }
  try {
    return new TextDecoder(charsetNamed(charset) ?? 'utf-8').decode(Uint8Array.from(bytes))
  } catch {
    return sections.map((section) => section.text).join('')
  }
}

function pushBytes(text: string, encoded: boolean, bytes: number[]): void {
  const encoder = new TextEncoder()
  if (!encoded) {
    for (const byte of encoder.encode(text)) bytes.push(byte)
    return
  }
  for (const [piece, hex] of text.matchAll(PERCENT)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16))
    else for (const byte of encoder.encode(piece)) bytes.push(byte)
  }
}
