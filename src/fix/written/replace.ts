import type {Edit} from '../../rules/define-rule.js'
import type {Email, Place} from '../../tree/index.js'
import {contentOfBody, editOf, inContent} from './content.js'
import {cutsEncodedWord} from './encoded-word.js'
import {escaped} from './escape.js'

/** Words in place of others, in the body or in a header. Nothing where they stand with markup or coding between them. */
export function replaced(email: Email, place: Place, words: string): Edit[] {
  const edit = place.text === email.body.text ? inBody(email, place, words) : inHeader(email, place, words)
  return edit ? [edit] : []
}

/** Several replacements, all of them or none. */
export function allReplaced(email: Email, places: readonly (Place & {readonly words: string})[]): Edit[] {
  const edits = places.map((place) => replaced(email, place, place.words))
  return edits.every((each) => each.length > 0) ? edits.flat() : []
}

function inBody(email: Email, place: Place, words: string): Edit | undefined {
  const content = contentOfBody(email)
  const span = content && inContent(content, place)
  if (!content || !span?.exact) return undefined
  const slice = content.value.slice(span.start, span.end)
  return slice === place.text.value.slice(place.start, place.end)
    ? editOf(content, span, escaped(words, content.markup))
    : undefined
}

/** In a header only signs that no notation of headers gives a meaning. */
function inHeader({format, source}: Email, {text, start, end}: Place, words: string): Edit | undefined {
  const span = text.toSource(start, end)
  const plain = format === 'eml' ? /^[A-Za-z0-9.!]*$/ : /^[\p{L}\p{N}.!]*$/u
  const verbatim =
    span.exact && !cutsEncodedWord(source, span) && source.slice(span.start, span.end) === text.value.slice(start, end)
  return verbatim && plain.test(words) ? {start: span.start, end: span.end, text: words} : undefined
}
