import {knownFormat} from '../../format-of.js'
import {formats} from '../../generated/formats.js'
import type {Format} from '../../tree/index.js'
import {DraftWriter, type RecordDraft} from './draft.js'
import type {BodyField, Fields} from './fields.js'
import {type HeaderLine, headersOf} from './headers.js'
import {kindOf, RecordError} from './record-error.js'

const noBody =
  'the record has no content, text or html; where they have other names, say so, such as --fields text=body'

/** One part of the mail that will be sent. */
interface Part {
  readonly field: BodyField
  readonly text: string
  readonly subtype: 'plain' | 'html'
}

/**
 * Makes of a record the draft that is judged.
 * @param otherwise the format of `content` where the record names none
 * @throws RecordError
 */
export function compose(fields: Fields, otherwise: Format): RecordDraft {
  const content = bodyText(fields, 'content')
  const text = bodyText(fields, 'text')
  const html = bodyText(fields, 'html')
  if (content !== undefined) {
    if (text || html)
      throw new RecordError(`the record has content and ${html ? 'html' : 'text'}: leave one of them out`)
    return composeContent(content, formatOf(fields, otherwise), fields)
  }
  const parts: Part[] = []
  if (text !== undefined && (text.trim() !== '' || !html)) parts.push({field: 'text', text, subtype: 'plain'})
  if (html !== undefined && (html.trim() !== '' || parts.length === 0))
    parts.push({field: 'html', text: html, subtype: 'html'})
  if (parts.length === 0) throw new RecordError(noBody)
  return message(headersOf(fields), parts)
}

/** A whole file; with headers in fields beside it, the body alone. A message has its own. */
function composeContent(text: string, format: Format, fields: Fields): RecordDraft {
  const headers = format === 'eml' ? [] : headersOf(fields)
  if (headers.length === 0) {
    const writer = new DraftWriter()
    writer.field('content', text)
    return writer.build(format)
  }
  if (format === 'markdown') return withFrontMatter(headers, text)
  return message(headers, [{field: 'content', text, subtype: format === 'html' ? 'html' : 'plain'}])
}

function withFrontMatter(headers: readonly HeaderLine[], text: string): RecordDraft {
  const writer = new DraftWriter()
  writer.add('---\n')
  for (const {field, name, value} of headers) {
    writer.add(`${name.toLowerCase()}: `)
    writer.quoted(field, value)
    writer.add('\n')
  }
  writer.add('---\n\n')
  writer.field('content', text)
  return writer.build('markdown')
}

/** A message whose parts stand in it as they are, so that a place in a part is a place in its field. */
function message(headers: readonly HeaderLine[], parts: readonly Part[]): RecordDraft {
  const lineEnd = /\r?\n/.exec(parts[0]?.text ?? '')?.[0] ?? '\n'
  const writer = new DraftWriter()
  const line = (text = '') => writer.add(text + lineEnd)
  for (const {field, name, value} of withSubject(headers)) {
    writer.add(`${name}: `)
    writer.field(field, value)
    line()
  }
  line('MIME-Version: 1.0')
  const addPart = ({field, text, subtype}: Part) => {
    line(`Content-Type: text/${subtype}; charset=utf-8`)
    line('Content-Transfer-Encoding: 8bit')
    line()
    writer.field(field, text)
  }
  if (parts.length > 1) addAlternatives(parts, line, addPart)
  else parts.forEach(addPart)
  return writer.build('eml')
}

/** What is said of a missing subject has its place there. */
function withSubject(headers: readonly HeaderLine[]): readonly HeaderLine[] {
  if (headers.some(({name}) => name.toLowerCase() === 'subject')) return headers
  return [{field: 'subject', name: 'Subject', value: ''}, ...headers]
}

function addAlternatives(parts: readonly Part[], line: (text?: string) => void, addPart: (part: Part) => void): void {
  const boundary = unusedBoundary(parts)
  line(`Content-Type: multipart/alternative; boundary="${boundary}"`)
  for (const part of parts) {
    line()
    line(`--${boundary}`)
    addPart(part)
  }
  line()
  line(`--${boundary}--`)
}

function unusedBoundary(parts: readonly Part[]): string {
  let boundary = 'part-of-the-record'
  while (parts.some(({text}) => text.includes(boundary))) boundary += '-'
  return boundary
}

function bodyText(fields: Fields, field: BodyField): string | undefined {
  const value = fields[field]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  throw new RecordError(`${field} is ${kindOf(value)}; it must be a text`)
}

function formatOf({format}: Fields, otherwise: Format): Format {
  if (format === undefined || format === null || format === '') return otherwise
  const name = typeof format === 'string' ? format.toLowerCase() : ''
  if (Object.hasOwn(formats, name)) return name as Format
  const byEnding = knownFormat(`.${name.replace(/^\./, '')}`)
  if (byEnding) return byEnding
  const known = Object.keys(formats).join(', ')
  throw new RecordError(
    `format is ${typeof format === 'string' ? `\`${format.slice(0, 60)}\`` : kindOf(format)}; there are ${known}`
  )
}
