import {excitementEmoji, rowsOfCapitals, stretchedWords} from '../../src/evidence/index.js'
import {Memory} from '../../src/memory.js'
import type {Email, Place, Span} from '../../src/tree/index.js'

/** What may raise the voice in a line; nothing of it goes over a line end. */
interface Line {
  readonly exclamations: readonly Exclamations[]
  readonly capitals: readonly Span[]
  readonly emoji: readonly Span[]
  readonly stretched: readonly Span[]
}

/** Marks in a row, questions among them. */
interface Exclamations extends Span {
  readonly marks: number
}

/** The same of the whole mail, in order of place. */
export interface Loudness {
  readonly exclamations: readonly (Place & Exclamations)[]
  readonly capitals: readonly Place[]
  readonly emoji: readonly Place[]
  readonly stretched: readonly Place[]
}

const lines = new Memory<Line>()
const mails = new WeakMap<Email, Loudness>()

export function loudnessOf(email: Email): Loudness {
  const known = mails.get(email) ?? read(email)
  mails.set(email, known)
  return known
}

function read(email: Email): Loudness {
  const found = {exclamations: [], capitals: [], emoji: [], stretched: []} satisfies Record<keyof Line, unknown[]>
  const {text} = email.body
  for (const part of spokenParts(email)) {
    for (let start = part.start; start < part.end; ) {
      const lineEnd = text.value.indexOf('\n', start)
      const end = lineEnd < 0 || lineEnd > part.end ? part.end : lineEnd
      if (end > start) add(lines.of(text.value.slice(start, end), lineOf), text, start, found)
      start = end + 1
    }
  }
  return found
}

function add(line: Line, text: Place['text'], by: number, found: Record<keyof Line, object[]>): void {
  if (line === quiet) return
  for (const {start, end, marks} of line.exclamations)
    found.exclamations.push({text, start: by + start, end: by + end, marks})
  for (const kind of spans)
    for (const {start, end} of line[kind]) found[kind].push({text, start: by + start, end: by + end})
}

const quiet: Line = {exclamations: [], capitals: [], emoji: [], stretched: []}
const spans = ['capitals', 'emoji', 'stretched'] as const

function lineOf(line: string): Line {
  const read: Line = {
    exclamations: exclamationsIn(line),
    // "I" and "a plan B" are not loud.
    capitals: rowsOfCapitals(line).filter(({start, end}) => end - start > 1),
    emoji: excitementEmoji(line),
    stretched: stretchedWords(line)
  }
  return read.exclamations.length === 0 && spans.every((kind) => read[kind].length === 0) ? quiet : read
}

const run = /[!！¡?？؟]{1,80}/gu

function exclamationsIn(line: string): Exclamations[] {
  return [...line.matchAll(run)].flatMap(({index, 0: found}) => {
    const marks = marksIn(found)
    return marks > 0 ? [{start: index, end: index + found.length, marks}] : []
  })
}

/** How many exclamation marks stand in all that is said. */
export function marksOf(email: Email): number {
  return loudnessOf(email).exclamations.reduce((sum, {marks}) => sum + marks, 0)
}

export function marksIn(words: string): number {
  return words.replace(/[^!！]/g, '').length
}

const silent: readonly string[] = ['signature', 'footer', 'quoted-thread']

/** What the sender says to the buyer: not the card, the small print or somebody else's mail. */
function spokenParts({sections}: Email): Span[] {
  return sections.filter(({name}) => !silent.includes(name))
}
