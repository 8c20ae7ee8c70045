import {WordMemory} from '../../memory.js'
import {narrowing} from '../../tree/letters.js'
import {normaliseWord, Role, rolesByBeginning, rolesByEnd, rolesOf} from './lexicon.js'

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

/** What is a token in a text; asked once, for text is read in many pieces. */
export const tokenPattern = narrowing(
  String.raw`(\n\s*)|([\p{Nd}][\p{Nd}A-Za-z\u00c0-\u024f\u0370-\u04ff\u00bd\u00bc]*(?:[-\u2013/.:][\p{Nd}A-Za-z\u00c0-\u024f\u0370-\u04ff]+|[,\u066b\u066c]\p{Nd}+)*(?:\s?[%\u066a\u2030\u00b0\u20ac$\u00a3])?)|([\p{L}][\p{L}\p{M}\p{Nd}'\u2019\u2018\u02bb.\-\u200b-\u200d"\u05f4\u05f3/&]*)|([,\u060c\u3001;\u061b\uff0c\uff1b]|(?<=\s)[-\u2013\u2014/](?=\s))|([|\u00b7\u2022\u25aa\u25cf\u2016\t])|([.:\uff1a\u3002])|([!?\uff1f\uff01\u061f@$\u20ac\u00a3\u00a5%+=<>*~^_{}\u00ab\u00bb])`,
  'gu'
)
const marks = '.-"״׳/&\'’'
/** The groups of the pattern. */
const Part = {line: 1, number: 2, word: 3, comma: 4, bar: 5, point: 6, mark: 7} as const
const elided = narrowing(String.raw`^[dl]['\u2019]\p{Lu}`, 'u')
const cjk = /^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff〒]/
function kindOf(raw: string): Kind {
  const code = raw.charCodeAt(0)
  if (code < 0x7b)
    return code < 0x61 ? 'name' : code !== 0x64 && code !== 0x6c ? 'lower' : elided(raw).test(raw) ? 'name' : 'lower'
  if (code > 0x5cf && code < 0x1100) return 'uncased'
  if (cjk.test(raw)) return 'cjk'
  const first = String.fromCodePoint(raw.codePointAt(0) ?? 0)
  const lower = first.toLowerCase()
  if (lower !== first) return 'name'
  if (lower === first.toUpperCase()) return 'uncased'
  return 'lower'
}

/** Reads `text` from `from` to `to`. */
export function tokenise(text: string, from: number, to: number, pattern: RegExp): Token[] {
  const tokens: Token[] = []
  const state: {gap: number} = {gap: from === 0 || text[from - 1] === '\n' ? Gap.bar : Gap.none}
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const at = match.index
    const all = match[0]
    if (match[Part.word] !== undefined) addWord(tokens, all, at, state)
    else if (match[Part.number] !== undefined) addNumber(tokens, text, all, at, state)
    else if (match[Part.point] !== undefined) pointAfter(tokens.at(-1), all)
    else if (match[Part.mark] !== undefined) tokens.push(tokenOf(at, at + 1, all, 0, 'break', state))
    else state.gap = Math.max(state.gap, gapOf(match))
  }
  return tokens
}

function gapOf(match: RegExpExecArray): number {
  const line = match[Part.line]
  if (line !== undefined) return line.indexOf('\n', 1) > 0 ? Gap.bar : Gap.line
  return match[Part.bar] === undefined ? Gap.comma : Gap.bar
}

function tokenOf(start: number, end: number, key: string, roles: number, kind: Kind, state: {gap: number}): Token {
  const gap = state.gap
  state.gap = Gap.none
  return {start, end, key, roles, kind, gap, dotted: false, stops: false}
}

const takesPoint = Role.box | Role.plot | Role.postcode | Role.unit | Role.street | Role.weakStreet | Role.area

function pointAfter(token: Token | undefined, point: string): void {
  if (!token) return
  token.dotted = point === '.'
  const label = point !== '.' && (token.roles & Role.cue) !== 0
  if ((token.roles & takesPoint) !== 0 && !label) return
  if (point !== '.') token.stops = true
  // "Dr.", "N.", "12." go on; "Leeds." and "1AA." do not.
  else token.stops = token.kind === 'number' ? !/^\d{1,2}$/.test(token.key) : token.end - token.start > 3
}

function addNumber(tokens: Token[], text: string, raw: string, start: number, state: {gap: number}): void {
  const amount = /[%٪‰°€$£]$/.test(raw) || /[$€£¥+]\s?$/.test(text.slice(Math.max(0, start - 2), start))
  const kind = amount ? 'break' : 'number'
  tokens.push(tokenOf(start, start + raw.length, digitsOf(raw), 0, kind, state))
}

function addWord(tokens: Token[], raw: string, start: number, state: {gap: number}): void {
  const {length, kind, key, roles, dotted} = words.of(raw, readWord)
  const last = tokens.at(-1)
  if (last && state.gap === Gap.none && (last.roles & Role.opens) !== 0) {
    const together = rolesOf(`${last.key} ${key}`)
    if (together !== 0) {
      last.key = `${last.key} ${key}`
      last.roles = together
      last.end = start + length
      return
    }
  }
  // A stretch of plain words is one break: what they are makes no difference.
  if (kind === 'lower' && roles === 0 && last?.kind === 'break' && last.roles === 0 && state.gap === Gap.none) {
    last.end = start + length
    last.key = key
    return
  }
  const settled = kind === 'lower' && roles === 0 ? 'break' : kind
  tokens.push(tokenOf(start, start + length, key, roles, settled, state))
  if (dotted) pointAfter(tokens.at(-1), '.')
}

/** What a word is wherever it stands. */
interface Word extends Pick<Token, 'kind' | 'key' | 'roles' | 'dotted'> {
  readonly length: number
}

const words = new WordMemory<Word>()

function readWord(raw: string): Word {
  const trimmed = trimEnd(raw)
  const {length} = trimmed
  const kind = kindOf(trimmed)
  const key = normaliseWord(trimmed)
  return {length, kind, key, roles: wordRoles(key, trimmed, kind), dotted: raw[length] === '.'}
}

/** Without the marks that a word of the pattern can end in; "c/" keeps its own. */
function trimEnd(raw: string): string {
  let end = raw.length
  while (end > 1 && marks.includes(raw[end - 1] ?? '')) end--
  return end === raw.length || (raw.length === 2 && raw[1] === '/') ? raw : raw.slice(0, end)
}

function wordRoles(key: string, raw: string, kind: Kind): number {
  const roles = rolesOf(key, raw)
  if (roles !== 0 || key.length < 5) return roles
  if (kind === 'name' || key.includes('-')) return rolesByEnd(key)
  return key >= '\u0e00' && key < '\u0e80' ? rolesByBeginning(key) : 0
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
