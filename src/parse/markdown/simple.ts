import type {BlockKind, Span} from '../../tree/index.js'
import {trimEndOf} from '../../trim-end.js'
import type {Content} from '../content.js'
import {type Projection, trimmed} from '../project.js'
import {BodyWriter} from '../writer.js'

/** A paragraph, or an item of a list that is one line. */
interface SimpleBlock extends Span {
  readonly kind: BlockKind
}

/**
 * What may be markup, or is not shown as it is written: marks of links, code, escapes and references; blanks at the edges
 * of lines; and beginnings of lines that open a block or underline a heading.
 */
const markup =
  /[\\`_[\]\0]|&(?=[A-Za-z#])|^[ \t]|[ \t]\r?$|^(?:[-=>]|#{1,6}(?:[ \t\r]|$)|\+(?:[ \t\r]|$)|\d{1,9}[.)](?:[ \t\r]|$))/m

/** Bold words that no rule on flanking makes anything else of: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis */
const bold = /(?<=^| )\*\*([^\s*](?:[^*\r\n]*[^\s*])?)\*\*(?=[ .,;:!?)]|\r?$)/gm

const bullet = /^([-*]) (?=\S)/gm

/**
 * The blocks of a part that no empty line divides, where each of its characters stands for itself but for bullets and
 * for `**` around bold words. Nearly all parts of mails are such, and a Markdown parser takes fifty times as long.
 * @returns undefined where a Markdown parser has to read it
 */
export function simpleBlocks(part: string): SimpleBlock[] | undefined {
  // Blanks behind the last word mean nothing, and stand there whenever a next word is about to be typed.
  const markdown = trimEndOf(part, ' \t')
  if (markdown === '' || markdown.endsWith('\n') || /\n\r?\n/.test(markdown)) return undefined
  const blocks = blocksOf(markdown)
  return blocks?.every(({start, end}) => isPlain(markdown.slice(start, end))) ? blocks : undefined
}

/** A paragraph, then items; undefined where a line goes on with an item. */
function blocksOf(markdown: string): SimpleBlock[] | undefined {
  const bullets = [...markdown.matchAll(bullet)]
  const first = bullets[0]
  if (!first) return [{kind: 'paragraph', start: 0, end: markdown.length}]
  const items = bullets.map(({index}): SimpleBlock => ({kind: 'item', start: index + 2, end: lineEnd(markdown, index)}))
  const isOneList = bullets.every(({1: mark}) => mark === first[1])
  const lines = markdown.slice(first.index).split('\n').length
  if (!isOneList || lines !== items.length) return undefined
  return first.index === 0
    ? items
    : [{kind: 'paragraph', start: 0, end: lineEnd(markdown, 0, first.index - 1)}, ...items]
}

/** Where the text ends that ends at the first line end from `from` on, or at `at`. */
function lineEnd(text: string, from: number, at = text.indexOf('\n', from)): number {
  const end = at < 0 ? text.length : at
  return text[end - 1] === '\r' ? end - 1 : end
}

function isPlain(text: string): boolean {
  return !markup.test(text) && (!text.includes('*') || !text.replace(bold, '').includes('*'))
}

/** What a Markdown parser makes of such blocks, without one. */
export function projectSimple(part: Content, blocks: readonly SimpleBlock[]): Projection {
  const writer = new BodyWriter(part, true)
  const strong: Span[] = []
  for (const {kind, start, end} of blocks) {
    writer.openBlock(kind, 0)
    writeInline(part.masked.slice(start, end), start, writer, strong)
  }
  const text = writer.build(0)
  const none = {links: [], images: [], styles: [], alternatives: [], comments: []}
  const seen = strong.map((span) => trimmed(text.value, span)).filter((span) => span.end > span.start)
  return {...none, text, blocks: writer.blocks, bold: seen, tags: writer.tags, preheader: undefined}
}

function writeInline(masked: string, from: number, writer: BodyWriter, strong: Span[]): void {
  let at = 0
  for (const {0: whole, 1: words = '', index} of masked.matchAll(bold)) {
    if (index > at) writer.verbatim(masked.slice(at, index), from + at)
    const start = writer.length
    writer.verbatim(words, from + index + 2)
    strong.push({start, end: writer.length})
    at = index + whole.length
  }
  if (at < masked.length) writer.verbatim(masked.slice(at), from + at)
}
