import {type ByLanguage, isPerson, type Person, type Sender, spellings} from '../config/sender.js'
import type {Wording} from '../languages/define-language.js'
import type {Email} from '../tree/index.js'

export type ContactKind = 'phone' | 'email' | 'messenger' | 'calendar'

export interface Contact {
  readonly kind: ContactKind
  /** As it stands in a mail, with its label. */
  readonly line: string
}

/** What the configuration says of the sender, in one language and of the one person who signs. */
export interface Profile {
  readonly company: string | undefined
  readonly description: string | undefined
  readonly name: string | undefined
  readonly role: string | undefined
  /** The person's own first, then the company's. */
  readonly contacts: readonly Contact[]
  readonly address: readonly string[]
  readonly optOut: string | undefined
}

export function profileOf(sender: Sender, email: Email, wording: Wording | undefined): Profile {
  const {language} = email
  const sentence = (value: ByLanguage<string> | undefined) => inLanguage(value, language, wording)
  const people = (sender.people ?? []).map((one): Person => (isPerson(one) ? one : {name: one}))
  const person = whoSigns(people, email)
  return {
    company: named(sender.company, language),
    description: sentence(sender.description),
    name: named(person?.name, language),
    role: sentence(person?.role),
    contacts: contactsOf(person, sender, wording),
    address: addressOf(sender.address, language),
    optOut: sentence(sender.optOut)
  }
}

/**
 * The person whose name the end of the draft or its From header has; the first one where nobody signs. Where somebody
 * else does, nobody: a name and a number that do not belong together would be made up.
 */
function whoSigns(people: readonly Person[], {headers, sections, body, facts}: Email): Person | undefined {
  const from = headers.find(({name}) => name === 'from')?.text.value ?? ''
  const ends = sections.filter(({name}) => name === 'sign-off' || name === 'signature')
  const signed = ends.map(({start, end}) => body.text.value.slice(start, end)).join('\n')
  const has = (text: string) => (person: Person) =>
    spellings(person.name).some((name) => text.toLowerCase().includes(name.toLowerCase()))
  const stranger = facts.some(
    ({kind, start}) => kind === 'person' && ends.some((end) => start >= end.start && start < end.end)
  )
  return people.find(has(signed)) ?? people.find(has(from)) ?? (stranger ? undefined : people[0])
}

/** A name stays a name in another language; a sentence does not. */
function named(value: Sender['company'], language: string | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return byLanguage(value, language) ?? Object.values(value)[0]
}

function byLanguage(value: object, language: string | undefined): string | undefined {
  const own = Object.entries(value).find(([code]) => code === language)?.[1]
  return typeof own === 'string' ? own : undefined
}

function inLanguage(
  value: ByLanguage<string> | undefined,
  language: string | undefined,
  wording: Wording | undefined
): string | undefined {
  if (value === undefined || !wording) return undefined
  const text = typeof value === 'string' ? value : byLanguage(value, language)
  return text && wording.letters.test(text) ? text : undefined
}

function addressOf(address: Sender['address'], language: string | undefined): string[] {
  if (Array.isArray(address)) return [...address]
  return (named(address, language) ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
}

function contactsOf(person: Person | undefined, sender: Sender, wording: Wording | undefined): Contact[] {
  const phones = [person?.phone, ...(sender.phones ?? [])]
  const emails = [person?.email, ...(sender.emails ?? [])]
  const messengers = Object.entries(person?.messengers ?? {}).map(([name, value]) => `${name}: ${value}`)
  const labelled = (kind: 'phone' | 'email' | 'calendar') => (value: string | undefined) =>
    value ? [{kind, line: wording ? `${wording.labels[kind]}: ${value}` : value}] : []
  return [
    ...phones.flatMap(labelled('phone')),
    ...emails.flatMap(labelled('email')),
    ...messengers.map((line) => ({kind: 'messenger' as const, line})),
    ...[person?.booking].flatMap(labelled('calendar'))
  ]
}
