import type {Span} from '../tree/index.js'
import {characterAt, characterBefore, isLetter, isNumber, isOneOf, narrowing} from '../tree/letters.js'

/** Signs that stand inside words too, and so part none. */
const inside = "'’-"
const capitals = narrowing(String.raw`\p{Lu}[\p{Lu}'\u2019-]*`, 'gu')
const between = /^[ ,:;&#–—-]{1,3}$/

/** Words wholly in capitals, those that follow each other as one; what stands between them may be a comma or a dash. */
export function rowsOfCapitals(text: string): Span[] {
  const rows: Span[] = []
  for (const {index, 0: found} of text.matchAll(capitals(text))) {
    const own = {start: index, end: index + found.length}
    if (isInWord(characterBefore(text, own.start)) || isInWord(characterAt(text, own.end))) continue
    const before = rows.at(-1)
    if (before && between.test(text.slice(before.end, own.start))) rows[rows.length - 1] = {...before, end: own.end}
    else rows.push(own)
  }
  return rows
}

function isInWord(character: string): boolean {
  return isLetter(character) || isNumber(character) || isOneOf(character, inside)
}

/** As words of many languages begin: a vowel after one consonant, or after two that stand together at a beginning. */
const spoken = /^(?:QU|[BCDFGKPTVW][LRHWY]|S[CKLMNPQTWH]R?|TH|KN|[B-DF-HJ-NP-TV-Z])?[AEIOUYÀ-ÖØ-Þ]/

/** Acronyms and codes are short and hardly to be spoken; shouting is a row of capitals that reads as words. */
export function isShouted(run: string): boolean {
  const words = run.split(/[^\p{L}'’]+/u)
  const read = words.filter((word) => word.length >= 4 && spoken.test(word))
  const letters = read.join('').length
  return words.length > 2 ? read.length > 1 && letters >= 9 : read.length > 1 && letters >= 10
}
