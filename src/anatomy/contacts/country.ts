import {type CountryCode, getCountryCallingCode, isSupportedCountry} from 'libphonenumber-js/min'
import {hostParts} from './host-parts.js'

/** Country domains that the whole world registers: they tell nothing of where the sender sits. */
const EVERYWHERE = new Set('io co ai me tv ly gg to fm cc ws sh so nu tk ml ga cf'.split(' '))

/** Countries whose national numbers have no trunk prefix, beside those of the calling code 1. */
const NO_TRUNK = new Set<string>(
  `BH CR CY CZ DK EE ES GR GT HK HN IS IT KW LU LV MO MT NI NO OM PA PL PT QA SG SM SV TN UY VA BF BJ CI CM GA GL FO GI
  ML MR NE SN TG TD DJ SC MZ HT BW`.split(/\s+/)
)

/** The country of a host's or an address's top-level domain, where that domain belongs to a country's own use. */
export function countryOfDomain(host: string): CountryCode | undefined {
  const {publicSuffix} = hostParts(host.slice(host.lastIndexOf('@') + 1))
  const last = publicSuffix?.split('.').at(-1)?.toUpperCase() ?? ''
  if (last.length !== 2 || EVERYWHERE.has(last.toLowerCase())) return undefined
  const code = last === 'UK' ? 'GB' : last
  return isSupportedCountry(code) ? code : undefined
}

export function asCountry(code: string | undefined): CountryCode | undefined {
  const upper = code?.toUpperCase() ?? ''
  return upper.length === 2 && isSupportedCountry(upper) ? upper : undefined
}

export function hasTrunkPrefix(country: CountryCode): boolean {
  return getCountryCallingCode(country) !== '1' && !NO_TRUNK.has(country)
}
