import type {Place} from '../tree/index.js'

/** An entry of a phrase file, as written. */
export interface PhraseEntry {
  /** The rule's id, or the name of a list of the language (`@greeting`). */
  readonly list: string
  /** Position of the entry in its list. */
  readonly index: number
  readonly match: readonly string[]
  readonly why: string | undefined
  readonly instead: string | undefined
}

/** Where an entry matched; offsets count in `text.value`. */
export interface PhraseHit extends Place {
  readonly entry: PhraseEntry
}
