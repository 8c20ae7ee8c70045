import {readWords, type WordNormaliser, type Words} from '../phrases/index.js'
import type {Email, MappedText, Place, Span} from '../tree/index.js'
import {type Features, featuresOf} from './features.js'
import {type Token, tokensOf} from './tokens.js'

/** The words of a draft, read when a model first asks for them and then shared by all models. */
export class DraftReader {
  readonly normaliser: WordNormaliser
  private readonly email: Email
  private readonly words = new Map<MappedText, Words>()
  private readonly features = new Map<MappedText, Map<string, Features>>()

  constructor(email: Email, normaliser: WordNormaliser) {
    this.email = email
    this.normaliser = normaliser
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
    const ofText = this.features.get(place.text) ?? new Map<string, Features>()
    this.features.set(place.text, ofText)
    const key = `${place.start}-${place.end}`
    const known = ofText.get(key)
    if (known) return known
    const read = featuresOf(this.tokensOf(place))
    ofText.set(key, read)
    return read
  }

  private tagsOf(text: MappedText): readonly Span[] {
    if (text === this.email.body.text) return this.email.body.tags
    return this.email.headers.find((header) => header.text === text)?.tags ?? []
  }
}
