import type {Colors} from 'picocolors/types.js'
import {printable} from '../../../report/shared/printable.js'
import {type Email, type Fact, type Header, LineIndex, type Section, type Token} from '../../../tree/index.js'

const margin = 14

/** Headers that a buyer sees or that rules read. */
const shownHeaders = [
  'from',
  'to',
  'cc',
  'reply-to',
  'subject',
  'date',
  'list-unsubscribe',
  'in-reply-to',
  'lang',
  'dialect',
  'step'
]

/** The tree as a person reads it: each line of the text with its part beside it, then what was found in it. */
export function anatomyReport(email: Email, colors: Colors): string {
  const lines = new LineIndex(email.source)
  const placeOf = (offset: number) => {
    const {line, column} = lines.pointAt(offset)
    return `${line}:${column}`
  }
  return [
    overview(email),
    ...email.headers.filter(({name}) => shownHeaders.includes(name)).map((header) => headerRow(header, colors)),
    '',
    ...bodyRows(email, colors),
    ...list(
      'Facts',
      email.facts.map((fact) => factRow(fact, placeOf)),
      colors
    ),
    ...list(
      'Merge tags',
      email.tokens.map((token) => tokenRow(token, placeOf)),
      colors
    ),
    ...list(
      'Attachments',
      email.attachments.map(({name, mediaType}) => `${printable(name)}  ${mediaType}`),
      colors
    ),
    ...list(
      'Could not be read as meant',
      email.notices.map(({start, message}) => `${placeOf(start)}  ${printable(message)}`),
      colors
    )
  ]
    .join('\n')
    .concat('\n')
}

function overview({format, language, languageBy, dialect, proseRead}: Email): string {
  const told = language === undefined ? 'unknown' : `${language} (told by ${languageBy})`
  const prose = proseRead ? '' : '; no knowledge of this language, so its prose was not read'
  return `format ${format}, language ${told}${prose}, merge tags ${dialect ?? 'of no known dialect'}\n`
}

function headerRow({name, text, notText}: Header, colors: Colors): string {
  return row(name, notText === undefined ? text.value : `${text.value} (${notText}, not text)`, colors)
}

/** The name of a part stands beside its first line; text between two parts has none. */
function bodyRows({body, sections}: Email, colors: Colors): string[] {
  const rows: string[] = []
  let named: Section | undefined
  let next = 0
  let at = 0
  for (const line of body.text.value.split('\n')) {
    while (next < sections.length && (sections[next]?.end ?? 0) <= at) next++
    const section = sections[next]
    const inside = section && section.start < at + line.length && line.trim() !== '' ? section : undefined
    rows.push(row(inside && inside !== named ? inside.name : '', line, colors))
    named = inside ?? named
    at += line.length + 1
  }
  return rows
}

function row(name: string, text: string, colors: Colors): string {
  return `${colors.cyan(name.padEnd(margin))}${colors.dim('|')} ${printable(text.replaceAll('\n', ' '))}`.trimEnd()
}

function list(title: string, rows: readonly string[], colors: Colors): string[] {
  return rows.length === 0 ? [] : ['', colors.bold(title), ...rows.map((each) => `  ${each}`)]
}

function factRow({kind, value, text, start, end, by}: Fact, placeOf: (offset: number) => string): string {
  const words = text.value.slice(start, end)
  const said = words === value ? '' : `  "${printable(words.replace(/\s+/g, ' '))}"`
  return `${kind.padEnd(margin)}${placeOf(text.toSource(start, end).start).padEnd(7)} ${printable(value)}${said}  (${by})`
}

function tokenRow({kind, raw, syntax, start}: Token, placeOf: (offset: number) => string): string {
  return `${kind.padEnd(margin)}${placeOf(start).padEnd(7)} ${printable(raw)}  (${syntax})`
}
