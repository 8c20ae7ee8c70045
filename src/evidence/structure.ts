import type {DraftReader} from '../model/index.js'
import {firstWordAt} from '../model/tokens.js'
import {type Words, wordFlag} from '../phrases/index.js'
import {type Email, type Fact, type FactKind, type Place, type Span, SpanIndex} from '../tree/index.js'

/** What stands in a stretch of text, whatever its words say. */
export interface Structure {
  readonly figure: boolean
  /** Somebody's name; the sender's own names are none. */
  readonly name: boolean
  readonly offer: boolean
}

export function structureOf(place: Place, email: Email, reader: DraftReader): Structure {
  const words = reader.wordsOf(place.text)
  const covered = new SpanIndex(factsIn(email, place, namesAndContacts))
  const places: number[] = []
  for (
    let at = firstWordAt(words, place.start);
    at < words.norms.length && (words.starts[at] as number) < place.end;
    at++
  ) {
    const start = words.starts[at] as number
    if (!covered.touches({start, end: start + 1})) places.push(at)
  }
  return {
    figure: places.some((at) => isFigure(words, at)),
    name: hasName(words, places, reader, place),
    offer: factsIn(email, place, offers).length > 0
  }
}

/** Whether a stretch says nothing that a buyer could use. */
export function isBare(place: Place, email: Email, reader: DraftReader): boolean {
  const {figure, name, offer} = structureOf(place, email, reader)
  return !(figure || name || offer)
}

const namesAndContacts: readonly FactKind[] = ['phone', 'email', 'address', 'who', 'organisation', 'person']
const offers: readonly FactKind[] = ['offer']

const indexes = new WeakMap<readonly Fact[], Map<readonly FactKind[], SpanIndex<Fact>>>()

function factsIn({facts}: Email, place: Place, kinds: readonly FactKind[]): Span[] {
  const known = indexes.get(facts) ?? new Map<readonly FactKind[], SpanIndex<Fact>>()
  const index = known.get(kinds) ?? new SpanIndex(facts.filter(({kind}) => kinds.includes(kind)))
  indexes.set(facts, known.set(kinds, index))
  return index.touching(place).filter(({text}) => text === place.text)
}

/** "No. 1", "24/7", "360" and "100 %" measure nothing. */
const idle = /^#?(?:1|24\/7|360|365)$/

function isFigure(words: Words, at: number): boolean {
  const norm = words.norms[at] as string
  if (!((words.flags[at] as number) & wordFlag.digit) || !/\d/.test(norm) || idle.test(norm)) return false
  return !(norm === '100' && words.norms[at + 1] === '%')
}

/** A capital inside a sentence or, in scripts without capitals, a word in Latin letters. A title in capitals is no name. */
function hasName(words: Words, places: readonly number[], {normaliser}: DraftReader, {start}: Place): boolean {
  const inside = places.filter((at) => (words.starts[at] as number) > start)
  const named = inside.filter((at) => {
    const norm = words.norms[at] as string
    if ((words.flags[at] as number) & wordFlag.tag) return false
    if (!normaliser.cased) return /^[a-z]{2}/.test(norm)
    return ((words.flags[at] as number) & wordFlag.capitalised) > 0 && !normaliser.notNames.has(norm)
  })
  return named.length > 0 && named.length * 2 <= inside.length
}
