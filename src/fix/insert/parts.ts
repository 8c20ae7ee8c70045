import type {Edit, FixContext} from '../../rules/define-rule.js'
import type {Email, Section, Span} from '../../tree/index.js'
import {contentOfBody, editOf, inContent} from '../written/content.js'
import {escaped} from '../written/escape.js'
import {linesAfter, paragraphAfter, paragraphBefore} from './index.js'
import {pastEndTags} from './tags.js'

const below: readonly string[] = ['footer', 'postscript', 'quoted-thread']

/** Lines at the end of the signature; without one, a paragraph where it would stand. */
export function inSignature(email: Email, lines: readonly string[]): Edit[] {
  const signature = email.sections.findLast(({name}) => name === 'signature')
  if (signature) return linesAfter(email, signature.end, lines)
  const last = email.sections.findLast(({name}) => !below.includes(name))
  return last ? paragraphAfter(email, last.end, lines) : []
}

/** A paragraph below everything that the sender wrote. */
export function atEnd(email: Email, lines: readonly string[]): Edit[] {
  const last = email.sections.findLast(({name}) => name !== 'quoted-thread')
  return last ? paragraphAfter(email, last.end, lines) : []
}

/** A paragraph between the greeting and the first sentence. */
export function beforeOpening(email: Email, sentence: string, phrases: FixContext<unknown>['phrases']): Edit[] {
  const opening = email.sections.find(({name}) => name === 'opening')
  const greeting = email.sections.find(({name}) => name === 'greeting')
  if (opening) {
    const called = greeting ? undefined : endOfCall(email, opening, phrases('@greeting'))
    return called === undefined
      ? paragraphBefore(email, opening.start, [sentence])
      : behind(email, called, `${sentence} `)
  }
  return greeting ? paragraphAfter(email, greeting.end, [sentence]) : []
}

/** "Hi Ann, we saw …": where the first sentence begins behind a greeting on its line. */
function endOfCall({body}: Email, {start, end}: Section, greetings: readonly Span[]): number | undefined {
  if (!greetings.some((hit) => hit.start - start >= 0 && hit.start - start < 4)) return undefined
  const called = /^[^\n.!?]{1,60}?[,،:!–—-]\s/.exec(body.text.value.slice(start, end))?.[0].length
  return called === undefined ? undefined : start + called
}

/** A sentence behind the one that ends at an offset of the visible text. */
export function sentenceAfter(email: Email, offset: number, sentence: string): Edit[] {
  return behind(email, offset, ` ${sentence}`)
}

function behind(email: Email, offset: number, words: string): Edit[] {
  const content = contentOfBody(email)
  const place = content && inContent(content, {text: email.body.text, start: offset - 1, end: offset})
  if (!content || !place) return []
  const lead = /^\s*/.exec(words)?.[0] ?? ''
  const at = lead ? pastMarks(content.value, place.end, content.markup) : place.end
  const edit = editOf(content, {start: at, end: at}, `${lead}${escaped(words.trimStart(), content.markup)}`)
  return edit ? [edit] : []
}

function pastMarks(value: string, at: number, markup: string): number {
  if (markup === 'html') return pastEndTags(value, at)
  return markup === 'markdown' ? at + (/^[*_]{0,3}/.exec(value.slice(at, at + 3))?.[0].length ?? 0) : at
}
