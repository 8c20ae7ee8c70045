import type {Root} from 'nlcst'
import type {WordNormaliser} from '../phrases/types.js'

/** What Coldread knows of one language; its word lists and phrases are the `.yml` files beside it. */
export interface LanguagePack {
  /** English name, for people. */
  readonly name: string
  /** BCP 47 primary subtag: the name of the folder. */
  readonly code: string
  /** Paragraphs, sentences and words (nlcst); offsets count in `text`. */
  parse(text: string): Root
  readonly normalise: WordNormaliser
  /** Words so frequent that a text in the language can't do without; they tell it from others of its script. */
  readonly frequentWords: readonly string[]
}

export function defineLanguage(pack: LanguagePack): LanguagePack {
  return pack
}
