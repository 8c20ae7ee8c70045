import {excitementEmoji, isShouted, rowsOfCapitals, stretchedWords} from '../../src/evidence/index.js'
import type {Span} from '../../src/tree/index.js'
import {narrowing} from '../../src/tree/letters.js'

const written = narrowing(String.raw`[\p{L}\p{N}]+`, 'gu')

/** Something in a subject that is seen without knowing its language. */
export interface Shape extends Span {
  readonly message: (words: string) => string
}

/** What shouts or sparkles in a subject, in order; where two lie over each other, the one that begins first. */
export function shapesIn(subject: string, withEmoji: boolean): Shape[] {
  const all = [
    ...exclamations(subject),
    ...capitals(subject),
    ...(withEmoji ? excitementEmoji(subject).map((span) => ({...span, message: emojiMessage})) : []),
    ...(/[$€£¥₺﷼]/.test(subject) ? matches(subject, money, moneyMessage) : []),
    ...stretchedWords(subject).map((span) => ({...span, message: stretchedMessage})),
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

/** A row of capitals that reads as words, or one word that an exclamation mark follows. */
function capitals(subject: string): Shape[] {
  return rowsOfCapitals(subject)
    .filter(({start, end}) => isShouted(subject.slice(start, end)) || isExclaimed(subject, start, end))
    .map((span) => ({...span, message: capitalsMessage}))
}

/** A single word in capitals that an exclamation mark follows. */
function isExclaimed(subject: string, start: number, end: number): boolean {
  return subject[end] === '!' && end - start > 2 && /^\p{Lu}+$/u.test(subject.slice(start, end))
}

const money =
  /(?<![\p{L}\p{N}])(?:\${2,40}|€{2,40}|£{2,40}|¥{2,40}|₺{2,40}|﷼{2,40})|(?<![\p{L}\p{N}])\$\p{L}{3}\p{L}*/gu

/** The same word three times and more, in a row. */
function repeated(subject: string): Shape[] {
  const runs: {shape: Shape; readonly word: string; count: number}[] = []
  for (const shape of matches(subject, written(subject), repeatedMessage)) {
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
