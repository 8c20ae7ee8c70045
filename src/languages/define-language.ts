import type {Root} from 'nlcst'
import type {WordNormaliser} from '../phrases/types.js'
import type {Span} from '../tree/index.js'

/** What a sender's name, role and company are in a sentence. */
export interface Introduced {
  readonly name?: string | undefined
  readonly role?: string | undefined
  readonly company?: string | undefined
}

/** How fixes say in the language what a draft leaves out; the sender's own data come from the configuration. */
export interface Wording {
  /** Letters of its script: a sentence of the configuration without any is in another language. */
  readonly letters: RegExp
  /** One sentence; undefined where there is neither name nor company. */
  introduce(sender: Introduced): string | undefined
  /** Between a role and a company. */
  readonly comma: string
  readonly closing: string
  /** A way to refuse further mails that needs no data: any mail can be answered. */
  readonly optOut: string
  readonly labels: Readonly<Record<'phone' | 'email' | 'calendar', string>>
  /** The thing that a sentence offers: "sliding doors for cold rooms" of "We make sliding doors for cold rooms." */
  offerIn(sentence: string): string | undefined
  /** Words that keep capitals inside a sentence: acronyms as they are, names with their first. Unset without capitals. */
  readonly capitals?: {readonly acronyms: ReadonlySet<string>; readonly names: ReadonlySet<string>}
}

/** What Coldread knows of one language; its word lists and phrases are the `.yml` files beside it. */
export interface LanguagePack {
  /** English name, for people. */
  readonly name: string
  /** BCP 47 primary subtag: the name of the folder. */
  readonly code: string
  /** Paragraphs, sentences and words (nlcst); offsets count in `text`. */
  parse(text: string): Root
  /** Its sentences, where a text is so simple that they are told without parsing it; undefined for any other. */
  simpleSentences?(text: string): readonly Span[] | undefined
  readonly normalise: WordNormaliser
  /** Words so frequent that a text in the language can't do without; they tell it from others of its script. */
  readonly frequentWords: readonly string[]
  readonly wording: Wording
}

export function defineLanguage(pack: LanguagePack): LanguagePack {
  return pack
}
