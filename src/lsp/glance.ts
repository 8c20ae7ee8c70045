import type {CodeLens, InlayHint} from 'vscode-languageserver/node'
import {glanceAt} from '../glance.js'
import type {Email} from '../tree/index.js'
import type {OpenDocument} from './open-document.js'

interface Note {
  readonly title: string
  readonly offset: number
}

/** Above the draft how long it is, above its subject the line of the inbox. */
export function lenses(email: Email, document: OpenDocument): CodeLens[] {
  return notes(email).map(({title, offset}) => {
    const {line} = document.positionAt(offset)
    const start = {line, character: 0}
    // A lens of no command is text alone.
    return {range: {start, end: start}, command: {title, command: ''}}
  })
}

/** The same for editors that show no lenses: at the ends of these lines. */
export function hints(email: Email, document: OpenDocument): InlayHint[] {
  return notes(email).map(({title, offset}) => ({
    position: document.lineEndAt(offset),
    label: title,
    paddingLeft: true
  }))
}

function notes(email: Email): Note[] {
  const {words, seconds, subject, preview} = glanceAt(email)
  const header = email.headers.find(({name}) => name === 'subject')
  const [first] = email.body.blocks
  const length = {
    title: `${words} words, ${time(seconds)} to read`,
    offset: first ? email.body.text.toSource(first.start, first.end).start : 0
  }
  if (!subject && !preview) return [length]
  // Isolated, for subject and preview may run from right to left.
  const inbox = [subject || '(no subject)', preview].filter(Boolean).map((part) => `\u2068${part}\u2069`)
  return [{title: `Inbox on a phone: ${inbox.join(' · ')}`, offset: header?.nameSpan.start ?? 0}, length]
}

function time(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
