import type {Edit} from '../../rules/define-rule.js'
import type {Email, Header} from '../../tree/index.js'
import {escaped} from './escape.js'

/** Puts a text in the place of the whole subject, or a subject where there is none. Undefined where no place is honest. */
export function subjectEdit(email: Email, text: string): Edit | undefined {
  const header = email.headers.find(({name}) => name === 'subject')
  return header ? replaced(email, header, text) : added(email, text)
}

function replaced({format, source}: Email, header: Header, text: string): Edit | undefined {
  const {start, end, nameSpan} = header
  if (format === 'eml') return valueEdit(source, header, encodedWords(text))
  if (isTitle(source, header)) {
    const empty = /^<title[^<>]*>/i.exec(source.slice(nameSpan.start))?.[0].length
    const at = start === nameSpan.start ? start + (empty ?? 0) : start
    const until = start === nameSpan.start ? at : end
    return {start: at, end: until, text: escaped(text, 'html')}
  }
  if (isInFrontMatter(source, nameSpan.start)) return valueEdit(source, header, yamlScalar(text))
  return text.includes('--') ? undefined : valueEdit(source, header, text)
}

/** An empty value has its place behind the colon. */
function valueEdit(source: string, {start, end, nameSpan}: Header, text: string): Edit | undefined {
  if (end > start) return {start, end, text}
  const colon = /^["']?[ \t]*:/.exec(source.slice(nameSpan.end, nameSpan.end + 20))?.[0].length
  if (colon === undefined) return undefined
  const at = nameSpan.end + colon
  const blank = /^[ \t]*/.exec(source.slice(at, at + 200))?.[0].length ?? 0
  return {start: at, end: at + blank, text: ` ${text}`}
}

function added(email: Email, text: string): Edit | undefined {
  const {format, source, headers} = email
  const mark = source.startsWith('\uFEFF') ? 1 : source.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0
  const insert = (at: number, words: string): Edit => ({start: at, end: at, text: words})
  const first = headers[0]?.nameSpan.start
  if (format === 'eml') return first === undefined ? undefined : insert(first, `Subject: ${encodedWords(text)}\n`)
  if (/^\uFEFF?---[ \t]*\r?\n/.test(source) && first !== undefined && isInFrontMatter(source, first))
    return insert(first, `subject: ${yamlScalar(text)}\n`)
  if (format === 'markdown') return insert(mark, `---\nsubject: ${yamlScalar(text)}\n---\n\n`)
  if (format === 'text') return insert(first ?? mark, `Subject: ${text}\n${first === undefined ? '\n' : ''}`)
  const head = /<head(?:\s[^<>]*)?>/i.exec(source)
  if (head) return insert(head.index + head[0].length, `<title>${escaped(text, 'html')}</title>`)
  return text.includes('--') ? undefined : insert(mark, `<!-- subject: ${text} -->\n`)
}

function isTitle(source: string, {nameSpan}: Header): boolean {
  return /^<title/i.test(source.slice(nameSpan.start, nameSpan.end))
}

function isInFrontMatter(source: string, at: number): boolean {
  const open = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(source)
  if (!open) return false
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(open[0].length))
  return close !== null && at < open[0].length + close.index
}

/** Bare where YAML reads it as the same text; a JSON string is YAML too. */
function yamlScalar(text: string): string {
  const bare =
    /^\p{L}[\p{L}\p{M}\p{N} ,.%/()’‌–+-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
  return bare && !text.endsWith(' ') ? text : JSON.stringify(text)
}

/** https://www.rfc-editor.org/rfc/rfc2047: words of at most 75 characters, parted by a fold. */
function encodedWords(text: string): string {
  if (/^[ -~]*$/.test(text) && !text.includes('=?')) return text
  const words: string[] = ['']
  for (const character of text) {
    const coded = character === ' ' ? '_' : /^[A-Za-z0-9]$/.test(character) ? character : hex(character)
    if ((words.at(-1) ?? '').length + coded.length > 60) words.push('')
    words[words.length - 1] += coded
  }
  return words.map((word) => `=?utf-8?Q?${word}?=`).join('\n ')
}

function hex(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
