import type {DraftReader} from '../../src/model/index.js'
import {type PhraseHit, type Words, wordFlag} from '../../src/phrases/index.js'
import type {Place, Span} from '../../src/tree/index.js'
import {hasLetter} from '../../src/tree/letters.js'

/**
 * The words of a subject that may name a product, a service or a fact: all but the ones that phrases know to name
 * none, numbers, merge tags and people's and firms' names. Who somebody is does not say what a mail is about.
 */
export function namingWords({text, start, end}: Place, idle: readonly PhraseHit[], reader: DraftReader): Span[] {
  const words = reader.wordsOf(text)
  const places = words.norms.map((_, at) => at).filter((at) => isIn(words, at, {start, end}))
  const headed = isHeaded(words, places)
  const naming = places.filter((at) => {
    const span = spanOf(words, at)
    if (idle.some((hit) => hit.start <= span.start && span.end <= hit.end)) return false
    return !isFigure(words, at) && !(reader.normaliser.cased && !headed && isName(words, at, places))
  })
  return naming.map((at) => spanOf(words, at)).filter(({start: from}, at, all) => from !== all[at - 1]?.start)
}

function isIn(words: Words, at: number, {start, end}: Span): boolean {
  return (words.starts[at] as number) >= start && (words.starts[at] as number) < end
}

function spanOf(words: Words, at: number): Span {
  return {start: words.starts[at] as number, end: words.ends[at] as number}
}

function has(words: Words, at: number, flag: number): boolean {
  return ((words.flags[at] as number) & flag) > 0
}

/** A number alone; with letters it is a type or a size. */
function isFigure(words: Words, at: number): boolean {
  return has(words, at, wordFlag.tag) || !hasLetter(words.norms[at] as string)
}

/** Where most words are written like names, as in a headline, capitals tell nothing. */
function isHeaded(words: Words, places: readonly number[]): boolean {
  const rest = places.slice(1).filter((at) => !isFigure(words, at))
  return rest.filter((at) => has(words, at, wordFlag.capitalised)).length * 2 > rest.length
}

/** A capital inside the subject. Acronyms are words of a trade more often than names. */
function isName(words: Words, at: number, places: readonly number[]): boolean {
  return at !== places[0] && has(words, at, wordFlag.capitalised) && !has(words, at, wordFlag.allCaps)
}
