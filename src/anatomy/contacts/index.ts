import type {CountryCode} from 'libphonenumber-js/min'
import type {Contact, ContactHints} from './contact.js'
import {contactOfLink} from './contact-of-link.js'
import {asCountry, countryOfDomain} from './country.js'
import {coveredBy} from './covered.js'
import {findHandles} from './handles.js'
import {type FoundLink, findLinks} from './links.js'
import {marksBefore} from './marks.js'
import {findPhones} from './phone.js'

export type {Contact, ContactHints} from './contact.js'
export {contactOfLink} from './contact-of-link.js'
export {countryOfDomain} from './country.js'
export {findLinks} from './links.js'

/**
 * Ways to reach somebody that stand in visible text, in its order. A number marked as a messenger's is that alone,
 * unless the text calls it a phone too.
 */
export function findContacts(text: string, hints: ContactHints = {}): Contact[] {
  const links = findLinks(text)
  const handles = findHandles(text)
  const named = coveredBy(handles)
  const linked = links.flatMap((link) => (named(link.start) ? [] : contactsOfLink(text, link)))
  const country = asCountry(hints.country) ?? countryOfLinks(links) ?? countryOfScript(text)
  const phones = findPhones(text, country, coveredBy([...links, ...handles]))
  return [...linked, ...handles, ...phones].sort(
    (a, b) => a.start - b.start || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)
  )
}

function contactsOfLink(text: string, link: FoundLink): Contact[] {
  const {start, end} = link
  const contact = contactOfLink(link.href)
  if (contact) return [{...contact, start, end}]
  const value = text.slice(start, end).toLowerCase()
  return marksBefore(text, start, 0).includes('calendar') ? [{kind: 'calendar', value, start, end}] : []
}

function countryOfLinks(links: readonly FoundLink[]): CountryCode | undefined {
  const hosts = links.filter((link) => link.href.startsWith('mailto:')).map((link) => link.href.split('@')[1] ?? '')
  return hosts.map(countryOfDomain).find((country) => country !== undefined)
}

/** Letters and digits that Persian has and Arabic has not. */
function countryOfScript(text: string): 'IR' | undefined {
  return /[پچژگی۰-۹]/.test(text) ? 'IR' : undefined
}
