import type {Sender} from '../config/sender.js'
import type {PhraseHit} from '../phrases/index.js'
import type {Body, Fact, ParsedEmail, Section, Sentence, Span} from '../tree/index.js'
import {fact, optOutFacts, phraseFacts} from './facts.js'
import {profileFacts} from './profile-facts.js'
import {nameFacts, namesOfSender, senderEvidence} from './sender.js'
import {senderTagFacts} from './sender-tags.js'

/** All facts of a draft whose parts are named, in order of place. */
export function factsOf(
  parsed: ParsedEmail,
  sections: readonly Section[],
  sentences: readonly Sentence[],
  contacts: readonly Fact[],
  hits: ReadonlyMap<string, readonly PhraseHit[]>,
  sender: Sender | undefined
): Fact[] {
  const {body, headers} = parsed
  const of = (list: string): readonly PhraseHit[] => hits.get(list) ?? []
  const quoted = sections.filter(({name}) => name === 'quoted-thread')
  const signed = sections.filter(({name}) => name === 'signature' || name === 'footer' || name === 'postscript')
  const tags = senderTagFacts(body, signed)
  const addresses = contacts.filter(({kind}) => kind === 'address')
  const names = endsOf(sections).flatMap((part) => nameFacts(body, part, addresses, part.signs))
  const evidence = senderEvidence(
    headers,
    [...contacts.filter((contact) => signed.some((part) => within(contact, part))), ...names],
    sender,
    body.links
  )
  const greeted = firstWords(body, sections, sentences)
  const signers = names.filter(({kind}) => kind === 'person')
  const own = [
    ...namesOfSender(body, greeted, evidence),
    ...signed.flatMap((part) => namesOfSender(body, part, evidence, part.name === 'signature' ? signers : []))
  ]
  const organisations = [...own, ...tags.filter(({kind}) => kind === 'organisation')]
  const who = organisations.filter((name) => within(name, greeted)).map((name) => ({...name, kind: 'who' as const}))
  return [
    ...contacts,
    ...tags,
    ...names,
    ...own,
    ...(sender ? profileFacts(body, sections, endsOf(sections), sender) : []),
    ...who,
    ...phraseFacts(
      'who',
      of('@introduction').filter((hit) => hit.text === body.text && within(hit, greeted))
    ),
    ...phraseFacts(
      'offer',
      of('@offer').filter((hit) => hit.text === body.text)
    ),
    ...phraseFacts(
      'ask',
      of('@ask').filter((hit) => hit.text === body.text)
    ),
    ...optOutFacts(
      body,
      headers,
      of('@opt-out').filter((hit) => hit.text === body.text && !quoted.some((part) => within(hit, part)))
    ),
    ...figures(body)
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Closing and signature are read together: a bare first name counts only below a closing. */
function endsOf(sections: readonly Section[]): (Span & {readonly signs: boolean})[] {
  const signature = sections.findLast(({name}) => name === 'signature')
  const signOff = sections.findLast(({name}) => name === 'sign-off')
  const first = signOff ?? signature
  const last = signature ?? signOff
  const rest = sections
    .filter(({name}) => name === 'footer' || name === 'postscript')
    .map(({start, end}) => ({start, end, signs: false}))
  return first && last ? [{start: first.start, end: last.end, signs: true}, ...rest] : rest
}

/** Greeting and first paragraph, of that at most three sentences: where a buyer looks for who writes. */
function firstWords(body: Body, sections: readonly Section[], sentences: readonly Sentence[]): Span {
  const opening = sections.find(({name}) => name === 'opening')
  const start = sections[0]?.start ?? 0
  if (!opening) return {start, end: sections.find(({name}) => name === 'greeting')?.end ?? start}
  const third = sentences.filter((sentence) => sentence.start >= opening.start && sentence.end <= opening.end)[2]
  return {start, end: Math.min(third?.end ?? opening.end, opening.end, body.text.value.length)}
}

function figures(body: Body): Fact[] {
  return [...body.text.value.matchAll(/[0-9٠-٩۰-۹०-९০-৯๐-๙０-９][0-9٠-٩۰-۹०-९০-৯๐-๙０-９.,٫٬]{0,20}/g)].map((match) =>
    fact('figure', match[0], body.text, {start: match.index, end: match.index + match[0].length}, 'digits')
  )
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}
