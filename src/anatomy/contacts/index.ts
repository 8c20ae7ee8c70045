import type {CountryCode} from 'libphonenumber-js/min'
import type {Contact, ContactHints} from './contact.js'
import {contactOfLink} from './contact-of-link.js'
import {asCountry, countryOfDomain} from './country.js'
import {findHandles} from './handles.js'
import {type FoundLink, findLinks} from './links.js'
import {marksBefore} from './marks.js'
import {findPhones} from './phone.js'

export type {Contact, ContactHints, ContactKind} from './contact.js'
export {contactOfLink} from './contact-of-link.js'
export {countryOfDomain} from './country.js'
export {type FoundLink, findLinks} from './links.js'

/**
 * Ways to reach somebody that stand in visible text, in its order. A number marked as a messenger's is that alone,
 * unless the text calls it a phone too.
 */
export function findContacts(text: string, hints: ContactHints = {}): Contact[] {
  const links = findLinks(text)
  const handles = findHandles(text)
  const linked = links.flatMap((link) => contactsOfLink(text, link, handles))
  const country = asCountry(hints.country) ?? countryOfLinks(links) ?? countryOfScript(text)
  const phones = findPhones(text, country, takenBy([...links, ...handles]))
  return [...linked, ...handles, ...phones].sort((a, b) => a.start - b.start || a.kind.localeCompare(b.kind))
}

function contactsOfLink(text: string, link: FoundLink, handles: readonly Contact[]): Contact[] {
  if (handles.some((handle) => handle.start < link.end && link.start < handle.end)) return []
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

/** Letters that Persian has and Arabic has not. */
function countryOfScript(text: string): 'IR' | undefined {
  return /[پچژگی]/.test(text) ? 'IR' : undefined
}

/** @returns whether an offset lies in one of the spans; to be asked in rising order */
function takenBy(spans: readonly {start: number; end: number}[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  return (at) => {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    return (sorted[next]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}
