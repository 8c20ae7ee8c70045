import type {Email, Place} from '../tree/index.js'

/** The first sentences of the opening paragraph; undefined where the mail has none. */
export function openingOf(email: Email, most: number): Place | undefined {
  const opening = email.sections.find(({name}) => name === 'opening')
  const sentences = opening
    ? email.sentences.filter(({start, end}) => start >= opening.start && end <= opening.end).slice(0, most)
    : []
  const [first, last] = [sentences[0], sentences.at(-1)]
  return first && last && {text: email.body.text, start: first.start, end: last.end}
}

/** The whole subject; undefined where there is none or an empty one. */
export function subjectOf(email: Email): Place | undefined {
  const text = email.headers.find(({name}) => name === 'subject')?.text
  return text?.value.trim() ? {text, start: 0, end: text.value.length} : undefined
}
