import type {Span} from '../tree/index.js'
import {classAt, characterClass as is} from './characters.js'
import {markSentences} from './sentences.js'
import type {WordNormaliser} from './types.js'
import {endOfWord, isBlank} from './word-ends.js'

export const wordFlag = {
  capitalised: 1,
  allCaps: 2,
  digit: 4,
  currency: 8,
  tag: 16,
  /** Written together with the word before it by a hyphen: no phrase begins here or ends before it. */
  inner: 32
} as const

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
  private attachNext = false

  constructor(text: string, normaliser: WordNormaliser) {
    this.text = text
    this.normaliser = normaliser
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
    norms.forEach((norm, index) => {
      words.starts.push(start)
      words.ends.push(end)
      words.norms.push(norm)
      words.flags.push(index === 0 ? flags & ~wordFlag.inner : flags)
      words.nexts.push(next)
    })
    this.attachNext = false
  }

  private addWritten(start: number, end: number): void {
    const raw = this.text.slice(start, end)
    const {core, before, after} = withoutSigns(raw)
    const norms = isLink(core) ? [core.toLowerCase()] : this.normaliser.norms(core)
    const flags = flagsOf(raw)
    if (norms.length === 1 && !before && !after && this.attach(start, end, norms[0] as string)) return
    if (norms.length === 0 && !before && !after) return
    const all = before || after ? [...before, ...norms, ...after] : norms
    this.add(start, end, all, joinsParts.test(core) ? flags | wordFlag.inner : flags)
    if (all.length === 1 && this.normaliser.attaches?.(all[0] as string, undefined) === 'next') this.attachNext = true
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

const joinsParts = /[-\u2010\u2011\u200c]/

/** Currency and percent signs are words of their own that are written with their number. */
function withoutSigns(raw: string): {core: string; before: string; after: string} {
  const before = classAt(raw, 0) === is.currency && raw.length > 1 ? (raw[0] as string) : ''
  const rest = raw.slice(before.length)
  const last = classAt(rest, rest.length - 1)
  if (last !== is.percent && last !== is.currency) return {core: rest.trim(), before, after: ''}
  if (rest.length === 1) return {core: last === is.percent ? '%' : rest, before, after: ''}
  return {core: rest.slice(0, -1).trim(), before, after: last === is.percent ? '%' : (rest.at(-1) as string)}
}

function isLink(word: string): boolean {
  return /@|:\/\/|^www\.|[a-z0-9]\.[a-z]{2,24}(?:$|\/)/i.test(word) && !/^(?:\p{L}\.)+\p{L}$/u.test(word)
}

function flagsOf(raw: string): number {
  let flags = 0
  if (/\p{Nd}/u.test(raw)) flags |= wordFlag.digit
  if (/\p{Sc}/u.test(raw)) flags |= wordFlag.currency
  const lower = raw.toLowerCase()
  if (lower === raw) return flags
  if (raw.length > 1 && raw === raw.toUpperCase()) return flags | wordFlag.allCaps
  return raw[0] === lower[0] ? flags : flags | wordFlag.capitalised
}
