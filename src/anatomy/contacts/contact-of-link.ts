import type {Contact} from './contact.js'
import {
  CALENDAR_HOSTS,
  CALENDAR_PARENTS,
  CALENDAR_SEGMENTS,
  CONTACT_SEGMENTS,
  MESSENGER_HOSTS,
  MESSENGER_SCHEMES,
  UNREAD_MAILBOX
} from './hosts.js'

/** Stands for the host of a link that has none. */
const OWN_SITE = 'site.invalid'

type LinkContact = Pick<Contact, 'kind' | 'value'>

/** The way of contact that a link's target is, if it is one. */
export function contactOfLink(href: string): LinkContact | undefined {
  const target = href.trim()
  const scheme = /^([a-z][a-z0-9+-]{1,20}):(?!\d)/i.exec(target)?.[1]?.toLowerCase()
  if (scheme === undefined) return ofSite(target.startsWith('/') ? `http://${OWN_SITE}${target}` : `http://${target}`)
  const rest = decoded(target.slice(scheme.length + 1))
  if (scheme === 'http' || scheme === 'https') return ofSite(target)
  if (scheme === 'mailto') return ofAddress(rest.split('?', 1)[0] ?? '')
  if (scheme === 'tel' || scheme === 'callto' || scheme === 'sms') return ofDial(rest)
  return MESSENGER_SCHEMES.has(scheme) ? {kind: 'messenger', value: `${scheme}:${rest.toLowerCase()}`} : undefined
}

function ofAddress(address: string): LinkContact | undefined {
  const value = address.trim().toLowerCase()
  const [mailbox = '', host = ''] = value.split('@')
  if (host === '' || mailbox === '' || /[{}%*[\]<>\s]/.test(value) || UNREAD_MAILBOX.test(mailbox)) return undefined
  return {kind: 'email', value}
}

function ofDial(target: string): LinkContact | undefined {
  const value = target.split(/[;?]/, 1)[0]?.replace(/[^\d+]/g, '') ?? ''
  return value.length >= 6 ? {kind: 'phone', value} : undefined
}

function ofSite(address: string): LinkContact | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const host = url.hostname.replace(/^www\./, '')
  const path = decoded(url.pathname).toLowerCase()
  const value = `${host === OWN_SITE ? '' : host}${path}${url.hash.startsWith('#/') ? url.hash : ''}`.replace(/\/$/, '')
  const target = path + url.search + url.hash
  if (hasHost(MESSENGER_HOSTS, host, target)) return {kind: 'messenger', value}
  if (hasHost(CALENDAR_HOSTS, host, target) || isCalendarCustomer(host)) return {kind: 'calendar', value}
  const segments = path.split('/').filter(Boolean).slice(0, 4)
  const pages = segments.map((segment) => segment.replace(/\.(?:html?|php|aspx?)$/, ''))
  if (pages.some((page) => CONTACT_SEGMENTS.has(page))) return {kind: 'contact-page', value}
  return pages.some((page) => CALENDAR_SEGMENTS.has(page)) ? {kind: 'calendar', value} : undefined
}

function hasHost(hosts: ReadonlyMap<string, readonly string[]>, host: string, target: string): boolean {
  const labels = host.split('.')
  const paths = labels.map((_, index) => hosts.get(labels.slice(index).join('.'))).find((found) => found !== undefined)
  if (!paths || target === '/' || target.startsWith('/share')) return false
  return paths.some((path) => target.startsWith(path))
}

function isCalendarCustomer(host: string): boolean {
  const parent = host.slice(host.indexOf('.') + 1)
  return parent !== host && CALENDAR_PARENTS.has(parent)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
