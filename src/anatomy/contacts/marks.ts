import {narrowing} from '../../tree/letters.js'
import {type Mark, markOf} from './words.js'

/** A label is a few short words; what stands farther away does not label the number. */
const REACH = 48
const WORD = narrowing(String.raw`[\p{L}\p{M}\u200c]+|[\p{N}@]+|[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4e0}]`, 'gu')
const PART_BREAK = /[|·•\t\n]/
const SUFFIX = narrowing(
  String.raw`^([\s,\u060c([\u2013\u2014-]{0,4})([^()[\]|\u00b7\u2022;\u061b,\u060c/\n:.\p{N}@+]{1,40})([^\n]?)`,
  'u'
)

/** Marks of the words before `at`, the nearest first; nothing before `from` is read. */
export function marksBefore(text: string, at: number, from: number): Mark[] {
  const window = text.slice(Math.max(from, at - REACH), at)
  const part = window.slice(lastBreak(window) + 1)
  const marks: Mark[] = []
  for (const word of [...part.matchAll(WORD(part))].reverse()) {
    const before = part.slice(0, word.index)
    const mark = markOf(word[0], /(?:^|[,،;؛/(–—-])\s*$/u.test(before))
    if (!mark) break
    marks.push(mark)
  }
  return marks
}

function lastBreak(text: string): number {
  for (let index = text.length - 1; index >= 0; index--) if (PART_BREAK.test(text.charAt(index))) return index
  return -1
}

/** Marks of a note behind a number: "(mobile)", "cell |", ", also on WhatsApp". */
export function marksAfter(text: string, at: number): Mark[] {
  const behind = text.slice(at, at + REACH)
  const match = SUFFIX(behind).exec(behind)
  if (!match) return []
  const [, lead = '', note = '', next = ''] = match
  const words = [...note.matchAll(WORD(note))].map((word) => markOf(word[0], false))
  const known = words.filter((mark) => mark !== undefined)
  if (/[([]/.test(lead)) return withBracketRest(text, at, known)
  if (known.length < words.length || /[:.\p{N}@+]/u.test(next)) return []
  return /[,،–—-]/u.test(lead) && !known.includes('also') ? [] : known
}

function withBracketRest(text: string, at: number, known: Mark[]): Mark[] {
  const note = /^\s{0,4}[([]([^()[\]\n]{1,60})[)\]]/.exec(text.slice(at, at + REACH + 20))
  if (!note?.[1]) return known
  return [...note[1].matchAll(WORD(note[1]))].map((word) => markOf(word[0], false)).filter((mark) => mark !== undefined)
}
