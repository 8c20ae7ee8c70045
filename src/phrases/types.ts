import type {Place} from '../tree/index.js'
import type {Vocabulary} from './vocabulary.js'

/** An entry of a phrase file, as written. */
export interface PhraseEntry {
  /** The rule's id, or the name of a list of the language (`@greeting`). */
  readonly list: string
  /** Position of the entry in its list. */
  readonly index: number
  readonly match: readonly string[]
  /** Parts of the mail it holds in: names of sections, `subject`, `body`; empty for everywhere. */
  readonly in: readonly string[]
  readonly why: string | undefined
  readonly instead: string | undefined
}

/** Where an entry matched; offsets count in `text.value`. */
export interface PhraseHit extends Place {
  readonly entry: PhraseEntry
}

/** What a language says about its words. Patterns and texts are read with the same one, so that they meet. */
export interface WordNormaliser {
  /** The one spelling of a written word; several where it stands for several words ("don't", "lead-free"). */
  norms(word: string): readonly string[]
  /** Which neighbour a word belongs to where a space parts what is one word (Persian affixes). */
  attaches?(norm: string, previous: string | undefined): 'next' | 'previous' | undefined
  /** Norms after which a full stop ends no sentence. */
  readonly abbreviations: ReadonlySet<string>
  /** Whether capitals tell names. */
  readonly cased: boolean
  /** Small words that may stand inside a name. */
  readonly nameLinks: ReadonlySet<string>
  /** Words that no name begins with, capital or not. */
  readonly notNames: ReadonlySet<string>
}

/**
 * Evidence looked for near a match. `next` widens it to the following sentence.
 * The numbers are ids of patterns that the automaton reports; -1 where the language has none.
 */
export type Condition =
  | {readonly test: 'number' | 'name' | 'quoted' | 'capitals'; readonly next: boolean}
  | {readonly test: 'phrase'; readonly id: number; readonly next: boolean}
  | {readonly test: 'negated'; readonly before: number; readonly after: number; readonly next: boolean}

export interface LexiconEntry extends PhraseEntry {
  readonly unless: readonly Condition[]
  readonly with: readonly Condition[]
}

/** All phrases of a language as plain data: what the build writes and `createMatcher` reads. */
export interface Lexicon {
  readonly entries: Pick<readonly LexiconEntry[], 'length' | 'at'>
  /** Edge symbols, in this order: words, stems, the marks of `marks`, lists. */
  readonly words: Vocabulary
  readonly stems: readonly string[]
  /** The first node of each word list. The first node of the entries is 0. */
  readonly listRoots: ArrayLike<number>
  /** Where each node's edges begin; one number more than there are nodes. Edges of a node are in order of symbol. */
  readonly edgesAt: ArrayLike<number>
  readonly symbols: ArrayLike<number>
  readonly targets: ArrayLike<number>
  /** Where each node's accepted ids begin; one number more than there are nodes. */
  readonly acceptsAt: ArrayLike<number>
  /** An entry's number, or from `entries.length` on the id of a condition's patterns. */
  readonly accepts: ArrayLike<number>
}

/** A match of a search. */
export interface Accepted {
  /** An entry's number, or the id of a condition's patterns. */
  readonly id: number
  /** Places of words, end exclusive. */
  readonly from: number
  readonly to: number
}
