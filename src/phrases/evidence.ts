import type {Accepted} from './search.js'
import type {Condition, WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import type {Words} from './words.js'

/** How far a negation reaches, in words. */
const negationReach = 4

/** Answers whether evidence stands near a match. */
export class Evidence {
  private readonly words: Words
  private readonly normaliser: WordNormaliser
  private readonly hits = new Map<number, Accepted[]>()
  /** The place each sentence begins at, and the end of the last one. */
  private readonly sentenceStarts: number[] = []
  private quotations: readonly Quotation[] | undefined

  constructor(words: Words, normaliser: WordNormaliser, accepted: readonly Accepted[], firstCondition: number) {
    this.words = words
    this.normaliser = normaliser
    for (const hit of accepted) {
      if (hit.id < firstCondition) continue
      const known = this.hits.get(hit.id)
      if (known) known.push(hit)
      else this.hits.set(hit.id, [hit])
    }
    words.sentences.forEach((sentence, at) => {
      this.sentenceStarts[sentence] ??= at
    })
    this.sentenceStarts.push(words.norms.length)
  }

  holds(condition: Condition, match: Accepted): boolean {
    const sentence = this.words.sentences[match.from] as number
    const from = this.sentenceStarts[sentence] as number
    const last = Math.min(sentence + (condition.next ? 2 : 1), this.sentenceStarts.length - 1)
    const to = this.sentenceStarts[last] as number
    switch (condition.test) {
      case 'number':
        return this.some(from, to, match, (at) => ((this.words.flags[at] as number) & wordFlag.digit) > 0)
      case 'name':
        return !this.isTitle(from, to) && this.some(from, to, match, (at) => this.isName(at))
      case 'quoted':
        return this.isQuoted(match)
      case 'phrase':
        return this.hitWithin(condition.id, from, to)
      case 'negated':
        return (
          this.hitWithin(condition.before, Math.max(from, match.from - negationReach), match.from) ||
          this.hitWithin(condition.after, match.to, Math.min(to, match.to + negationReach))
        )
    }
  }

  private some(from: number, to: number, match: Accepted, test: (at: number) => boolean): boolean {
    for (let at = from; at < to; at++) {
      if (at === match.from) at = match.to
      if (at < to && test(at)) return true
    }
    return false
  }

  private hitWithin(id: number, from: number, to: number): boolean {
    return (this.hits.get(id) ?? []).some((hit) => hit.from >= from && hit.to <= to)
  }

  /** A capital inside a sentence, or, in scripts without capitals, a word in Latin letters or in quotation marks. */
  private isName(at: number): boolean {
    const {flags, norms, sentences} = this.words
    const norm = norms[at] as string
    if (!this.normaliser.cased) return /^[a-z]/.test(norm) || this.isQuoted({id: -1, from: at, to: at + 1})
    const first = at === 0 || sentences[at] !== sentences[at - 1]
    return !first && ((flags[at] as number) & wordFlag.capitalised) > 0 && !this.normaliser.notNames.has(norm)
  }

  /** Where most words have a capital ("Best Price For You"), a capital tells no name. */
  private isTitle(from: number, to: number): boolean {
    const {flags, norms} = this.words
    let capitals = 0
    let words = 0
    for (let at = from + 1; at < to; at++) {
      if (this.normaliser.notNames.has(norms[at] as string) || (flags[at] as number) & wordFlag.digit) continue
      words++
      if ((flags[at] as number) & (wordFlag.capitalised | wordFlag.allCaps)) capitals++
    }
    return words > 2 && capitals * 4 > words * 3
  }

  private isQuoted(match: Accepted): boolean {
    this.quotations ??= findQuotations(this.words.text)
    const start = this.words.starts[match.from] as number
    const end = this.words.ends[match.to - 1] as number
    return this.quotations.some((quotation) => quotation.start <= start && quotation.end >= end)
  }
}

interface Quotation {
  readonly start: number
  readonly end: number
}

const closing: Readonly<Record<string, string>> = {'"': '"', '\u201c': '\u201d', '\u00ab': '\u00bb', '\u201e': '\u201c'}
const longestQuotation = 300

/** Text between quotation marks inside a paragraph. */
function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  let start = -1
  let end = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (start >= 0 && (at - start > longestQuotation || (character === '\n' && text[at + 1] === '\n'))) start = -1
    if (start >= 0 && character === end) {
      found.push({start, end: at})
      start = -1
    } else if (start < 0 && Object.hasOwn(closing, character)) {
      start = at
      end = closing[character] as string
    }
  }
  return found
}
