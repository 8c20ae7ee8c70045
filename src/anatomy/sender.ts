import {isPerson, type Sender, spellings} from '../config/sender.js'
import type {Body, Fact, Header, Link, Span} from '../tree/index.js'
import {hasLetterOrNumber} from '../tree/letters.js'
import {contactOfLink} from './contacts/index.js'
import {fact} from './facts.js'
import {
  findOrganisations,
  findPersons,
  matchesName,
  type NameMatch,
  nameOfMailbox,
  organisationBeside,
  organisationOfDomain,
  partOfName
} from './names/index.js'

/** What tells who sends: the configuration, the From header, the organisations of the signature. */
export interface SenderEvidence {
  /** Names as written. */
  readonly names: readonly string[]
  /** Labels of domains, such as `acme` of acme.example. */
  readonly labels: readonly string[]
}

export function senderEvidence(
  headers: readonly Header[],
  signature: readonly Fact[],
  configured: Sender | undefined,
  links: readonly Link[] = []
): SenderEvidence {
  const from = headers.find(({name}) => name === 'from')
  const mailbox = from && nameOfMailbox(from.text.value)
  const emails = signature.filter(({kind}) => kind === 'email').map(({value}) => value)
  const domains = [mailbox?.address ?? '', ...emails, ...configuredDomains(configured)]
  const stated = domains.flatMap((domain) => organisationOfDomain(domain) ?? [])
  const labels = stated.length > 0 ? stated : ownSite(links)
  return {
    names: [
      ...spellings(configured?.company),
      ...signature.filter(({kind}) => kind === 'organisation').map(({value}) => coreName(value))
    ],
    labels: [...new Set(labels)]
  }
}

function configuredDomains({domains = [], emails = [], people = []}: Sender = {}): string[] {
  return [...domains, ...emails, ...people.filter(isPerson).flatMap(({email}) => email ?? [])]
}

/** Sites of everybody, which name no sender. */
const SHARED_SITES: ReadonlySet<string> = new Set(
  'linkedin instagram facebook youtube youtu google goo twitter x github wikipedia aparat vimeo bit tinyurl t'.split(
    ' '
  )
)

/** Where no address tells the sender's domain, the one that all links lead to does. */
function ownSite(links: readonly Link[]): string[] {
  const sites = links.filter(({href}) => /^https?:/i.test(href) && contactOfLink(href)?.kind !== 'messenger')
  const labels = new Set(sites.map(({href}) => organisationOfDomain(href) ?? ''))
  return [...labels].filter((label) => labels.size === 1 && label !== '' && !SHARED_SITES.has(label))
}

/** Legal forms and kind words say what a company is, not what it is called. */
const forms =
  /(?:^|[\s,])(?:(?:pvt\.?|pty\.?|private)\s+)?(?:ltd|limited|llc|llp|inc|incorporated|corp|corporation|plc|gmbh|ag|kg|se|b\.?v|n\.?v|s\.?a|s\.?l|s\.?r\.?l|s\.?p\.?a|sas|sarl|oy|ab|as|a\/s|aps|kft|d\.?o\.?o|sp\.?\s?z\s?o\.?\s?o|co)\.?(?=$|[\s,])/gi
const persianForms =
  /(?:^|[\s])(?:شرکت|گروه|بازرگانی|صنایع|کارخانه|مؤسسه|موسسه|فروشگاه|هلدینگ)(?=\s)|[«»"]|\((?:سهامی|مسئولیت)[^)]{0,20}\)/g

export function coreName(name: string): string {
  return name.replace(forms, ' ').replace(persianForms, ' ').replace(/\s+/g, ' ').trim()
}

/**
 * Places in a stretch of the body that name the sender's organisation.
 * @param signers persons who sign in the stretch: beside them a part of the domain is enough, «مدیر فروش زنبورداری دنا»
 */
export function namesOfSender(
  body: Body,
  stretch: Span,
  evidence: SenderEvidence,
  signers: readonly Fact[] = []
): Fact[] {
  const text = body.text.value.slice(stretch.start, stretch.end)
  const folded = fold(text)
  const found: Fact[] = []
  const add = (at: Span, by: string) => {
    const span = {start: stretch.start + at.start, end: stretch.start + at.end}
    found.push(fact('organisation', text.slice(at.start, at.end), body.text, span, by))
  }
  for (const name of evidence.names) {
    const at = name.length > 2 ? wholeWordIndex(folded, fold(name)) : -1
    if (at >= 0) add({start: at, end: at + name.length}, 'sender-name')
  }
  for (const label of evidence.labels) {
    const match = matchesName(label, text)
    if (match) add(match, 'sender-domain')
  }
  if (found.length > 0 || signers.length === 0) return found
  const others = withoutNames(text, stretch.start, signers)
  for (const label of evidence.labels) {
    const match = partOfName(label, others)
    if (match) add(match, 'sender-domain')
  }
  return found
}

/** The text with its persons blanked: firms have their owners' names too, but a person alone names no firm. */
function withoutNames(text: string, start: number, persons: readonly Fact[]): string {
  return persons.reduce((rest, person) => {
    const [from, to] = [person.start - start, person.end - start]
    return from < 0 || to > rest.length ? rest : rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }, text)
}

/** Letter variants that do not make another name; the length stays, so that offsets hold. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u200C\u00A0]/g, ' ')
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
}

export function wholeWordIndex(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + name.length] ?? ' '
    if (!hasLetterOrNumber(before + after)) return at
  }
  return -1
}

/** Names in what stands below the prose. Only where somebody signs is a bare name a person. */
export function nameFacts(body: Body, stretch: Span, addresses: readonly Fact[], signs: boolean): Fact[] {
  const text = body.text.value.slice(stretch.start, stretch.end)
  const named = (kind: 'person' | 'organisation', by: string) => (name: NameMatch) =>
    fact(kind, name.value, body.text, {start: stretch.start + name.start, end: stretch.start + name.end}, by)
  const persons = signs ? findPersons(text) : []
  const organisations = findOrganisations(text).map(named('organisation', 'legal-form'))
  return [
    ...organisations,
    ...persons.map(named('person', 'name-shape')),
    ...(organisations.length > 0 ? [] : unmarked())
  ]

  function unmarked(): Fact[] {
    return persons
      .flatMap((person) => organisationBeside(text, person) ?? [])
      .map(named('organisation', 'beside-person'))
      .filter((name) => !addresses.some((address) => isPlaceOf(name, address)))
  }
}

/** An address may begin with a line of its own for the company; anything else in it is a street or a town. */
function isPlaceOf(name: Fact, address: Fact): boolean {
  const inside = name.start >= address.start && name.end <= address.end
  return inside && (name.start > address.start || name.text.value[name.end] !== '\n')
}
