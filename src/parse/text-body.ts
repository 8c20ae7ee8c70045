import type {BlockKind, Body} from '../tree/index.js'
import type {Content} from './content.js'
import {alternativesOf} from './tagged-text.js'
import {BodyWriter} from './writer.js'

const quoteMark = /^(?:[ \t]{0,3}>){1,50}/
const itemMark = /^[ \t]{0,8}(?:[-*•–‣◦]|\d{1,3}[.)])[ \t]+/

interface Line {
  readonly text: string
  readonly depth: number
  readonly isItem: boolean
}

/** The body of a plain text from `start` on: blocks are parted by empty lines, items and quotations by their marks. */
export function textBody(content: Content, start: number): Body {
  const writer = new BodyWriter(content, true)
  let before: Line | undefined
  let kind: BlockKind = 'paragraph'
  for (const found of content.masked.slice(start).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, written = ''] = found
    if (whole === '') break
    const line = lineOf(written)
    const goesOn = before !== undefined && !line.isItem && line.depth === before.depth
    if (line.text.trim() === '') before = undefined
    else {
      if (!goesOn || (kind === 'item' && !/^[ \t]/.test(line.text))) {
        kind = line.isItem ? 'item' : line.depth > 0 ? 'quote' : 'paragraph'
        writer.openBlock(kind, line.depth)
      }
      before = line
    }
    const from = start + found.index + written.length - line.text.length
    writer.verbatim(line.text, from)
    writer.lineBreak(from + line.text.length, start + found.index + whole.length)
  }
  return bodyOf(writer, content, start)
}

function lineOf(written: string): Line {
  const quote = quoteMark.exec(written)?.[0] ?? ''
  const text = written.slice(quote.length)
  return {text, depth: quote.split('>').length - 1, isItem: itemMark.test(text)}
}

function bodyOf(writer: BodyWriter, content: Content, start: number): Body {
  return {
    text: writer.build(start),
    blocks: writer.blocks,
    links: [],
    images: [],
    styles: [],
    bold: [],
    tags: writer.tags,
    preheader: undefined,
    alternatives: alternativesOf(content)
  }
}
