import type {Span} from '../tree/index.js'
import {markSentences} from './sentences.js'
import {type Spellings, spellingsOf} from './spellings.js'
import type {WordNormaliser} from './types.js'
import {endOfWord, isBlank} from './word-ends.js'
import {wordFlag} from './word-flags.js'

export const gapBefore = {none: 0, punctuation: 1, line: 2} as const

/** The words of a text, field by field; a written word that stands for several has several places in a row. */
export interface Words {
  readonly text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly norms: string[]
  readonly flags: number[]
  /** The place after the written word. */
  readonly nexts: number[]
  /** What parts a word from the one before it. */
  readonly gaps: number[]
  /** Number of the sentence each word stands in; no phrase goes over from one to the next. */
  readonly sentences: number[]
}

/** @param tags ranges of merge tags, in order; each is one word. Without `sentences` punctuation decides. */
export function readWords(
  text: string,
  normaliser: WordNormaliser,
  tags: readonly Span[] = [],
  sentences?: readonly Span[]
): Words {
  const reader = new Reader(text, normaliser)
  let at = 0
  for (const tag of tags) {
    if (tag.start < at || tag.end <= tag.start) continue
    reader.read(at, tag.start)
    reader.add(tag.start, tag.end, ['<tag>'], wordFlag.tag)
    at = tag.end
  }
  reader.read(at, text.length)
  markSentences(reader.words, normaliser, sentences)
  return reader.words
}

class Reader {
  readonly words: Words
  private readonly text: string
  private readonly normaliser: WordNormaliser
  private readonly spellings: Spellings
  private attachNext = false

  constructor(text: string, normaliser: WordNormaliser) {
    this.text = text
    this.normaliser = normaliser
    this.spellings = spellingsOf(normaliser)
    this.words = {text, starts: [], ends: [], norms: [], flags: [], nexts: [], gaps: [], sentences: []}
  }

  read(from: number, to: number): void {
    let at = from
    while (at < to) {
      const end = endOfWord(this.text, at, to)
      if (end > at) this.addWritten(at, end)
      at = Math.max(end, at + 1)
    }
  }

  add(start: number, end: number, norms: readonly string[], flags: number): void {
    const {words} = this
    const next = words.norms.length + norms.length
    for (let index = 0; index < norms.length; index++) {
      words.starts.push(start)
      words.ends.push(end)
      words.norms.push(norms[index] as string)
      words.flags.push(index === 0 ? flags & ~wordFlag.inner : flags)
      words.nexts.push(next)
    }
    this.attachNext = false
  }

  private addWritten(start: number, end: number): void {
    const {norms, flags, plain, attachesNext} = this.spellings.of(this.text.slice(start, end))
    if (plain && this.normaliser.attaches && this.attach(start, end, norms[0] as string)) return
    if (norms.length > 0) this.add(start, end, norms, flags)
    this.attachNext = attachesNext
  }

  /** Puts an affix and its stem together where only a space parts them. */
  private attach(start: number, end: number, norm: string): boolean {
    const {words} = this
    const last = words.norms.length - 1
    if (last < 0 || start !== (words.ends[last] as number) + 1 || !isBlank(this.text, start - 1)) return false
    if ((words.flags[last] as number) & wordFlag.tag) return false
    const previous = words.norms[last] as string
    if (!this.attachNext && this.normaliser.attaches?.(norm, previous) !== 'previous') return false
    this.attachNext = false
    words.norms[last] = previous + norm
    for (let at = last; at >= 0 && words.nexts[at] === last + 1; at--) words.ends[at] = end
    return true
  }
}
