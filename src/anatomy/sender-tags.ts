import type {Body, Fact, FactKind, Span} from '../tree/index.js'
import {fact} from './facts.js'

/** Fields that speak of who sends, in the spellings of the sequencers: `{{sender_name}}`, `{{my.phone}}`, `%SENDER_EMAIL%`. */
const sender =
  /(?:^|[^a-z])(?:sender|my|user|owner|rep|agent|own|from|account_?owner|fromuser)(?:[^a-z]|$)|sender|signature/i
const calendar = /calend|meeting|booking|schedul|appointment|book_?a/i

const fields: readonly (readonly [RegExp, FactKind])[] = [
  [/compan|organi[sz]ation|business|firm|employer|brand/i, 'organisation'],
  [/phone|mobile|cell|(?:^|[^a-z])tel/i, 'phone'],
  [/e?mail/i, 'email'],
  [/address|street/i, 'address'],
  [/name/i, 'person']
]

/** A whole signature that the sequencer puts in: it gives all that a contact block needs. */
const wholeSignature: readonly FactKind[] = ['person', 'organisation', 'email']

/** What merge tags stand for once the mail is sent: the sender's name, company and contacts, and calendar links. */
export function senderTagFacts(body: Body, signed: readonly Span[]): Fact[] {
  return body.tags.flatMap((tag) => {
    const raw = body.text.value.slice(tag.start, tag.end)
    const inSignature = signed.some(({start, end}) => tag.start >= start && tag.end <= end)
    return kindsOf(raw, inSignature).map((kind) => fact(kind, raw, body.text, tag, 'merge-tag'))
  })
}

function kindsOf(raw: string, inSignature: boolean): readonly FactKind[] {
  if (calendar.test(raw)) return ['calendar']
  if (!sender.test(raw)) return []
  const kind = fields.find(([field]) => field.test(raw))?.[1]
  if (kind) return [kind]
  return inSignature || /signature/i.test(raw) ? wholeSignature : []
}
