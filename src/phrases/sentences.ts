import type {Span} from '../tree/index.js'
import type {WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import {gapBefore, type Words} from './words.js'

/** Numbers the sentences of words and notes what parts each word from the one before it. */
export function markSentences(words: Words, normaliser: WordNormaliser, sentences?: readonly Span[]): void {
  const stretchOf = sentences && stretches(sentences)
  let sentence = 0
  let stretch = -1
  for (let at = 0; at < words.norms.length; at++) {
    const start = words.starts[at] as number
    const sameWord = at === 0 || start === words.starts[at - 1]
    const gap = sameWord ? '' : words.text.slice(words.ends[at - 1], start)
    const here = stretchOf?.(start) ?? stretch
    if (at > 0 && (stretchOf ? here !== stretch : endsSentence(gap, words, at, normaliser))) sentence++
    stretch = here
    words.gaps.push(kindOfGap(gap))
    words.sentences.push(sentence)
  }
}

/** Numbers the sentences and what lies between them, for offsets that only grow. */
function stretches(sentences: readonly Span[]): (offset: number) => number {
  let next = 0
  return (offset) => {
    while (next < sentences.length && offset >= (sentences[next] as Span).end) next++
    const inside = next < sentences.length && offset >= (sentences[next] as Span).start
    return inside ? next * 2 + 1 : next * 2
  }
}

function kindOfGap(gap: string): number {
  if (gap === '' || gap === ' ') return gapBefore.none
  if (gap.includes('\n')) return gapBefore.line
  return /[^\s.]/.test(gap) ? gapBefore.punctuation : gapBefore.none
}

const enders = /[.!?\u2026\u061f\u06d4\u3002\uff01\uff1f]/
/** An empty line, or a line that begins as an item of a list. */
const blockBreak = /\n[^\S\n]*(?:\n|[-*+\u2022\u00b7\u25cf\u2013\u2014>])/

function endsSentence(gap: string, words: Words, at: number, normaliser: WordNormaliser): boolean {
  if (gap === '' || gap === ' ') return false
  if (blockBreak.test(gap)) return true
  const ender = enders.exec(gap)?.[0]
  if (ender === undefined) return false
  if (ender !== '.' && ender !== '\u2026') return true
  const flags = words.flags[at] as number
  const lower = normaliser.cased && !(flags & (wordFlag.capitalised | wordFlag.allCaps | wordFlag.digit | wordFlag.tag))
  if (ender === '\u2026' || gap.startsWith('..')) return !lower
  const before = words.norms[at - 1] as string
  const initial = normaliser.cased && /^\p{L}$/u.test(before)
  if (!initial && !normaliser.abbreviations.has(before)) return true
  // "Acme Ltd. We make": after an abbreviation only a word that begins no name begins a sentence.
  return !lower && normaliser.notNames.has(words.norms[at] as string)
}
