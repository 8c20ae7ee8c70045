import type {Body, Span} from '../tree/index.js'
import type {Content} from './content.js'
import {HIDDEN_CHARACTER} from './mask.js'
import {textBody} from './text-body.js'

export interface PlainReading {
  readonly body: Body
  readonly comments: readonly (Span & {readonly value: string})[]
}

/** Reads what is too deep or too large for a parser: the text between the tags, and the comments. */
export function readPlainly(content: Content, start: number): PlainReading {
  const unseen = [...unseenParts(content.masked)]
  const comments = unseen
    .filter((part) => part.comment && part.start >= start)
    .map((part) => ({start: part.start, end: part.end, value: content.masked.slice(part.start + 4, part.end - 3)}))
  return {body: textBody({...content, masked: untagged(withoutParts(content.masked, unseen))}, start), comments}
}

const closers: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<style': '</style>',
  '<script': '</script>',
  '<title': '</title>'
}

function* unseenParts(masked: string): Generator<Span & {comment: boolean}> {
  const lower = masked.toLowerCase()
  const text = lower.length === masked.length ? lower : masked
  const missing = new Set<string>()
  const opener = /<!--|<(?:style|script|title)(?=[\s>])/g
  for (let found = opener.exec(text); found; found = opener.exec(text)) {
    const closer = closers[found[0]] ?? ''
    const close = missing.has(closer) ? -1 : text.indexOf(closer, opener.lastIndex)
    if (close < 0) {
      missing.add(closer)
      continue
    }
    opener.lastIndex = close + closer.length
    yield {start: found.index, end: opener.lastIndex, comment: closer === '-->'}
  }
}

function withoutParts(masked: string, parts: readonly Span[]): string {
  let text = ''
  let at = 0
  for (const {start, end} of parts) {
    text += masked.slice(at, start) + HIDDEN_CHARACTER.repeat(end - start)
    at = end
  }
  return text + masked.slice(at)
}

/** The text with every tag hidden; as long as before. An address in angle brackets is no tag. */
function untagged(masked: string): string {
  const tag = /<\/?[A-Za-z][A-Za-z0-9-]{0,30}(?=[\s/>])[^<>]{0,2000}>/g
  return masked.replace(tag, (whole) => HIDDEN_CHARACTER.repeat(whole.length))
}
