import type {Span} from '../tree/index.js'
import {classAt, characterClass as is, isWordPart} from './characters.js'
import {markSentences} from './sentences.js'
import type {WordNormaliser} from './types.js'

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

function isBlank(text: string, at: number): boolean {
  const character = text[at]
  return character === ' ' || character === '\u00a0'
}

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

/** Where the word that begins at an offset ends; the offset itself where none begins. */
function endOfWord(text: string, start: number, limit: number): number {
  const first = classAt(text, start)
  if (first === is.other || first === is.space) return start
  if (first === is.ideograph || first === is.and || first === is.percent) return start + 1
  const begin = startOfLetters(text, start, first)
  if (begin === start && first === is.currency) return start + 1
  const opening = classAt(text, begin)
  if (begin >= limit || (opening !== is.letter && opening !== is.digit)) return start
  if (/^(?:https?:\/\/|www\.)/i.test(text.slice(begin, begin + 8))) return endOfLink(text, begin, limit)
  let end = begin + 1
  while (end < limit && (isWordPart(classAt(text, end)) || joins(text, end, limit))) end++
  if (leadsToLink(text, begin, end)) return endOfLink(text, begin, limit)
  return opening === is.digit ? withSign(text, end, limit) : withoutMarks(text, end)
}

function startOfLetters(text: string, start: number, first: number): number {
  if (first === is.numberSign) return classAt(text, start + 1) === is.digit ? start + 1 : start
  if (first !== is.currency) return start
  const next = isBlank(text, start + 1) ? start + 2 : start + 1
  return classAt(text, next) === is.digit ? next : start
}

/** Whether the punctuation at an offset stands inside a word. */
function joins(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit) return false
  const previous = classAt(text, at - 1)
  const next = classAt(text, at + 1)
  switch (classAt(text, at)) {
    case is.apostrophe:
      return next === is.letter && previous !== is.digit
    case is.hyphen:
      return next === is.letter || next === is.digit
    case is.digitJoiner:
      return previous === is.digit && next === is.digit
    case is.dot:
      return previous === is.digit && next === is.digit
        ? true
        : /^[a-z0-9]\.[a-z]|^\.?[A-Z]\.[A-Z](?![a-z])/.test(text.slice(at - 1, at + 3))
    default:
      return false
  }
}

function leadsToLink(text: string, begin: number, end: number): boolean {
  const after = text[end]
  if (after === '@') return true
  return after === '/' && text.slice(begin, end).includes('.') && /[a-z]/i.test(text[end - 1] ?? '')
}

function endOfLink(text: string, begin: number, limit: number): number {
  let end = begin
  while (end < limit && classAt(text, end) !== is.space && !'<>"«»“”'.includes(text[end] as string)) end++
  while (end > begin + 1 && ".,;:!?)]}'’*_".includes(text[end - 1] as string)) end--
  return end
}

/** A percent or currency sign belongs to the number before it, also after a space. */
function withSign(text: string, end: number, limit: number): number {
  const at = isBlank(text, end) ? end + 1 : end
  if (at >= limit) return end
  const value = classAt(text, at)
  if (value === is.percent) return at + 1
  return value === is.currency && classAt(text, at + 1) !== is.digit ? at + 1 : withoutMarks(text, end)
}

/** Invisible marks after the last letter are no part of the word's place. */
function withoutMarks(text: string, end: number): number {
  let last = end
  while (/[\u200c-\u200f\u2060\ufeff\u00ad]/.test(text[last - 1] ?? '')) last--
  return last
}
