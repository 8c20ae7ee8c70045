import {countryOf} from './countries.js'
import {Role} from './lexicon.js'
import {isPostcode, isTellingPostcode, looksLikeAmount} from './postcodes.js'
import {isName} from './settle.js'
import {Gap, type Token} from './tokens.js'

/** What the words between two commas or line ends say. */
export interface Segment {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
  /** Gap in front of the segment. */
  readonly gap: number
  /** Street, box: 3 with a number, 2 by name alone, 1 for a bare name with a number. */
  readonly street: number
  /** Plot and unit numbers. */
  readonly units: number
  /** 2 for an estate of its own wording ("industrial estate"), 1 for a building. */
  readonly building: number
  /** 4 telling postcode and town, 3 postcode and town, 2 postcode alone or a doubtful one with a town, 1 doubtful. */
  readonly post: number
  readonly code: string | undefined
  readonly country: string | undefined
  readonly area: number
  /** A short name and nothing else: it can be a town. */
  readonly name: boolean
  readonly uncased: boolean
  readonly numbered: boolean
  /** Nothing but a house number. */
  readonly house: boolean
}

export function splitSegments(run: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (let index = 1; index <= run.length; index++) {
    if (index < run.length && run[index]?.gap === Gap.none) continue
    segments.push(readSegment(run.slice(from, index)))
    from = index
  }
  return segments
}

function readSegment(tokens: readonly Token[]): Segment {
  const first = tokens[0] as Token
  const last = tokens.at(-1) as Token
  const country = tokens.length < 7 ? countryOf(tokens.map((token) => token.key)) : undefined
  const street = streetOf(tokens)
  const post = postOf(tokens, street.used)
  const numbers = tokens.some((token) => hasDigit(token))
  const roles = tokens.reduce((all, token) => all | token.roles, 0)
  return {
    tokens,
    start: first.start,
    end: last.end,
    gap: first.gap,
    street: street.score,
    units: unitsOf(tokens),
    building: buildingOf(tokens),
    post: post.score,
    code: post.code,
    country,
    area: (roles & (Role.area | Role.town | Role.region)) !== 0 ? 1 : 0,
    name: !numbers && tokens.length < 6 && isName(first) && street.score === 0,
    uncased: first.kind === 'uncased',
    numbered: numbers,
    house: isHouseNumber(first) && tokens.every((token, at) => at === 0 || (token.roles & Role.suffix) !== 0)
  }
}

function hasDigit(token: Token): boolean {
  return token.kind === 'number' || /\d/.test(token.key)
}

/** 12, 12a, 12/3, 12-14, 4th; five digits are a house only beside a street. */
export function isHouseNumber(token: Token): boolean {
  return token.kind === 'number' && /^\d{1,4}[A-ZА-Я]?(?:[-–/]\d{1,4}[A-ZА-Я]?){0,2}$|^\d{5}$/.test(token.key)
}

interface StreetEvidence {
  readonly score: number
  /** Index of the house number, which is no postcode then. */
  readonly used: number
}

const nothing: StreetEvidence = {score: 0, used: -1}
const bare: StreetEvidence = {score: 1, used: -1}

function streetOf(tokens: readonly Token[]): StreetEvidence {
  let best = nothing
  for (let index = 0; index < tokens.length; index++) {
    const roles = tokens[index]?.roles ?? 0
    if ((roles & (Role.street | Role.weakStreet | Role.box)) === 0) continue
    const found = (roles & Role.box) !== 0 ? boxAt(tokens, index) : nothing
    const street = (roles & (Role.street | Role.weakStreet)) !== 0 ? streetAt(tokens, index) : nothing
    const better = street.score > found.score ? street : found
    if (better.score > best.score) best = better
  }
  return best.score > 0 ? best : bareHouse(tokens)
}

function boxAt(tokens: readonly Token[], index: number): StreetEvidence {
  for (let next = index + 1; next <= index + 2; next++) {
    const token = tokens[next]
    // "Box" alone is a crate as well.
    if (token && hasDigit(token)) return {score: tokens[index]?.key === 'box' ? 2 : 3, used: next}
  }
  return nothing
}

function streetAt(tokens: readonly Token[], index: number): StreetEvidence {
  const word = tokens[index] as Token
  const compound = word.key.length > 6 && tokens.length === 1
  const house = houseBeside(tokens, index)
  const others = tokens.filter((token, at) => at !== index && at !== house && isPlaceName(token)).length
  const named = others > 0 || compound || word.key.length > 7
  const strong = (word.roles & Role.street) !== 0
  if (house >= 0 && named) return {score: 3, used: house}
  if (house >= 0) return strong ? {score: 2, used: house} : nothing
  if (!named) return nothing
  return {score: strong ? 2 : 1, used: -1}
}

function isPlaceName(token: Token): boolean {
  return isName(token) || hasDigit(token) || (token.kind === 'lower' && token.roles === 0)
}

/** The house number stands before the name ("12 Mill Lane") or after it ("Rue du Port 12", "Lime Str. 5"). */
function houseBeside(tokens: readonly Token[], index: number): number {
  // Germanic compounds have it behind: in "1800 Frederiksberg" the number is a postcode.
  const compound = ((tokens[index]?.roles ?? 0) & Role.compound) !== 0
  for (let at = index - 1; !compound && at >= Math.max(0, index - 6); at--) if (isHouse(tokens, at)) return at
  for (let at = index + 1; at <= Math.min(tokens.length - 1, index + 6); at++) if (isHouse(tokens, at)) return at
  return -1
}

function isHouse(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || (tokens[at - 1]?.roles ?? 0) & Role.region) return false
  return isHouseNumber(token) || /^\d+(?:ST|ND|RD|TH|E|EME|ER)$/.test(token.key)
}

/** "Witthof 3", "1140 Alhambra", "RN 12": villages without street names, streets without a street word, road numbers. */
function bareHouse(tokens: readonly Token[]): StreetEvidence {
  const last = tokens.length - 1
  if (last === 0) return /^[a-z]{1,3}\d{1,3}(?:\/|$)/.test(tokens[0]?.key ?? '') ? bare : nothing
  if (last > 4) return nothing
  const rest = (skip: number) => tokens.every((token, at) => at === skip || token.kind === 'name' || token.kind === 'lower')
  const code = tokens[last] as Token
  if (isHouseNumber(code) && !/^\d{5}/.test(code.key) && rest(last)) return bare
  return isHouseNumber(tokens[0] as Token) && rest(0) ? bare : nothing
}

function unitsOf(tokens: readonly Token[]): number {
  let count = 0
  for (let index = 0; index < tokens.length; index++) {
    if (((tokens[index]?.roles ?? 0) & (Role.unit | Role.plot)) === 0) continue
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    if ((after && (hasDigit(after) || after.key.length === 1)) || (before && /^\d/.test(before.key))) count++
  }
  return Math.min(2, count)
}

function buildingOf(tokens: readonly Token[]): number {
  const words = tokens.filter((token) => (token.roles & Role.building) !== 0)
  if (words.some((token) => token.key.includes(' '))) return 2
  return words.length > 0 && tokens.length > 1 ? 1 : 0
}

interface PostEvidence {
  readonly score: number
  readonly code: string | undefined
}

function postOf(tokens: readonly Token[], used: number): PostEvidence {
  let best: PostEvidence = {score: 0, code: undefined}
  for (let index = 0; index < tokens.length; index++) {
    if (index === used || !hasDigit(tokens[index] as Token)) continue
    const found = postAt(tokens, index, used)
    if (found.score > best.score) best = found
  }
  return best
}

function postAt(tokens: readonly Token[], index: number, used: number): PostEvidence {
  const token = tokens[index] as Token
  const next = index + 1 === used ? undefined : tokens[index + 1]
  const town = tokens.some((other, at) => at !== index && Math.abs(at - index) < 5 && isTownWord(other))
  const pair = next && next.key.length < 5 ? `${token.key} ${next.key.toUpperCase()}` : ''
  if (isTelling(pair, token, next)) return {score: town ? 4 : 3, code: pair}
  if (isTellingPostcode(token.key.toUpperCase())) return {score: town ? 3 : 2, code: token.key}
  if (/^[a-z]\d{4}[a-z]{3}$/.test(token.key) && isPostcode(token.key.toUpperCase())) return {score: 3, code: token.key}
  const prefix = /^([a-z]{1,2})-?(\d{4,6})$/i.exec(token.key)
  if (prefix) return {score: town ? 3 : 2, code: prefix[2]}
  if (token.kind !== 'number') return {score: 0, code: undefined}
  const whole = /^\d{2,3} \d{2,3}$/.test(pair) ? pair : token.key.replace(/-[A-Z]\p{L}+$/iu, '')
  return {score: plainScore(tokens, index, whole, town || whole !== token.key), code: whole}
}

function isTelling(pair: string, token: Token, next: Token | undefined): boolean {
  if (pair === '' || !next || next.gap !== Gap.none) return false
  if (!/[A-Z]/i.test(pair) || !/\d/.test(token.key)) return false
  // A Dutch code's letters are capitals: "1017 CD", never "1017 op".
  return next.kind !== 'lower' && isTellingPostcode(pair.toUpperCase())
}

function plainScore(tokens: readonly Token[], index: number, code: string, town: boolean): number {
  const before = tokens[index - 1]
  const digits = code.replace(/\D/g, '').length
  if (digits < 3 || digits > 10 || !isPostcode(code.replace(/\s?-\s?/, '-'))) return 0
  if (before && (before.roles & Role.postcode) !== 0) return 3
  if (before && (before.roles & Role.region) !== 0 && digits > 3) return 4
  const doubtful = looksLikeAmount(code) || digits === 3
  if (town) return doubtful ? (index === 0 ? 2 : 1) : 3
  if (tokens.length > 1) return 0
  return doubtful || digits === 4 ? 1 : 2
}

function isTownWord(token: Token): boolean {
  const other = Role.unit | Role.plot | Role.street | Role.box | Role.postcode
  return isName(token) && !/\d/.test(token.key) && token.key.length > 1 && (token.roles & other) === 0
}
