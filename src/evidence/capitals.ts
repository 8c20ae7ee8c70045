import type {Span} from '../tree/index.js'
import {narrowing} from '../tree/letters.js'

const word = narrowing(String.raw`[\p{L}\p{N}'’-]+`, 'gu')
const capital = narrowing(String.raw`^\p{Lu}[\p{Lu}'’-]*$`, 'u')
const between = /^[ ,:;&#–—-]{1,3}$/

/** Words wholly in capitals, those that follow each other as one; what stands between them may be a comma or a dash. */
export function rowsOfCapitals(text: string): Span[] {
  const rows: Span[] = []
  const capitals = capital(text)
  for (const {index, 0: found} of text.matchAll(word(text))) {
    if (!capitals.test(found)) continue
    const own = {start: index, end: index + found.length}
    const before = rows.at(-1)
    if (before && between.test(text.slice(before.end, own.start))) rows[rows.length - 1] = {...before, end: own.end}
    else rows.push(own)
  }
  return rows
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
