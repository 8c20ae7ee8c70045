import type {Accepted, Condition, WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import type {Words} from './words.js'

/** How far a negation reaches, in words. */
const negationReach = 4

/** Answers whether evidence stands near a match; each question costs the same in a sentence of any length. */
export class Evidence {
  /** Whether it was asked for what the sentence behind the last one says. */
  looksOn = false
  private readonly words: Words
  private readonly normaliser: WordNormaliser
  private readonly hits = new Map<number, Accepted[]>()
  /** The place each sentence begins at, and the end of the last one. */
  private readonly sentenceStarts: number[] = []
  private numbers: readonly number[] | undefined
  private names: readonly number[] | undefined
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
    for (const hits of this.hits.values()) hits.sort((a, b) => a.from - b.from)
    words.sentences.forEach((sentence, at) => {
      this.sentenceStarts[sentence] ??= at
    })
    this.sentenceStarts.push(words.norms.length)
  }

  holds(condition: Condition, match: Accepted): boolean {
    const sentence = this.words.sentences[match.from] as number
    const from = this.sentenceStarts[sentence] as number
    this.looksOn ||= condition.next && sentence + 2 === this.sentenceStarts.length
    const last = Math.min(sentence + (condition.next ? 2 : 1), this.sentenceStarts.length - 1)
    const to = this.sentenceStarts[last] as number
    switch (condition.test) {
      case 'number':
        this.numbers ??= this.count((at) => ((this.words.flags[at] as number) & wordFlag.digit) > 0)
        return anyOutside(this.numbers, from, to, match)
      case 'name':
        this.names ??= this.countNames()
        return anyOutside(this.names, from, to, match)
      case 'quoted':
        return this.isQuoted(match.from, match.to)
      case 'capitals':
        return this.isInCapitals(match)
      case 'phrase':
        return this.hitWithin(condition.id, from, to)
      case 'negated':
        return (
          this.hitWithin(condition.before, Math.max(from, match.from - negationReach), match.from) ||
          this.hitWithin(condition.after, match.to, Math.min(to, match.to + negationReach))
        )
    }
  }

  /** For each place how many words before it pass the test. */
  private count(test: (at: number) => boolean): number[] {
    const counts = [0]
    for (let at = 0; at < this.words.norms.length; at++) counts.push((counts[at] as number) + (test(at) ? 1 : 0))
    return counts
  }

  private countNames(): number[] {
    const titles = this.sentenceStarts.map((from, sentence) =>
      this.isTitle(from, this.sentenceStarts[sentence + 1] ?? from)
    )
    return this.count((at) => !titles[this.words.sentences[at] as number] && this.isName(at))
  }

  private hitWithin(id: number, from: number, to: number): boolean {
    const hits = this.hits.get(id) ?? []
    for (let index = firstFrom(hits, from); index < hits.length; index++) {
      const hit = hits[index] as Accepted
      if (hit.from >= to) return false
      if (hit.to <= to) return true
    }
    return false
  }

  /** A capital inside a sentence, or, in scripts without capitals, a word in Latin letters or in quotation marks. */
  private isName(at: number): boolean {
    const {flags, norms, sentences} = this.words
    const norm = norms[at] as string
    if (!this.normaliser.cased) return /^[a-z]/.test(norm) || this.isQuoted(at, at + 1)
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

  private isInCapitals({from, to}: Accepted): boolean {
    const {text, starts, ends} = this.words
    const written = text.slice(starts[from], ends[to - 1])
    return written === written.toUpperCase()
  }

  private isQuoted(from: number, to: number): boolean {
    this.quotations ??= findQuotations(this.words.text)
    const start = this.words.starts[from] as number
    const around = this.quotations[firstFrom(this.quotations, start + 1) - 1]
    return around !== undefined && around.to >= (this.words.ends[to - 1] as number)
  }
}

/** Whether words that were counted stand in the stretch, the match itself left out. */
function anyOutside(counts: readonly number[], from: number, to: number, match: Accepted): boolean {
  const within = (start: number, end: number): number => (counts[end] as number) - (counts[start] as number)
  return within(from, to) > within(match.from, match.to)
}

/** The index of the first item that begins at `from` or later; the items are in order. */
function firstFrom(items: readonly {readonly from: number}[], from: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as {readonly from: number}).from < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Offsets in the text. */
interface Quotation {
  readonly from: number
  readonly to: number
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
      found.push({from: start, to: at})
      start = -1
    } else if (start < 0 && Object.hasOwn(closing, character)) {
      start = at
      end = closing[character] as string
    }
  }
  return found
}
