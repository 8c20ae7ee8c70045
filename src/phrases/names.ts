import type {WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import {gapBefore, type Words} from './words.js'

const longestName = 5
/** "Association of the Makers", "van der Berg". */
const longestLink = 2
/** Scripts without capitals do not show where a name ends. */
const longestUncasedName = 4

/** The places at which a name that begins here may end. */
export function nameEnds(words: Words, from: number, normaliser: WordNormaliser): number[] {
  if ((words.flags[from] as number) & wordFlag.tag) return [from + 1]
  if (normaliser.notNames.has(words.norms[from] as string)) return []
  return normaliser.cased ? casedEnds(words, from, normaliser) : uncasedEnds(words, from)
}

function casedEnds(words: Words, from: number, normaliser: WordNormaliser): number[] {
  const ends: number[] = []
  let links = 0
  for (let at = from; at < words.norms.length && ends.length < longestName; at = words.nexts[at] as number) {
    if (at > from && !isBeside(words, at)) break
    // "Tom and I'd": what follows a link begins a name of its own.
    if (links > 0 && normaliser.notNames.has(words.norms[at] as string) && isNameWord(words.flags[at] as number)) break
    if (isNameWord(words.flags[at] as number)) {
      ends.push(words.nexts[at] as number)
      links = 0
    } else if (at === from || ++links > longestLink || !normaliser.nameLinks.has(words.norms[at] as string)) break
  }
  return ends
}

function uncasedEnds(words: Words, from: number): number[] {
  const ends: number[] = []
  for (let at = from; at < words.norms.length && ends.length < longestUncasedName; at = words.nexts[at] as number) {
    if (at > from && !isBeside(words, at)) break
    ends.push(words.nexts[at] as number)
  }
  return ends
}

function isNameWord(flags: number): boolean {
  return (flags & (wordFlag.capitalised | wordFlag.allCaps)) > 0
}

/** A comma, a line break or a sentence's end closes a name. */
function isBeside(words: Words, at: number): boolean {
  return words.gaps[at] === gapBefore.none && words.sentences[at] === words.sentences[at - 1]
}
