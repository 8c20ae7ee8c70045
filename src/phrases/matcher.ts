import {Memory} from '../memory.js'
import type {MappedText, Span} from '../tree/index.js'
import {Automaton} from './automaton.js'
import {type BlockHits, hitsOfBlocks, joinWords, type PlacedBlock, type ReadBlock, readBlocks} from './blocks.js'
import {Evidence} from './evidence.js'
import {type MatchMemory, searchSentences} from './sentence-search.js'
import type {Accepted, Lexicon, LexiconEntry, PhraseEntry, PhraseHit, WordNormaliser} from './types.js'
import {readWords, type Words} from './words.js'

export interface FindOptions {
  /** Offsets in the text, in order. Without them punctuation and empty lines part the sentences. */
  readonly sentences?: readonly Span[]
  /** Merge tags, in order. */
  readonly tags?: readonly Span[]
  /** The blocks of the text, in order: with the sentences they let the reading be remembered block by block. */
  readonly blocks?: readonly Span[]
  /** The part of the mail an offset stands in (`subject`, `opening`, ...). Without it entries match in every part. */
  readonly sectionAt?: (offset: number) => string | undefined
}

export interface Matcher {
  readonly normaliser: WordNormaliser
  /** What the lexicon's entries match, in order of place; of hits of one list none overlaps another. */
  find(text: MappedText, options?: FindOptions, words?: Words): PhraseHit[]
  /** The words of a text, for `find` and for whoever else needs them. */
  read(text: MappedText, options?: FindOptions): Words
}

export function createMatcher(lexicon: Lexicon, normaliser: WordNormaliser): Matcher {
  const automaton = new Automaton(lexicon)
  const matched: MatchMemory = new Memory()
  const blocksRead = new Memory<ReadBlock>()
  const readings = new WeakMap<Words, readonly PlacedBlock[]>()
  const search = (words: Words, sectionAt?: FindOptions['sectionAt']): BlockHits => {
    const {hits, looksOn} = findHits(automaton, words, normaliser, sectionAt, matched)
    return {hits: withoutOverlaps(hits, sectionAt !== undefined), looksOn}
  }
  const read: Matcher['read'] = ({value}, {tags = [], sentences, blocks} = {}) => {
    const known = blocks && sentences && readBlocks(value, blocks, {tags, sentences}, normaliser, blocksRead)
    if (!known) return readWords(value, normaliser, tags, sentences)
    const words = joinWords(value, known)
    readings.set(words, known)
    return words
  }
  return {
    normaliser,
    read,
    find(text, options = {}, words = read(text, options)) {
      const known = options.sectionAt ? undefined : readings.get(words)
      if (known) return hitsOfBlocks(text, known, search)
      return search(words, options.sectionAt).hits.map(({entry, start, end}) => ({text, entry, start, end}))
    }
  }
}

export interface Hit extends Span {
  readonly entry: PhraseEntry
}

/** What matches and is not excused, overlaps included; and whether it depends on what a further sentence would say. */
export function findHits(
  automaton: Automaton,
  words: Words,
  normaliser: WordNormaliser,
  sectionAt?: FindOptions['sectionAt'],
  memory?: MatchMemory
): BlockHits {
  const {entries} = automaton.lexicon
  const accepted = searchSentences(automaton, words, normaliser, memory)
  let evidence: Evidence | undefined
  const hits: Hit[] = []
  for (const match of longest(accepted, entries.length)) {
    const entry = entries.at(match.id) as LexiconEntry
    const start = words.starts[match.from] as number
    const end = words.ends[match.to - 1] as number
    if (!isIn(entry, sectionAt?.(start))) continue
    if (isConditional(entry)) {
      evidence ??= new Evidence(words, normaliser, accepted, entries.length)
      if (!counts(entry, match, evidence)) continue
    }
    hits.push({entry, start, end})
  }
  return {hits, looksOn: evidence?.looksOn ?? false}
}

/** Of the matches of an entry that begin at one place the longest. */
function longest(accepted: readonly Accepted[], entryCount: number): Iterable<Accepted> {
  const best = new Map<number, Accepted>()
  for (const match of accepted) {
    if (match.id >= entryCount) continue
    const key = match.from * entryCount + match.id
    if ((best.get(key)?.to ?? -1) < match.to) best.set(key, match)
  }
  return best.values()
}

/** `body` is every part but the subject. Where the caller does not tell parts, none is asked for. */
function isIn(entry: LexiconEntry, section: string | undefined): boolean {
  if (entry.in.length === 0 || section === undefined) return true
  return entry.in.includes(section) || (section !== 'subject' && entry.in.includes('body'))
}

function isConditional(entry: LexiconEntry): boolean {
  return entry.unless.length > 0 || entry.with.length > 0
}

function counts(entry: LexiconEntry, match: Accepted, evidence: Evidence): boolean {
  if (!entry.with.every((condition) => evidence.holds(condition, match))) return false
  return !entry.unless.some((condition) => evidence.holds(condition, match))
}

/**
 * Leftmost first, then longest, then in order of the file. While the parts of the mail are not known, entries
 * for different parts do not compete: only one of them may turn out to hold.
 */
function withoutOverlaps(hits: readonly Hit[], partsKnown: boolean): Hit[] {
  if (hits.length < 2) return [...hits]
  const ordered = [...hits].sort((a, b) => a.start - b.start || b.end - a.end || a.entry.index - b.entry.index)
  const ends = new Map<string, number>()
  return ordered.filter(({entry, start, end}) => {
    const key = partsKnown ? entry.list : rivalsOf(entry)
    if (start < (ends.get(key) ?? 0)) return false
    ends.set(key, end)
    return true
  })
}

const rivals = new WeakMap<PhraseEntry, string>()

/** Which entries compete for words: those of one list that ask for the same parts. */
function rivalsOf(entry: PhraseEntry): string {
  const known = rivals.get(entry) ?? [entry.list, ...entry.in].join(' ')
  rivals.set(entry, known)
  return known
}
