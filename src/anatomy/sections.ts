import type {PhraseHit} from '../phrases/index.js'
import type {Block, SectionName, Span} from '../tree/index.js'
import {isSignatureLine, type Line} from './lines.js'

/** A stretch of lines with its name; `first` and `last` count lines, both included. */
export interface NamedLines {
  readonly name: SectionName
  readonly first: number
  readonly last: number
}

/** What the phrases of the language said about the body, by list. */
export interface LanguageHits {
  of(list: string): readonly PhraseHit[]
}

const postscript = /^(?:p\.?\s?p?\.?s\b|پ[\s.]?ن\b|پی[\u200C ]?نوشت)/i
const delimiter = /^(?:--|—|–|_{2,}|-{3,}|\*{3,})\s*$/
const replyHeader = /^(?:-{2,}\s*(?:original|forwarded) message\b|_{10,}\s*$)/i

/** Names the lines of a body, from the outside inwards: quoted thread, greeting, signature and footer, then the prose between. */
export function nameLines(lines: readonly Line[], hits: LanguageHits): NamedLines[] {
  if (lines.length === 0) return []
  const end = threadStart(lines, hits)
  const greeting = greetingEnd(lines, end, hits)
  const closing = closingStart(lines, greeting, end, hits)
  const names: NamedLines[] = []
  if (greeting > 0) names.push({name: 'greeting', first: 0, last: greeting - 1})
  names.push(...proseParts(lines, greeting, closing.signOff, hits))
  names.push(...closingParts(lines, closing, end, hits))
  if (end < lines.length) names.push({name: 'quoted-thread', first: end, last: lines.length - 1})
  return names
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
    const greets = startsWith(line, greetings) || /^[^\p{L}]*(?:<[^>]*>|[{%[*$][^\s,]*)\s*[,،:!]?\s*$/u.test(line.text)
    if (greets && line.words <= 12) last = index
    else if (last >= 0 || (line.words > 14 && line.contact === 0)) break
  }
  return last + 1
}

interface Closing {
  /** First line of the sign-off, or of the signature where there is none. */
  readonly signOff: number
  readonly signature: number
  /** First line after the signature. */
  readonly footer: number
}

function closingStart(lines: readonly Line[], from: number, end: number, hits: LanguageHits): Closing {
  const phrases = hits.of('@sign-off')
  for (let index = end - 1; index >= from; index--) {
    const line = lines[index] as Line
    if (end - index > 24) break
    if (delimiter.test(line.text) && index > from) return {signOff: index, signature: index, footer: footerStart(lines, index + 1, end, hits)}
    if (line.words <= 8 && isWhole(line, phrases))
      return {signOff: index, signature: index + 1, footer: footerStart(lines, index + 1, end, hits)}
  }
  const start = unsignedSignature(lines, from, end, hits)
  return {signOff: start, signature: start, footer: footerStart(lines, start, end, hits)}
}


/** Without a sign-off the signature is the last run of signature lines that holds a contact. */
function unsignedSignature(lines: readonly Line[], from: number, end: number, hits: LanguageHits): number {
  let last = end - 1
  while (last >= from && !(isSignatureLine(lines[last] as Line) && blockHasContact(lines, last))) {
    if (end - last > 16) return end
    last--
  }
  if (last < from) return end
  let start = last
  while (start > from && isSignatureLine(lines[start - 1] as Line) && !isProse(lines, start - 1, hits)) start--
  return Math.max(start, from)
}

function blockHasContact(lines: readonly Line[], index: number): boolean {
  const {block} = lines[index] as Line
  return lines.some((line) => line.block === block && line.contact > 0)
}

function isProse(lines: readonly Line[], index: number, hits: LanguageHits): boolean {
  const line = lines[index] as Line
  const next = lines[index + 1]
  if (line.block.kind === 'item' && next?.block !== line.block) return true
  return next !== undefined && next.block !== line.block && line.contact === 0 && (line.words > 5 || inside(line, hits.of('@ask')))
}

/** A footer begins with the first line after the signature that reads as a sentence or offers a way out. */
function footerStart(lines: readonly Line[], from: number, end: number, hits: LanguageHits): number {
  const optOut = hits.of('@opt-out')
  for (let index = from; index < end; index++) {
    const line = lines[index] as Line
    if (postscript.test(line.text)) return index
    if (index > from && inside(line, optOut)) return blockStart(lines, index, from)
    if (index > from && !isSignatureLine(line) && line.contact === 0) return blockStart(lines, index, from)
  }
  return end
}

function blockStart(lines: readonly Line[], index: number, from: number): number {
  const {block} = lines[index] as Line
  const isParagraph = (lines[index] as Line).words > 7
  if (isParagraph) return index
  let start = index
  while (start > from && lines[start - 1]?.block === block) start--
  return start > from ? start : index
}

function closingParts(lines: readonly Line[], closing: Closing, end: number, hits: LanguageHits): NamedLines[] {
  const parts: NamedLines[] = []
  const add = (name: SectionName, first: number, last: number) => {
    if (last >= first) parts.push({name, first, last})
  }
  add('sign-off', closing.signOff, closing.signature - 1)
  add('signature', closing.signature, Math.min(closing.footer, end) - 1)
  let open: {name: SectionName; first: number; block: Block} | undefined
  for (let index = closing.footer; index < end; index++) {
    const line = lines[index] as Line
    const name = nameAfterSignature(line, open, hits)
    if (open && open.name === name) continue
    if (open) add(open.name, open.first, index - 1)
    open = {name, first: index, block: line.block}
  }
  if (open) add(open.name, open.first, end - 1)
  return parts
}

function nameAfterSignature(line: Line, open: {name: SectionName; block: Block} | undefined, hits: LanguageHits): SectionName {
  if (postscript.test(line.text) || startsWith(line, hits.of('@postscript'))) return 'postscript'
  if (open?.name === 'postscript' && open.block === line.block) return 'postscript'
  return 'footer'
}

/** The first paragraph opens; the last paragraph that asks for something is the ask; the pitch is the rest. */
function proseParts(lines: readonly Line[], from: number, to: number, hits: LanguageHits): NamedLines[] {
  if (to <= from) return []
  const openingEnd = blockEnd(lines, from, to)
  const parts: NamedLines[] = [{name: 'opening', first: from, last: openingEnd - 1}]
  const ask = askStart(lines, openingEnd, to, hits)
  if (ask === undefined) return openingEnd < to ? [...parts, {name: 'pitch', first: openingEnd, last: to - 1}] : parts
  const askEnd = blockEnd(lines, ask, to)
  if (ask > openingEnd) parts.push({name: 'pitch', first: openingEnd, last: ask - 1})
  parts.push({name: 'ask', first: ask, last: askEnd - 1})
  if (askEnd < to) parts.push({name: 'pitch', first: askEnd, last: to - 1})
  return parts
}

function blockEnd(lines: readonly Line[], from: number, to: number): number {
  const {block} = lines[from] as Line
  let end = from
  while (end < to && lines[end]?.block === block) end++
  return end
}

function askStart(lines: readonly Line[], from: number, to: number, hits: LanguageHits): number | undefined {
  const asks = hits.of('@ask')
  for (let index = to - 1; index >= from; index--) {
    const line = lines[index] as Line
    if (!/[?؟]/.test(line.text) && !inside(line, asks)) continue
    let start = index
    while (start > from && lines[start - 1]?.block === line.block) start--
    return start
  }
  return undefined
}

function startsWith(line: Span & {readonly text: string}, hits: readonly PhraseHit[]): boolean {
  const lead = line.text.length - line.text.replace(/^[^\p{L}\p{N}]+/u, '').length
  return hits.some((hit) => hit.start >= line.start && hit.start <= line.start + lead && hit.end <= line.end)
}

function isWhole(line: Line, hits: readonly PhraseHit[]): boolean {
  return hits.some(
    (hit) => hit.start <= line.start + 3 && hit.start >= line.start && hit.end <= line.end && /^[^\p{L}\p{N}]*$/u.test(line.text.slice(hit.end - line.start))
  )
}

function inside(line: Span, hits: readonly PhraseHit[]): boolean {
  return hits.some((hit) => hit.start < line.end && hit.end > line.start)
}
