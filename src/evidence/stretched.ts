import type {Span} from '../tree/index.js'
import {narrowing} from '../tree/letters.js'

const word = narrowing(String.raw`[\p{L}\u0640\u064b-\u0652]+`, 'gu')
const vowelThrice = /([aiouyاویـ])\1\1/iu
const thriceAtEnd = /(.)\1\1$/u
const anyFourTimes = /(.)\1{3}/u
const numeral = /^[ivxlcdm]+$/i

/**
 * Words drawn out for effect, in any language: three vowels in a row (but for e, of which German compounds have three)
 * or a drawn-out end; not codes of one letter (AAA, www) or Roman numerals.
 */
export function stretchedWords(text: string): Span[] {
  if (!hasThreeInARow(text)) return []
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

/** Whether a letter may stand three times in a row: hardly a draft has one, and to look for words takes longer. */
function hasThreeInARow(text: string): boolean {
  let row = 1
  let last = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    row = isSame(code, last) ? row + 1 : 1
    if (row > 2 && code >= firstLetter) return true
    last = code
  }
  return false
}

const firstLetter = 65
/** A letter of ASCII and its capital differ by this bit. */
const caseBit = 32

/** Halves of characters beyond the basic plane are looked at no closer. */
function isSame(code: number, other: number): boolean {
  if (code === other) return true
  if (code < 128) return (code | caseBit) === (other | caseBit)
  return (code & 0xf800) === 0xd800 && (other & 0xf800) === 0xd800
}
