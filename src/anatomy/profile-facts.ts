import {isPerson, type Sender, spellings} from '../config/sender.js'
import type {Body, Fact, FactKind, Section, Span} from '../tree/index.js'
import {fact} from './facts.js'
import {fold, wholeWordIndex} from './sender.js'

/** What the configuration says of the sender, where the draft says it too: no shape or phrase has to tell it then. */
export function profileFacts(
  body: Body,
  sections: readonly Section[],
  ends: readonly Span[],
  {people = [], address, optOut}: Sender
): Fact[] {
  const names = people.flatMap((person) => spellings(isPerson(person) ? person.name : person))
  const quoted = sections.find(({name}) => name === 'quoted-thread')
  const own = {start: 0, end: quoted?.start ?? body.text.value.length}
  return [
    ...ends.flatMap((part) => names.flatMap((name) => factsOf('person', name, body, part))),
    ...addresses(address).flatMap((lines) => factsOf('address', lines, body, own)),
    ...spellings(optOut).flatMap((sentence) => factsOf('opt-out', sentence, body, own))
  ]
}

/** An address in lines is found in one line too, and the other way round: what parts them counts as a blank. */
function addresses(address: Sender['address']): string[] {
  return Array.isArray(address) ? [address.join(' ')] : spellings(address)
}

function factsOf(kind: FactKind, words: string, {text}: Body, part: Span): Fact[] {
  const {folded, places} = withoutGaps(text.value.slice(part.start, part.end))
  const wanted = withoutGaps(words).folded
  const at = wanted === '' ? -1 : wholeWordIndex(folded, wanted)
  if (at < 0) return []
  const start = part.start + (places[at] as number)
  const end = part.start + (places[at + wanted.length - 1] as number) + 1
  return [fact(kind, words, text, {start, end}, 'sender-profile')]
}

/** Folded letters with single blanks for white space and commas, and where each of them stands. */
function withoutGaps(text: string): {folded: string; places: number[]} {
  const places: number[] = []
  let folded = ''
  for (const run of fold(text).matchAll(/[\s,،]+|[^\s,،]/g)) {
    const gap = /[\s,،]/.test(run[0])
    if (gap && (folded === '' || run.index + run[0].length === text.length)) continue
    folded += gap ? ' ' : run[0]
    places.push(run.index)
  }
  return {folded, places}
}
