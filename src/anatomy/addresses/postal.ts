import {Role} from './lexicon.js'
import {isPostcode, isTellingPostcode, looksLikeAmount} from './postcodes.js'
import {isName} from './settle.js'
import {hasDigit} from './streets.js'
import {Gap, type Token} from './tokens.js'

interface PostEvidence {
  readonly score: number
  readonly code: string | undefined
}

export function postOf(tokens: readonly Token[], used: number): PostEvidence {
  let best: PostEvidence = {score: 0, code: undefined}
  for (let index = 0; index < tokens.length; index++) {
    if (!hasDigit(tokens[index] as Token)) continue
    const found = index === used ? postBehindBox(tokens, index) : postAt(tokens, index, used)
    if (found.score > best.score) best = found
  }
  return best
}

/** "P.O. Box 555-20117 Naivasha": Kenya writes the postcode behind the number of the box. */
function postBehindBox(tokens: readonly Token[], index: number): PostEvidence {
  const code = /^\d{1,6}-(\d{5})$/.exec(tokens[index]?.key ?? '')?.[1]
  const boxed = ((tokens[index - 1]?.roles ?? 0) & Role.box) !== 0
  if (!boxed || code === undefined || !isPostcode(code)) return {score: 0, code: undefined}
  return {score: tokens.slice(index + 1).some(isTownWord) ? 3 : 2, code}
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
  const whole = /^\d{2,3} \d{2,3}$/.test(pair) ? pair : withoutTown(token.key)
  return {score: plainScore(tokens, index, whole, town || whole !== token.key), code: whole}
}

/** "12345-Mainz" */
function withoutTown(code: string): string {
  return code.includes('-') ? code.replace(/-[A-Z]\p{L}+$/iu, '') : code
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
