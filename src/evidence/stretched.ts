import type {Span} from '../tree/index.js'
import {narrowing} from '../tree/letters.js'

const word = narrowing(String.raw`[\p{L}\u0640\u064b-\u0652]+`, 'gu')
const threeInARow = /(.)\1\1/iu
const vowelThrice = /([aiouyاویـ])\1\1/iu
const thriceAtEnd = /(.)\1\1$/u
const anyFourTimes = /(.)\1{3}/u
const numeral = /^[ivxlcdm]+$/i

/**
 * Words drawn out for effect, in any language: three vowels in a row (but for e, of which German compounds have three)
 * or a drawn-out end; not codes of one letter (AAA, www) or Roman numerals.
 */
export function stretchedWords(text: string): Span[] {
  if (!threeInARow.test(text)) return []
  return [...text.matchAll(word(text))]
    .filter(([found]) => isStretched(found))
    .map(({index, 0: found}) => ({
      start: index,
      end: index + found.length
    }))
}

function isStretched(found: string): boolean {
  if (found.length < 3 || numeral.test(found) || new Set(found.toLowerCase()).size === 1) return false
  if (found.length < 6 && found === found.toUpperCase() && found !== found.toLowerCase()) return false
  return vowelThrice.test(found) || thriceAtEnd.test(found) || anyFourTimes.test(found)
}
