import type {Token} from '../tree/index.js'

/**
 * While Markdown and HTML are parsed, private-use characters stand for tags: no parser gives them a meaning, and a
 * tag's character tells its number, so that an attribute can be given its tags back wherever it came from.
 */
const FIRST = 0xe000
const TAGS = 6000
/** Stands for a private-use character that the draft itself holds. */
const OWN = 0xf8fe
const HIDDEN = 0xf8ff
/** Stands for what a buyer does not see. */
export const HIDDEN_CHARACTER = String.fromCharCode(HIDDEN)

export type MaskKind = 'tag' | 'hidden' | 'none'

/** `tag`: put back what the source has at this offset; `hidden`: the buyer does not see it; `none`: read as it is. */
export function readMask(char: string): MaskKind {
  const code = char.charCodeAt(0)
  if (code === HIDDEN) return 'hidden'
  return code >= FIRST && code < HIDDEN ? 'tag' : 'none'
}

/** The source with its tags, and the spintax a buyer does not get, made unreadable; of the same length. */
export function mask(source: string, tokens: readonly Token[]): string {
  if (tokens.length === 0 && !/[\ue000-\uf8ff]/.test(source)) return source
  const codes = new Uint16Array(source.length)
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    codes[i] = code >= FIRST && code <= HIDDEN ? OWN : code
  }
  tokens.forEach((token, index) => {
    if (token.alternatives) hideOthers(codes, token)
    else if (isMasked(token)) cover(codes, source, token, FIRST + (index % TAGS))
  })
  return toText(codes)
}

/** Leftovers without brackets (`XXX`, `Hi ,`) mislead no parser and stay as they are. */
function isMasked({kind, syntax}: Token): boolean {
  return kind !== 'leftover' || syntax === 'brackets' || syntax === 'angles'
}

function hideOthers(codes: Uint16Array, {start, end, alternatives}: Token): void {
  const shown = alternatives?.[0] ?? {start: end, end}
  if (codes[start] === HIDDEN) return
  codes.fill(HIDDEN, start, shown.start)
  codes.fill(HIDDEN, shown.end, end)
}

function cover(codes: Uint16Array, source: string, {start, end}: Token, code: number): void {
  if (codes[start] === HIDDEN) return
  for (let i = start; i < end; i++) if (source[i] !== '\n' && source[i] !== '\r') codes[i] = code
}

function toText(codes: Uint16Array): string {
  const parts: string[] = []
  for (let i = 0; i < codes.length; i += 8192) parts.push(String.fromCharCode(...codes.subarray(i, i + 8192)))
  return parts.join('')
}

/** Private-use characters as percent-encoding writes them in an address. */
const ENCODED = /(?:%E[EF]%[89AB][\dA-F]%[89AB][\dA-F])+/gi

/**
 * Gives text that was cut out of a masked source its tags back, and leaves out what is hidden.
 *
 * @param from an offset in the source that the text does not begin before
 */
export function restore(masked: string, tokens: readonly Token[], from = 0): string {
  const text = masked.replace(ENCODED, (run) => decoded(run))
  if (!/[\ue000-\uf8ff]/.test(text)) return text
  const parts: string[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const token = code >= FIRST && code < FIRST + TAGS ? tokenOf(tokens, code - FIRST, from) : undefined
    if (token) {
      const length = lengthOf(text, at, code, token.raw)
      parts.push(token.raw.slice(0, length))
      at += length
    } else {
      if (code !== HIDDEN) parts.push(text.charAt(at))
      at++
    }
  }
  return parts.join('')
}

function decoded(run: string): string {
  const text = decodeURIComponent(run)
  return /^[\ue000-\uf8ff]+$/.test(text) ? text : run
}

function tokenOf(tokens: readonly Token[], number: number, from: number): Token | undefined {
  for (let index = number; index < tokens.length; index += TAGS) {
    const token = tokens[index]
    if (token && token.end > from) return token
  }
  return undefined
}

function lengthOf(text: string, at: number, code: number, raw: string): number {
  let length = 0
  while (length < raw.length && (text.charCodeAt(at + length) === code || /[\r\n]/.test(raw.charAt(length)))) length++
  return length
}
