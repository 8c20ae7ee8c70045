import {Role} from './lexicon.js'
import {isName} from './settle.js'
import type {Token} from './tokens.js'

export function hasDigit(token: Token): boolean {
  return token.kind === 'number' || /\d/.test(token.key)
}

/** 12, 12a, 12-B, 12/3, 12-14, 4th; five digits are a house only beside a street. */
export function isHouseNumber(token: Token): boolean {
  return (
    token.kind === 'number' && /^\d{1,4}[A-ZА-Я]?(?:[-–/](?:\d{1,4}[A-ZА-Я]?|[A-ZА-Я])){0,2}$|^\d{5}$/.test(token.key)
  )
}

interface StreetEvidence {
  readonly score: number
  /** Index of the house number, which is no postcode then. */
  readonly used: number
}

const nothing: StreetEvidence = {score: 0, used: -1}
const bare: StreetEvidence = {score: 1, used: -1}

export function streetOf(tokens: readonly Token[]): StreetEvidence {
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
  if (!strong && house >= 0 && !isWeakStreet(tokens, index, house)) return nothing
  if (house >= 0 && named) return {score: 3, used: house}
  if (house >= 0) return strong ? {score: 2, used: house} : nothing
  if (!named) return nothing
  return {score: strong ? 2 : 1, used: -1}
}

/** "12 Abbey Drive", "Via Roma 5", but neither "40 Square Metres" nor "Park and Ride 2026". */
function isWeakStreet(tokens: readonly Token[], index: number, house: number): boolean {
  if (((tokens[index]?.roles ?? 0) & Role.compound) !== 0) return true
  if (house < index) return index - house > 1 || tokens[index]?.kind === 'lower'
  return !/^(?:19|20)\d\d$/.test(tokens[house]?.key ?? '')
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
  const rest = (skip: number) =>
    tokens.every((token, at) => at === skip || token.kind === 'name' || token.kind === 'lower')
  const code = tokens[last] as Token
  if (isHouseNumber(code) && !/^\d{5}/.test(code.key) && rest(last)) return bare
  return isHouseNumber(tokens[0] as Token) && rest(0) ? bare : nothing
}
