import type {Block, SectionName, Span} from '../tree/index.js'
import {inside, isSignatureLine, isWhole, type Line, startsWith} from './lines.js'
import {CLOSING} from './names/index.js'
import type {LanguageHits, NamedLines} from './sections.js'

const postscript = /^(?:p\.?\s?p?\.?s\b|پ[\s.]?ن\b|پی[\u200C ]?نوشت)/i
const delimiter = /^(?:--|—|–|_{2,}|-{3,}|\*{3,})\s*$/
/** A mail's end lies in its last lines; above them a closing is a phrase like any other. */
const reach = 24

export interface Closing {
  /** First line of the sign-off, or of the signature where there is none. */
  readonly signOff: number
  readonly signature: number
  /** First line after the signature. */
  readonly footer: number
}

export function closingStart(lines: readonly Line[], from: number, end: number, hits: LanguageHits): Closing {
  const phrases = hits.of('@sign-off')
  for (let index = end - 1; index >= Math.max(from, end - reach); index--) {
    const line = lines[index] as Line
    const signature = isWhole(line, phrases) && line.words <= 8 ? index + 1 : index
    const closes = signature > index || (index > from && (delimiter.test(line.text) || closesInOneLine(line, phrases)))
    if (closes) return {signOff: index, signature, footer: footerStart(lines, index + 1, end, hits)}
  }
  return unsigned(lines, from, end, hits)
}

/** "Kind regards, Jo Perrin, Hallam Ice": closing and name share a line. */
function closesInOneLine(line: Line, phrases: readonly Span[]): boolean {
  return (
    line.words <= 10 &&
    startsWith(line, phrases) &&
    /^[^,،]{2,40}[,،–—-]\s*\p{L}/u.test(line.text) &&
    !/[.?!؟]\s*$/.test(line.text)
  )
}

function unsigned(lines: readonly Line[], from: number, end: number, hits: LanguageHits): Closing {
  const start = unsignedSignature(lines, from, end, hits)
  const first = lines[start]
  if (!first || start >= end) {
    const footer = looseFooter(lines, from, end, hits)
    return {signOff: footer, signature: footer, footer}
  }
  const closed = first.words <= 5 && first.contact === 0 && (CLOSING.test(first.text) || /[,،]\s*$/.test(first.text))
  return {signOff: start, signature: closed ? start + 1 : start, footer: footerStart(lines, start, end, hits)}
}

/** Lines that close a mail which nobody signs. */
function looseFooter(lines: readonly Line[], from: number, end: number, hits: LanguageHits): number {
  let start = end
  while (start - 1 > from && isFooterLine(lines[start - 1] as Line, hits)) start--
  return start
}

function isFooterLine(line: Line, hits: LanguageHits): boolean {
  return postscript.test(line.text) || startsWith(line, hits.of('@footer')) || isRefusal(line, hits)
}

function isRefusal(line: Line, hits: LanguageHits): boolean {
  return inside(line, hits.of('@opt-out')) || inside(line, hits.refusals)
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
  return (
    next !== undefined &&
    next.block !== line.block &&
    line.contact === 0 &&
    (line.words > 5 || inside(line, hits.of('@ask')))
  )
}

/** A footer begins with the first line after the signature that reads as a sentence or offers a way out. */
function footerStart(lines: readonly Line[], from: number, end: number, hits: LanguageHits): number {
  for (let index = from; index < end; index++) {
    const line = lines[index] as Line
    if (postscript.test(line.text)) return index
    if (index > from && isRefusal(line, hits)) return blockStart(lines, index, from)
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

export function closingParts(lines: readonly Line[], closing: Closing, end: number, hits: LanguageHits): NamedLines[] {
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

function nameAfterSignature(
  line: Line,
  open: {name: SectionName; block: Block} | undefined,
  hits: LanguageHits
): SectionName {
  if (postscript.test(line.text) || startsWith(line, hits.of('@postscript'))) return 'postscript'
  if (open?.name === 'postscript' && open.block === line.block) return 'postscript'
  return 'footer'
}
