import type {Span} from '../../src/tree/index.js'
import {excitementEmoji} from './emoji.js'

/** Something in a subject that is seen without knowing its language. */
export interface Shape extends Span {
  readonly message: (words: string) => string
}

/** What shouts or sparkles in a subject, in order; where two lie over each other, the one that begins first. */
export function shapesIn(subject: string, withEmoji: boolean): Shape[] {
  const all = [
    ...exclamations(subject),
    ...capitals(subject),
    ...(withEmoji ? matches(subject, excitementEmoji, emojiMessage) : []),
    ...(/[$€£¥₺﷼]/.test(subject) ? matches(subject, money, moneyMessage) : []),
    ...stretched(subject),
    ...repeated(subject)
  ]
  const kept: Shape[] = []
  for (const shape of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (shape.start >= (kept.at(-1)?.end ?? 0)) kept.push(shape)
  }
  return kept
}

function matches(subject: string, expression: RegExp, message: Shape['message']): Shape[] {
  return [...subject.matchAll(expression)].map(({index, 0: found}) => ({
    start: index,
    end: index + found.length,
    message
  }))
}

/** One exclamation mark is a tone of voice; more than one in a subject is shouting. */
function exclamations(subject: string): Shape[] {
  const runs = matches(subject, /[!！¡?？؟]{1,80}/gu, exclamationMessage)
  const loud = runs.filter(({start, end}) => /[!！]/.test(subject.slice(start, end)))
  const marks = loud.map(({start, end}) => subject.slice(start, end).replace(/[^!！]/g, '').length)
  return marks.reduce((sum, count) => sum + count, 0) > 1 ? loud : []
}

/** As words of many languages begin: a vowel after one consonant, or after two that stand together at a beginning. */
const spoken = /^(?:QU|[BCDFGKPTVW][LRHWY]|S[CKLMNPQTWH]R?|TH|KN|[B-DF-HJ-NP-TV-Z])?[AEIOUYÀ-ÖØ-Þ]/

/** Acronyms and codes are short and hardly to be spoken; shouting is a row of capitals that reads as words. */
function capitals(subject: string): Shape[] {
  const runs: Shape[] = []
  let before: Shape | undefined
  for (const word of matches(subject, /[\p{L}\p{N}'’-]+/gu, capitalsMessage)) {
    const isCapital = /^\p{Lu}[\p{Lu}'’-]*$/u.test(subject.slice(word.start, word.end))
    const follows = before && /^[ ,:;&#–—-]{1,3}$/.test(subject.slice(before.end, word.start))
    if (isCapital && follows) runs.push({...word, start: (runs.pop() as Shape).start})
    else if (isCapital) runs.push(word)
    before = isCapital ? word : undefined
  }
  return runs.filter(({start, end}) => isShouted(subject.slice(start, end)) || isExclaimed(subject, start, end))
}

/** A single word in capitals that an exclamation mark follows. */
function isExclaimed(subject: string, start: number, end: number): boolean {
  return subject[end] === '!' && end - start > 2 && /^\p{Lu}+$/u.test(subject.slice(start, end))
}

function isShouted(run: string): boolean {
  const words = run.split(/[^\p{L}'’]+/u)
  const read = words.filter((word) => word.length >= 4 && spoken.test(word))
  const letters = read.join('').length
  return words.length > 2 ? read.length > 1 && letters >= 9 : read.length > 1 && letters >= 10
}

const money =
  /(?<![\p{L}\p{N}])(?:\${2,40}|€{2,40}|£{2,40}|¥{2,40}|₺{2,40}|﷼{2,40})|(?<![\p{L}\p{N}])\$\p{L}{3}\p{L}*/gu

const word = /[\p{L}\u0640\u064b-\u0652]+/gu
const vowelThrice = /([aiouyاویـ])\1\1/iu
const thriceAtEnd = /(.)\1\1$/u
const anyFourTimes = /(.)\1{3}/u
const numeral = /^[ivxlcdm]+$/i

/** Three vowels in a row (but for e, of which German compounds have three) or a drawn-out end; not codes of one letter (AAA, www) or Roman numerals. */
function stretched(subject: string): Shape[] {
  return matches(subject, word, stretchedMessage).filter(({start, end}) => {
    const found = subject.slice(start, end)
    if (found.length < 2 || numeral.test(found) || new Set(found).size === 1) return false
    if (found.length < 6 && found === found.toUpperCase() && found !== found.toLowerCase()) return false
    return vowelThrice.test(found) || thriceAtEnd.test(found) || anyFourTimes.test(found)
  })
}

/** The same word three times and more, in a row. */
function repeated(subject: string): Shape[] {
  const runs: {shape: Shape; readonly word: string; count: number}[] = []
  for (const shape of matches(subject, /[\p{L}\p{N}]+/gu, repeatedMessage)) {
    const last = runs.at(-1)
    const word = subject.slice(shape.start, shape.end).toLowerCase()
    const goesOn = last?.word === word && /^[ ,!]{1,4}$/.test(subject.slice(last.shape.end, shape.start))
    if (last && goesOn) {
      last.shape = {...shape, start: last.shape.start}
      last.count += 1
    } else runs.push({shape, word, count: 1})
  }
  return runs.filter(({word, count}) => count > 2 && /^\p{L}{3}/u.test(word)).map(({shape}) => shape)
}

const exclamationMessage = (words: string) =>
  `“${words}” makes the subject shout, and buyers take shouting for advertising. End it without an exclamation mark and let a fact speak.`
const capitalsMessage = (words: string) =>
  `“${words}” is shouted in capitals, which a buyer reads as advertising before reading the words. Write it in ordinary letters.`
const emojiMessage = (words: string) =>
  `“${words}” decorates the subject to excite, and to a buyer it looks like a mail to thousands. Leave it out and name the product or a figure.`
const moneyMessage = (words: string) =>
  `“${words}” waves money instead of naming any. Write the price or the saving as a figure with its currency.`
const stretchedMessage = (words: string) =>
  `“${words}” is drawn out for effect, which no letter to a business does. Spell it as usual, or leave it out.`
const repeatedMessage = (words: string) =>
  `“${words}” says one word again and again to be loud. Say it once and add what is offered.`
