import {isLetter} from '../../tree/letters.js'
import {isLandmarkWord, Role} from './lexicon.js'
import {Gap, type Token} from './tokens.js'

const placeRoles = Role.street | Role.weakStreet | Role.unit | Role.plot | Role.building | Role.area | Role.box
const besideNumber = Role.unit | Role.plot | Role.postcode | Role.box
const besideName = Role.area | Role.building

/** Decides what each token is from its neighbours, and marks the ones that no address holds. */
export function settle(tokens: readonly Token[]): void {
  markPhones(tokens)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    if (token.kind === 'break') settlePlain(token, tokens, index)
    else if (token.kind === 'number') settleNumber(token, before, after)
    else if (token.kind === 'lower') settleLower(token, tokens, index)
    else if (token.kind === 'name' || token.kind === 'uncased') settleName(token, tokens, index)
  }
}

function settleNumber(token: Token, before: Token | undefined, after: Token | undefined): void {
  const next = after?.gap === Gap.none ? after : undefined
  const code = token.key
  const counted = (next && (next.roles & Role.prose) !== 0) || /^\d+(?:[A-Z]{2,}|[.,]\d+)$/.test(code)
  const ordinal = /^\d+(?:ST|ND|RD|TH|ER|EME|ÈME|ÈRE|A|E)$/.test(code)
  const named = before && (before.roles & (Role.street | Role.weakStreet)) !== 0
  const inward =
    before?.gap !== undefined && token.gap === Gap.none && /\d/.test(before.key) && /^\d[A-Z]{2}$/.test(code)
  if ((counted && !ordinal && !named && !inward) || /[:,]\d/.test(code) || isDate(code)) token.kind = 'break'
}

function isDate(code: string): boolean {
  return /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))$/.test(code)
}

function settleLower(token: Token, tokens: readonly Token[], index: number): void {
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  const next = after?.gap === Gap.none ? after : undefined
  const last = token.gap === Gap.none ? before : undefined
  if (!countsInLowerCase(token, last, next)) token.roles &= ~placeRoles
  if (last?.kind === 'number' && (token.roles & Role.suffix) !== 0) return
  const joins = (token.roles & Role.connector) !== 0 && next !== undefined && (isName(next) || isConnector(next))
  if ((token.roles & (placeRoles | Role.postcode)) === 0 && !joins && !isInside(tokens, index)) token.kind = 'break'
  if ((token.roles & (Role.prose | Role.label)) !== 0) token.kind = 'break'
}

/** Names of streets go on in lower case in many languages: "Bulevar oslobođenja 4", "57, Triq il-Kbira". */
function settlePlain(token: Token, tokens: readonly Token[], index: number): void {
  if (token.roles === 0 && isInside(tokens, index) && isLetter(token.key.charAt(0))) token.kind = 'lower'
}

function isInside(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.gap !== Gap.none) return false
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const token = tokens[at] as Token
    if (token.kind === 'break') return false
    const street = (token.roles & (Role.street | Role.lower)) === (Role.street | Role.lower)
    if (street) return tokens[at - 1]?.kind === 'number' || numberFollows(tokens, index)
    if (token.gap !== Gap.none) return false
  }
  return false
}

function numberFollows(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at <= index + 2 && tokens[at]?.gap === Gap.none; at++) {
    if (tokens[at]?.kind === 'number') return true
  }
  return false
}

function isConnector(token: Token): boolean {
  return token.kind === 'lower' && (token.roles & Role.connector) !== 0
}

function countsInLowerCase(token: Token, last: Token | undefined, next: Token | undefined): boolean {
  const {roles} = token
  const short = token.key.length < 3 && token.key !== 'ul' && token.key !== 'ut' && !token.key.includes('/')
  if (short && !token.dotted) return next?.kind === 'number' && (roles & Role.plot) !== 0 && token.key !== 'd'
  if ((roles & (Role.lower | Role.weakStreet)) === Role.lower) return true
  if ((roles & besideNumber) !== 0 && (next?.kind === 'number' || last?.kind === 'number')) return true
  if ((roles & besideName) !== 0 && last !== undefined && isName(last)) return true
  if ((roles & (Role.street | Role.weakStreet)) === 0) return false
  if (last?.kind === 'number') return next !== undefined && isName(next)
  return last?.kind === 'name' && (next === undefined || next.kind === 'number')
}

/** At a fair they have a number; without one they are names of houses: "The Old Booth", "Ings Hall". */
const stalls: ReadonlySet<string> = new Set(['booth', 'stand', 'hall', 'pavilion', 'terminal'])

function settleName(token: Token, tokens: readonly Token[], index: number): void {
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  if (stalls.has(token.key) && after?.kind !== 'number') token.roles &= ~Role.label
  const {roles} = token
  if ((roles & Role.numeral) !== 0 && before && (before.roles & (Role.unit | Role.plot)) !== 0) token.kind = 'number'
  else if ((roles & (Role.label | Role.prose)) !== 0) {
    const aWord = (roles & Role.label) !== 0 || (token.kind === 'uncased' && after?.kind !== 'number')
    const leads = token.gap === Gap.comma && isLandmarkWord(token.key)
    if (((roles & placeRoles) === 0 || aWord) && !leads && !isInStreetName(tokens, index)) token.kind = 'break'
  } else if ((roles & Role.region) !== 0) token.roles &= ~Role.street
  else if (token.key.length === 1 && !token.dotted) token.roles &= ~placeRoles
}

/** Streets are named after days and dates: "Rue du 8 Mai", "str. 31 August 1989", «بلوار ۱۷ شهریور». */
function isInStreetName(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.kind === 'uncased') return isDayOfStreet(tokens, index)
  if (tokens[index]?.kind !== 'name') return false
  for (let at = index; at > Math.max(0, index - 3) && tokens[at]?.gap === Gap.none; at--) {
    const before = tokens[at - 1] as Token
    if (before.kind === 'break') return false
    if ((before.roles & Role.street) !== 0) return ((tokens[index]?.roles ?? 0) & Role.label) === 0
  }
  return false
}

function isDayOfStreet(tokens: readonly Token[], index: number): boolean {
  const [street, day, month] = tokens.slice(index - 2, index + 1)
  const joined =
    day?.gap === Gap.none && month?.gap === Gap.none && (day.kind === 'number' || (day.roles & Role.numeral) !== 0)
  return joined && ((street?.roles ?? 0) & Role.street) !== 0 && (month.roles & Role.label) === 0
}

export function isName(token: Token): boolean {
  return token.kind === 'name' || token.kind === 'uncased' || token.kind === 'cjk'
}

/** Phone numbers: groups of digits that are too many, too long or led by a plus for a house or a postcode. */
function markPhones(tokens: readonly Token[]): void {
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]?.kind !== 'number') continue
    let end = first + 1
    while (end < tokens.length && tokens[end]?.kind === 'number' && tokens[end]?.gap === Gap.none) end++
    const group = tokens.slice(first, end)
    if (isPhone(group, tokens[first - 1])) for (const token of group) token.kind = 'break'
    first = end - 1
  }
}

function isPhone(group: readonly Token[], before: Token | undefined): boolean {
  const written = group.map((token) => token.key).join(' ')
  if (/[A-Z]/.test(written)) return false
  const digits = written.replace(/\D/g, '')
  if (before && (before.roles & Role.box) !== 0) return false
  if (before?.key.endsWith('+') && digits.length > 5) return true
  if (/^\d{5}-\d{4,5}$/.test(written) || /^\d{5}-?\d{3}$/.test(written)) return false
  const parts = written.split(/[\s./-]+/).length
  if (digits.length > 10 || (digits.length > 7 && parts > 2)) return true
  return digits.length > 7 && (digits.startsWith('0') || parts > 1) && !/^\d{4} \d{4}$/.test(written)
}
