import {classAt, characterClass as is, isWordPart} from './characters.js'

export function isBlank(text: string, at: number): boolean {
  const character = text[at]
  return character === ' ' || character === '\u00a0'
}

const mayBeginLink: ReadonlySet<string | undefined> = new Set('hHwW')

/** Where the word that begins at an offset ends; the offset itself where none begins. */
export function endOfWord(text: string, start: number, limit: number): number {
  const first = classAt(text, start)
  if (first === is.other || first === is.space) return start
  if (first === is.ideograph || first === is.and || first === is.percent) return start + 1
  const begin = startOfLetters(text, start, first)
  if (begin === start && first === is.currency) return endOfRun(text, start, limit)
  const opening = classAt(text, begin)
  if (begin >= limit || (opening !== is.letter && opening !== is.digit)) return start
  if (mayBeginLink.has(text[begin]) && /^(?:https?:\/\/|www\.)/i.test(text.slice(begin, begin + 8)))
    return endOfLink(text, begin, limit)
  let end = begin + 1
  while (end < limit) {
    const here = classAt(text, end)
    if (!isWordPart(here) && !(here >= is.hyphen && joins(text, end, limit))) break
    end++
  }
  if (leadsToLink(text, begin, end)) return endOfLink(text, begin, limit)
  return opening === is.digit ? withSign(text, end, limit) : withoutMarks(text, end)
}

/** `$$$` is one word. */
function endOfRun(text: string, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && text[end] === text[start]) end++
  return end
}

function startOfLetters(text: string, start: number, first: number): number {
  if (first === is.numberSign) return classAt(text, start + 1) === is.digit ? start + 1 : start
  if (first !== is.currency) return start
  const next = isBlank(text, start + 1) ? start + 2 : start + 1
  return classAt(text, next) === is.digit ? next : start
}

/** Whether the punctuation at an offset stands inside a word. */
function joins(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit) return false
  const previous = classAt(text, at - 1)
  const next = classAt(text, at + 1)
  switch (classAt(text, at)) {
    case is.apostrophe:
      return next === is.letter && previous !== is.digit
    case is.hyphen:
      return next === is.letter || next === is.digit
    case is.digitJoiner:
      return previous === is.digit && next === is.digit
    case is.dot:
      return previous === is.digit && next === is.digit
        ? true
        : /^[a-z0-9]\.[a-z]|^\.?[A-Z]\.[A-Z](?![a-z])/.test(text.slice(at - 1, at + 3))
    default:
      return false
  }
}

function leadsToLink(text: string, begin: number, end: number): boolean {
  const after = text[end]
  if (after === '@') return true
  return after === '/' && text.slice(begin, end).includes('.') && /[a-z]/i.test(text[end - 1] ?? '')
}

function endOfLink(text: string, begin: number, limit: number): number {
  let end = begin
  while (end < limit && classAt(text, end) !== is.space && !'<>"«»“”'.includes(text[end] as string)) end++
  while (end > begin + 1 && ".,;:!?)]}'’*_".includes(text[end - 1] as string)) end--
  return end
}

/** A percent or currency sign belongs to the number before it, also after a space. */
function withSign(text: string, end: number, limit: number): number {
  const at = isBlank(text, end) ? end + 1 : end
  if (at >= limit) return end
  const value = classAt(text, at)
  if (value === is.percent) return at + 1
  return value === is.currency && classAt(text, at + 1) !== is.digit ? at + 1 : withoutMarks(text, end)
}

/** Invisible marks after the last letter are no part of the word's place. */
function withoutMarks(text: string, end: number): number {
  let last = end
  while (text.charCodeAt(last - 1) > 127 && /[\u200c-\u200f\u2060\ufeff\u00ad]/.test(text[last - 1] ?? '')) last--
  return last
}
