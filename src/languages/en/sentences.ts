import type {Span} from '../../tree/index.js'

/** Letters, figures and signs in a line; of what ends a sentence nothing but full stops, exclamation and question marks. */
const plain = /^[ -~\u00a1-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u20ac]*$/
const begins = /^[A-Za-z0-9]/
const word = /^[a-z]{3,}$/
/** What the parser takes for shortened, of words that long in small letters. */
const shortened = new Set(
  (
    'apr aug bbl bbls cap cca cent cit con cwt dec doz ead etc feb fri gal gro ibid inc jan jul jun lbs ltd mar min mon nem nov ' +
    'oct pro sat sec sep sept seq sic stat sun tbsp tem thu thurs tsp tue tues viz wed yds'
  ).split(' ')
)

/**
 * The sentences of a line as the parser tells them, where each ends in a plain word and the next one begins with a
 * capital; undefined for any other text. Most paragraphs are no more, and to parse one takes ten times as long.
 */
export function simpleSentences(text: string): Span[] | undefined {
  if (!begins.test(text) || text.endsWith(' ') || !plain.test(text)) return undefined
  const sentences: Span[] = []
  let start = 0
  for (const {index: at} of text.matchAll(/[.!?]/g)) {
    if (isInNumber(text, at)) continue
    if (!endsSentence(text, start, at)) return undefined
    sentences.push({start, end: at + 1})
    start = at + 2
  }
  if (start < text.length) sentences.push({start, end: text.length})
  return sentences
}

function isInNumber(text: string, at: number): boolean {
  return text[at] === '.' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function endsSentence(text: string, start: number, at: number): boolean {
  const blank = text.lastIndexOf(' ', at - 1)
  const last = text.slice(Math.max(start, blank + 1), at)
  if (!word.test(last) || shortened.has(last)) return false
  return at + 1 === text.length || (text[at + 1] === ' ' && isCapital(text.charCodeAt(at + 2)))
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}
