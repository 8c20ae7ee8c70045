import {CountryCode, postcodeValidator} from 'postcode-validator'

const known = new Map<string, boolean>()
const codes = Object.values(CountryCode)
const CODES_KEPT = 2000

/** True where the code is a postcode of some country. */
export function isPostcode(code: string): boolean {
  let found = known.get(code)
  if (found !== undefined) return found
  found = codes.some((country) => postcodeValidator(code, country))
  if (known.size >= CODES_KEPT) known.clear()
  known.set(code, found)
  return found
}

const byCode: ReadonlySet<string> = new Set(codes)

/** True where the code is a postcode of that country (ISO 3166-1 alpha-2). */
export function isPostcodeOf(code: string, country: string): boolean {
  return byCode.has(country) && postcodeValidator(code, country as CountryCode)
}

/** A code of letters and digits that hardly anything else looks like. */
export function isTellingPostcode(code: string): boolean {
  return ['GB', 'CA', 'IE', 'NL', 'MT'].some((country) => isPostcodeOf(code, country))
}

/** Round numbers and years are more often amounts and dates than postcodes. */
export function looksLikeAmount(code: string): boolean {
  return /^\d+00$/.test(code) || /^(?:19|20)\d\d$/.test(code)
}
