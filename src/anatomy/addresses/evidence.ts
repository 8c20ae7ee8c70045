import {countryOf} from './countries.js'
import {isLandmarkWord, Role} from './lexicon.js'
import {postOf} from './postal.js'
import {isName} from './settle.js'
import {hasDigit, isHouseNumber, streetOf} from './streets.js'
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
  /** 2 for an estate of its own wording ("industrial estate") or a landmark («روبه‌روی مسجد»), 1 for a building. */
  readonly building: number
  /** 4 telling postcode and town, 3 postcode and town, 2 postcode alone or a doubtful one with a town, 1 doubtful. */
  readonly post: number
  readonly code: string | undefined
  readonly country: string | undefined
  readonly area: number
  /** A short name and nothing else: it can be a town. */
  readonly name: boolean
  /** Written in a script whose addresses set the town before the street. */
  readonly largeFirst: boolean
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
  return segments.map((segment, index) => (isNamedHouse(segments, index) ? {...segment, building: 1} : segment))
}

/** "The Old Booth, Voe, Shetland ZE2 9PX": a line of names that ends in a telling postcode begins with the house. */
function isNamedHouse(segments: readonly Segment[], index: number): boolean {
  const isName = (at: number) => segments[at]?.name === true && !isFirm(segments[at] as Segment)
  if (!isName(index) || !isName(index + 1) || (segments[index + 1]?.gap ?? 0) >= Gap.line) return false
  if ((segments[index]?.gap ?? 0) < Gap.line && isName(index - 1)) return false
  const post = isName(index + 2) ? index + 3 : index + 2
  return segments[post]?.post === 4 && segments.slice(index + 1, post + 1).every(({gap}) => gap <= Gap.line)
}

function isFirm({tokens}: Segment): boolean {
  return /^(?:ltd|limited|llp|llc|plc|inc|cic|bv|nv)$/.test(tokens.at(-1)?.key ?? '')
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
    area: (roles & (Role.area | Role.town | Role.region)) !== 0 || tokens.some(isTownInProvince) ? 1 : 0,
    name: !numbers && tokens.length < 6 && isName(first) && street.score === 0,
    largeFirst: first.kind === 'uncased' || /^[Ѐ-ӿ]/.test(first.key),
    numbered: numbers,
    house: isHouseNumber(first) && tokens.every((token, at) => at === 0 || (token.roles & Role.suffix) !== 0)
  }
}

/** "Ataşehir/İstanbul" */
function isTownInProvince(token: Token): boolean {
  return (
    token.kind === 'name' && token.roles === 0 && token.key.includes('/') && /^\p{L}{3,}\/\p{L}{3,}$/u.test(token.key)
  )
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
  if (tokens.length > 1 && isLandmarkWord(tokens[0]?.key ?? '')) return 2
  const words = tokens.filter((token) => (token.roles & Role.building) !== 0)
  if (words.some((token) => token.key.includes(' '))) return 2
  return words.length > 0 && tokens.length > 1 ? 1 : 0
}
