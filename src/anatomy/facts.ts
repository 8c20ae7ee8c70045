import type {PhraseHit} from '../phrases/index.js'
import {type Body, type Fact, type FactKind, type Header, type MappedText, type Span, SpanIndex} from '../tree/index.js'
import {findAddresses} from './addresses/index.js'
import {contactOfLink, countryOfDomain, findContacts} from './contacts/index.js'
import {nameOfMailbox} from './names/index.js'

/** Ways of contact and postal addresses of the body, in order of place. They help to tell the sections. */
export function contactFacts(body: Body, from: Header | undefined): Fact[] {
  const {text} = body
  const mailbox = from && nameOfMailbox(from.text.value)
  const country = mailbox?.address ? countryOfDomain(mailbox.address) : undefined
  const contacts = findContacts(text.value, country ? {country} : {})
  const addresses = findAddresses(text.value)
  // A postcode or a house number may look like a phone.
  const taken = new SpanIndex(addresses)
  const linked = body.links.flatMap((link) => {
    const contact = contactOfLink(link.href)
    return contact ? [fact(contact.kind, contact.value, text, link, 'link')] : []
  })
  return [
    ...contacts
      .filter((contact) => contact.kind !== 'phone' || !taken.covers(contact))
      .map((contact) => fact(contact.kind, contact.value, text, contact, 'contacts')),
    ...addresses.map((address) => fact('address', address.value, text, address, 'addresses')),
    ...linked
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}

export function fact(kind: FactKind, value: string, text: MappedText, span: Span, by: string): Fact {
  return {type: 'fact', kind, value, text, start: span.start, end: span.end, by}
}

/** What the phrases of a list say, as facts. */
export function phraseFacts(kind: FactKind, hits: readonly PhraseHit[]): Fact[] {
  return hits.map((hit) => fact(kind, hit.text.value.slice(hit.start, hit.end), hit.text, hit, hit.entry.list))
}

const refusal =
  /unsubscri|opt[-_]?out|list[-_]?remove|remove[-_]me|abmeld|desuscri|desinscri|d[eé]sabonn|wypis|odsubskryb|laghv|\bstop\b/i

/** Links and merge tags by which a reader refuses further mails. */
export function refusalSpans(body: Body): Span[] {
  const linked = body.links.filter(({href}) => refusal.test(href) && !href.startsWith('mailto:?'))
  return [...linked, ...body.tags.filter((tag) => refusal.test(body.text.value.slice(tag.start, tag.end)))]
}

/** Links, tags and words that let a reader refuse further mails, and the header that does. */
export function optOutFacts(body: Body, headers: readonly Header[], hits: readonly PhraseHit[]): Fact[] {
  const header = headers.find(({name}) => name === 'list-unsubscribe')
  return [
    ...(header
      ? [fact('opt-out', header.text.value, header.text, {start: 0, end: header.text.value.length}, 'header')]
      : []),
    ...refusalSpans(body).map((span) =>
      fact('opt-out', body.text.value.slice(span.start, span.end), body.text, span, 'link')
    ),
    ...phraseFacts('opt-out', hits)
  ]
}
