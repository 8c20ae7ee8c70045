import {normaliseWord, Role, rolesOf} from './lexicon.js'

export type Kind = 'number' | 'name' | 'lower' | 'uncased' | 'cjk' | 'break'

/** What parts a token from the one before: nothing, a comma or its like, a line end, a paragraph or a bar. */
export const Gap = {none: 0, comma: 1, line: 2, bar: 3} as const

export interface Token {
  readonly start: number
  end: number
  key: string
  roles: number
  kind: Kind
  gap: number
  /** A full stop or colon behind it. */
  dotted: boolean
  /** Nothing after it belongs to the same address. */
  stops: boolean
}

interface Word {
  readonly key: string
  readonly roles: number
  readonly kind: Kind
}

const pattern =
  /(\n\s*)|([\p{Nd}][\p{Nd}A-Za-zÀ-ɏͰ-ӿ½¼]*(?:[-–/.:][\p{Nd}A-Za-zÀ-ɏͰ-ӿ]+|[,٫٬]\p{Nd}+)*(?:\s?[%٪‰°€$£])?)|([\p{L}][\p{L}\p{M}\p{Nd}'’‘ʻ.\-\u200c\u200d"״׳/&]*)|([,،、;؛，；]|(?<=\s)[-–—/](?=\s))|([|·•▪●‖\t])|([.:：。])|([!?？！؟@$€£¥%+=<>*~^_{}«»])/gu
const cjk = /^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff〒]/
const words = new Map<string, Word>()

/** Kept for the next draft: the words of mails repeat. */
const WORDS_KEPT = 4000

function wordOf(raw: string): Word {
  const known = words.get(raw)
  if (known) return known
  const key = normaliseWord(raw)
  const word = {key, roles: rolesOf(key, raw), kind: kindOf(raw)}
  if (words.size >= WORDS_KEPT) words.clear()
  words.set(raw, word)
  return word
}

function kindOf(raw: string): Kind {
  if (cjk.test(raw)) return 'cjk'
  const first = String.fromCodePoint(raw.codePointAt(0) ?? 0)
  const lower = first.toLowerCase()
  if (lower !== first) return 'name'
  if (lower === first.toUpperCase()) return 'uncased'
  return /^[dlo]['’]\p{Lu}/u.test(raw) ? 'name' : 'lower'
}

/** Reads `text` from `from` to `to`. */
export function tokenise(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = []
  const state = {gap: Gap.bar as number}
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const [all, line, number, word, comma, bar, point] = match
    if (line !== undefined) state.gap = Math.max(state.gap, line.indexOf('\n', 1) > 0 ? Gap.bar : Gap.line)
    else if (comma !== undefined) state.gap = Math.max(state.gap, Gap.comma)
    else if (bar !== undefined) state.gap = Gap.bar
    else if (point !== undefined) pointAfter(tokens.at(-1), point)
    else if (number !== undefined) addNumber(tokens, text, number, match.index, state)
    else if (word !== undefined) addWord(tokens, word, match.index, state)
    else push(tokens, {start: match.index, end: match.index + all.length, key: all, roles: 0, kind: 'break'}, state)
  }
  return tokens
}

function push(tokens: Token[], token: Omit<Token, 'gap' | 'dotted' | 'stops'>, state: {gap: number}): void {
  tokens.push({...token, gap: state.gap, dotted: false, stops: false})
  state.gap = Gap.none
}

const takesPoint = Role.box | Role.plot | Role.postcode | Role.unit | Role.street | Role.weakStreet | Role.area

function pointAfter(token: Token | undefined, point: string): void {
  if (!token) return
  token.dotted = point === '.'
  if ((token.roles & takesPoint) !== 0) return
  if (point !== '.') token.stops = true
  else if (token.kind !== 'number') token.stops = token.end - token.start > 3
}

function addNumber(tokens: Token[], text: string, raw: string, start: number, state: {gap: number}): void {
  const amount = /[%٪‰°€$£]$/.test(raw) || /[$€£¥+]\s?$/.test(text.slice(Math.max(0, start - 2), start))
  const kind = amount ? 'break' : 'number'
  push(tokens, {start, end: start + raw.length, key: digitsOf(raw), roles: 0, kind}, state)
}

function addWord(tokens: Token[], raw: string, start: number, state: {gap: number}): void {
  const trimmed = /\/$/.test(raw) && raw.length === 2 ? raw : raw.replace(/[.\-"״׳/&'’]+$/, '')
  const word = wordOf(trimmed)
  const last = tokens.at(-1)
  if (last && state.gap === Gap.none && (last.roles & Role.opens) !== 0) {
    const roles = rolesOf(`${last.key} ${word.key}`)
    if (roles !== 0) {
      Object.assign(last, {key: `${last.key} ${word.key}`, roles, end: start + trimmed.length})
      return
    }
  }
  push(tokens, {start, end: start + trimmed.length, key: word.key, roles: word.roles, kind: word.kind}, state)
  if (raw.length > trimmed.length && raw[trimmed.length] === '.') pointAfter(tokens.at(-1), '.')
}

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xff10]

/** European digits for those of any script. */
export function digitsOf(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text.toUpperCase()
  return text.toUpperCase().replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
