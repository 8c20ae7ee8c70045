import type {Email, SectionName} from './tree/index.js'
import {hasLetterOrNumber} from './tree/letters.js'

/** What a buyer gets to see before reading: how long the mail is, and its line in the inbox. */
export interface Glance {
  readonly words: number
  readonly seconds: number
  readonly subject: string
  /** The first words of the mail, or the preheader that is written to stand there. */
  readonly preview: string
}

/** What the sender wrote to be read: no contact lines, nothing that is quoted. */
const read: ReadonlySet<SectionName> = new Set(['greeting', 'opening', 'pitch', 'ask', 'sign-off', 'postscript'])

/** Brysbaert 2019, silent reading of English non-fiction: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238

/** About what mail programs of phones show upright: one line of the subject, two of the text. */
const phone = {subject: 40, preview: 80}

export function glanceAt({sections, body, headers}: Email): Glance {
  const words = sections
    .filter(({name}) => read.has(name))
    .reduce((sum, {start, end}) => sum + countWords(body.text.value.slice(start, end)), 0)
  const subject = headers.find(({name}) => name === 'subject')?.text.value ?? ''
  const preheader = body.preheader?.value.trim()
  // More than any line holds, so that a huge draft is not split up whole.
  const beginning = preheader || body.text.value.slice(0, 10 * phone.preview)
  return {
    words,
    seconds: Math.round((words * 60) / wordsPerMinute),
    subject: cut(subject, phone.subject),
    preview: cut(beginning, phone.preview)
  }
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => hasLetterOrNumber(word)).length
}

/** Cut between the characters that a reader sees, as a mail program does. */
function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const shown: string[] = []
  for (const {segment} of new Intl.Segmenter().segment(line.slice(0, 20 * length))) {
    if (shown.length === length) return `${shown.join('').trimEnd()}…`
    shown.push(segment)
  }
  return shown.join('')
}
