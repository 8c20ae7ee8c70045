import type {PhraseHit} from '../phrases/index.js'
import type {SectionName, Span} from '../tree/index.js'
import {isLetter} from '../tree/letters.js'
import {closingParts, closingStart} from './closing.js'
import {inside, type Line, startsWith} from './lines.js'

/** A stretch of lines with its name; `first` and `last` count lines, both included. */
export interface NamedLines {
  readonly name: SectionName
  readonly first: number
  readonly last: number
}

/** What the phrases of the language said about the body, by list. */
export interface LanguageHits {
  of(list: string): readonly PhraseHit[]
  /** Links and merge tags by which a reader refuses further mails. */
  readonly refusals: readonly Span[]
}

const replyHeader = /^(?:-{2,}\s*(?:original|forwarded) message\b|_{10,}\s*$)/i

/** Formal letters tell their subject once more, above or below the salutation. */
const subjectLine = /^\s{0,3}(?:subject|re|betreff|موضوع|عنوان)\s?[:：] ?\S/i

/** Names the lines of a body, from the outside inwards: quoted thread, greeting, signature and footer, then the prose between. */
export function nameLines(lines: readonly Line[], hits: LanguageHits): NamedLines[] {
  if (lines.length === 0) return []
  const end = threadStart(lines, hits)
  const greeting = greetingEnd(lines, end, hits)
  const closing = closingStart(lines, greeting, end, hits)
  const greeted: NamedLines[] = greeting > 0 ? [{name: 'greeting', first: 0, last: greeting - 1}] : []
  const quoted: NamedLines[] = end < lines.length ? [{name: 'quoted-thread', first: end, last: lines.length - 1}] : []
  const prose = proseParts(lines, greeting, closing.signOff, hits)
  return [...greeted, ...prose, ...closingParts(lines, closing, end, hits), ...quoted]
}

/** The line that a quoted thread begins with: a reply header, or quotation up to the end. */
function threadStart(lines: readonly Line[], hits: LanguageHits): number {
  const marked = lines.findIndex((line) => replyHeader.test(line.text) || startsWith(line, hits.of('@quoted-thread')))
  let end = lines.length
  while (end > 0 && (lines[end - 1] as Line).block.quoteDepth > 0) end--
  if (end === 0) end = lines.length
  return marked > 0 ? Math.min(marked, end) : end
}

/** Greetings stand in the first lines; a letterhead may come before them and belongs to them. */
function greetingEnd(lines: readonly Line[], end: number, hits: LanguageHits): number {
  const greetings = hits.of('@greeting')
  let last = -1
  for (let index = 0; index < Math.min(end, last < 0 ? 8 : last + 3); index++) {
    const line = lines[index] as Line
    if (isGreeting(line, greetings, index) || subjectLine.test(line.text)) last = index
    else if (last >= 0 || (line.words > 14 && line.contact === 0)) break
  }
  return last + 1
}

/** "Hi Ms Okoro,", a merge tag alone, or whatever stands before a comma on the first line ("Eric,"). */
function isGreeting(line: Line, greetings: readonly Span[], index: number): boolean {
  if (line.words > 12) return false
  if (isTag(line.text)) return true
  const called = /[,،:]\s*$/.test(line.text)
  if (startsWith(line, greetings)) return called || line.words <= 5 || !/[.?؟…]\s*$/.test(line.text)
  return index === 0 && called && line.words <= 7 && line.block.kind === 'paragraph'
}

/** A merge tag, or what looks like one, with no letter before it and one mark behind it: "{{first_name}}," or "<name>". */
function isTag(line: string): boolean {
  const tag = line
    .trimEnd()
    .replace(/[,،:!]$/, '')
    .trimEnd()
  const lead = lengthBeforeLetter(tag)
  const word = tag.length - (tag.split(/[\s,]/).at(-1)?.length ?? 0)
  if (/[{%[*$]/.test(tag.slice(word, lead))) return true
  return tag.endsWith('>') && tag.slice(tag.lastIndexOf('>', tag.length - 2) + 1, lead).includes('<')
}

function lengthBeforeLetter(text: string): number {
  let length = 0
  for (const character of text) {
    if (isLetter(character)) break
    length += character.length
  }
  return length
}

/** The first paragraph opens; the last paragraph that asks for something is the ask; the pitch is the rest. */
function proseParts(lines: readonly Line[], from: number, to: number, hits: LanguageHits): NamedLines[] {
  if (to <= from) return []
  const openingEnd = openingEndOf(lines, from, to)
  const parts: NamedLines[] = [{name: 'opening', first: from, last: openingEnd - 1}]
  const ask = askStart(lines, openingEnd, to, hits)
  if (ask === undefined) return openingEnd < to ? [...parts, {name: 'pitch', first: openingEnd, last: to - 1}] : parts
  const askEnd = blockEnd(lines, ask, to)
  if (ask > openingEnd) parts.push({name: 'pitch', first: openingEnd, last: ask - 1})
  parts.push({name: 'ask', first: ask, last: askEnd - 1})
  if (askEnd < to) parts.push({name: 'pitch', first: askEnd, last: to - 1})
  return parts
}

/** A banner above the first sentence is no opening yet: the paragraph below belongs to it. */
function openingEndOf(lines: readonly Line[], from: number, to: number): number {
  let end = blockEnd(lines, from, to)
  for (let banners = 0; end < to && banners < 2 && isBanner(lines[end - 1] as Line); banners++)
    end = blockEnd(lines, end, to)
  return end
}

function isBanner(line: Line): boolean {
  return line.block.kind === 'heading' || (line.words <= 6 && !/[.:,;،؛。]\s*$/.test(line.text))
}

function blockEnd(lines: readonly Line[], from: number, to: number): number {
  const {block} = lines[from] as Line
  let end = from
  while (end < to && lines[end]?.block === block) end++
  return end
}

/** The last paragraph that asks; one that asks only whether to write again is taken where there is no other. */
function askStart(lines: readonly Line[], from: number, to: number, hits: LanguageHits): number | undefined {
  const asks = hits.of('@ask')
  const refusals = hits.of('@opt-out').filter(({entry}) => entry.in.length === 0 || entry.in.includes('ask'))
  let last: number | undefined
  for (let index = to - 1; index >= from; index--) {
    const line = lines[index] as Line
    if (!/[?؟]/.test(line.text) && !inside(line, asks)) continue
    if (!inside(line, refusals)) return blockBegin(lines, index, from)
    last ??= index
  }
  return last === undefined ? undefined : blockBegin(lines, last, from)
}

function blockBegin(lines: readonly Line[], index: number, from: number): number {
  let start = index
  while (start > from && lines[start - 1]?.block === lines[index]?.block) start--
  return start
}
