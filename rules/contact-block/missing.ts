import type {Email, FactKind, SectionName} from '../../src/tree/index.js'

export type Part = 'organisation' | 'person' | 'direct'

const wanted: readonly (readonly [Part, readonly FactKind[]])[] = [
  ['organisation', ['organisation']],
  ['person', ['person']],
  ['direct', ['phone', 'email', 'messenger', 'calendar']]
]
const ends: ReadonlySet<SectionName> = new Set(['sign-off', 'signature', 'footer', 'postscript'])

/** What the end of the mail does not give. */
export function missingIn({facts, body, sections}: Email): Part[] {
  const parts = sections.filter(({name}) => ends.has(name))
  const atEnd = facts.filter(
    (fact) => fact.text === body.text && parts.some(({start, end}) => fact.start >= start && fact.end <= end)
  )
  return wanted.filter(([, kinds]) => !atEnd.some(({kind}) => kinds.includes(kind))).map(([part]) => part)
}
