import type {Finding} from '../result.js'

/** Findings of a draft that were there when it was adopted, and that no run reports again. */
export interface Entry {
  /** The draft, relative to the folder of the baseline, with `/`. */
  readonly file: string
  readonly rule: string
  /** The words found; left out where the draft lacks something, for then no words are wrong. */
  readonly words?: string
  /** How often; 1 where it is left out. */
  readonly count?: number
}

/** Enough to tell two findings of a rule apart, and no more of a draft than a reviewer needs. */
const longestWords = 80

/** Each finding with the entry that accepts it. Neither lines nor what stands around the words are in it. */
export function entryOf({ruleId, missing, text, start, end}: Finding, file: string, source: string): Entry {
  if (missing) return {file, rule: ruleId}
  return {file, rule: ruleId, words: wordsOf(text || source.slice(start, end))}
}

function wordsOf(text: string): string {
  const even = text.normalize().replace(/\s+/gu, ' ').trim()
  return (
    even
      .slice(0, longestWords)
      // Half of a character has no place in a file of UTF-8.
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd()
  )
}

/** The same for entries that accept the same findings. */
export function keyOf({file, rule, words}: Entry): string {
  return JSON.stringify([file, rule, words])
}

export function countOf({count = 1}: Entry): number {
  return count
}
