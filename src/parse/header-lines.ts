import type {Header} from '../tree/index.js'
import {trimEndOf} from '../trim-end.js'
import type {Content} from './content.js'
import {TaggedText} from './tagged-text.js'

/** Names that open the header lines of a plain text draft; any `X-` or `List-` name goes on with them. */
const known =
  /^(?:subject|from|to|cc|bcc|date|reply-to|sender|message-id|in-reply-to|references|lang|language|content-language|content-type|mime-version|dialect|step|list-[a-z-]{1,40}|x-[a-z-]{1,40}|coldread-[a-z-]{1,40})$/i

export interface HeaderLines {
  readonly headers: readonly Header[]
  /** Where the body begins. */
  readonly end: number
}

/** Reads `Name: value` lines at the start of the content, up to an empty line or a line that is none. */
export function readHeaderLines(content: Content, from = 0): HeaderLines {
  const {masked} = content
  const headers: Header[] = []
  let at = from === 0 && masked.startsWith('\uFEFF') ? 1 : from
  while (at < masked.length) {
    const line = headerAt(masked, at)
    if (!line) break
    headers.push(headerOf(line, at, content))
    at += line.whole.length
  }
  if (headers.length === 0) return {headers, end: at}
  const empty = /[ \t]*(?:\r\n|\n|\r)/y
  empty.lastIndex = at
  return {headers, end: at + (empty.exec(masked)?.[0].length ?? 0)}
}

interface Line {
  readonly whole: string
  readonly name: string
  readonly lead: number
  readonly value: string
}

function headerAt(masked: string, at: number): Line | undefined {
  const line = /([A-Za-z][A-Za-z-]{0,60})[ \t]*:[ \t]*/y
  line.lastIndex = at
  const found = line.exec(masked)
  const name = found?.[1]
  if (!found || !name || !known.test(name)) return undefined
  const value = /[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]+[^\s][^\r\n]*)*/y
  value.lastIndex = line.lastIndex
  const text = value.exec(masked)?.[0] ?? ''
  const end = /(?:\r\n|\n|\r)?/y
  end.lastIndex = value.lastIndex
  const whole = found[0] + text + (end.exec(masked)?.[0] ?? '')
  return {whole, name, lead: found[0].length, value: text}
}

function headerOf(line: Line, at: number, content: Content): Header {
  const value = line.value.trimEnd()
  const start = at + line.lead
  const sink = new TaggedText(content)
  let from = 0
  for (const fold of value.matchAll(/(?:\r\n|\n|\r)[ \t]+/g)) {
    const line = trimEndOf(value.slice(from, fold.index), ' \t')
    const end = fold.index + fold[0].length
    sink.verbatim(line, start + from)
    sink.coded(' ', start + from + line.length, start + end)
    from = end
  }
  sink.verbatim(value.slice(from), start + from)
  const nameSpan = {start: at, end: at + line.name.length}
  return {
    type: 'header',
    name: line.name.toLowerCase(),
    nameSpan,
    start,
    end: start + value.length,
    ...sink.build(start)
  }
}
