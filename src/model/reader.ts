import {Memory} from '../memory.js'
import {readWords, stretchKey, type WordNormaliser, type Words} from '../phrases/index.js'
import type {Email, MappedText, Place, Span} from '../tree/index.js'
import {type Features, featuresOf} from './features.js'
import {firstWordAt, type Token, tokensOf} from './tokens.js'

/** What one model makes of one stretch; nothing in it depends on the draft around the stretch. */
export interface Opinion {
  /** In thousandths: 0 is even. */
  readonly score: number
  /** The same for people, once it was asked for. */
  told?: readonly string[]
}

/** The words of a draft, read when a model first asks for them and then shared by all models. */
export class DraftReader {
  readonly normaliser: WordNormaliser
  private readonly email: Email
  private readonly words: Map<MappedText, Words>
  private readonly opinions: Memory<Opinion[]>
  private readonly features = new ByPlace<Features>()
  private readonly asked = new ByPlace<Opinion[]>()

  /**
   * @param words what was read of the draft already
   * @param opinions what the models of the language think of stretches they saw before
   */
  constructor(
    email: Email,
    normaliser: WordNormaliser,
    words: ReadonlyMap<MappedText, Words> = new Map(),
    opinions = new Memory<Opinion[]>()
  ) {
    this.email = email
    this.normaliser = normaliser
    this.words = new Map(words)
    this.opinions = opinions
  }

  wordsOf(text: MappedText): Words {
    const known = this.words.get(text)
    if (known) return known
    const read = readWords(text.value, this.normaliser, this.tagsOf(text))
    this.words.set(text, read)
    return read
  }

  tokensOf(place: Place): Token[] {
    return tokensOf(this.wordsOf(place.text), place)
  }

  featuresOf(place: Place): Features {
    return this.features.of(place, () => featuresOf(this.tokensOf(place)))
  }

  /** What the models of the language think of a stretch, by column, as far as they were asked. */
  opinionsOf(place: Place): Opinion[] {
    return this.asked.of(place, () => this.opinions.of(this.keyOf(place), () => []))
  }

  /** All that a stretch's features depend on: its words, and what stands before, between and after them. */
  private keyOf({text, start, end}: Place): string {
    const words = this.wordsOf(text)
    const first = firstWordAt(words, start)
    const next = firstWordAt(words, end)
    if (first === next) return text.value.slice(start, end)
    const lead = text.value.slice(start, words.starts[first])
    return `${lead}\0${stretchKey(words, first, next)}\0${text.value.slice(words.ends[next - 1], end)}`
  }

  private tagsOf(text: MappedText): readonly Span[] {
    if (text === this.email.body.text) return this.email.body.tags
    return this.email.headers.find((header) => header.text === text)?.tags ?? []
  }
}

/** What was made of stretches of a draft: every rule asks for most of them. */
class ByPlace<Value> {
  private readonly texts = new Map<MappedText, Map<number, Value>>()

  of({text, start, end}: Place, make: () => Value): Value {
    let known = this.texts.get(text)
    if (!known) {
      known = new Map()
      this.texts.set(text, known)
    }
    const key = start * (text.value.length + 1) + end
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    known.set(key, made)
    return made
  }
}
