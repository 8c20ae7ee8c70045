import type {BlockKind, Body} from '../tree/index.js'
import type {Content} from './content.js'
import {BodyWriter} from './writer.js'

const quoteMark = /^(?:[ \t]{0,3}>){1,50}/
const itemMark = /^[ \t]{0,8}(?:[-*•–‣◦]|\d{1,3}[.)])[ \t]+/

/** The body of a plain text from `start` on: blocks are parted by empty lines, items and quotations by their marks. */
export function textBody(content: Content, start: number): Body {
  const writer = new BodyWriter(content, true)
  let open: {kind: BlockKind; depth: number} | undefined
  for (const line of content.masked.slice(start).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, written = ''] = line
    if (whole === '') break
    const quote = quoteMark.exec(written)?.[0] ?? ''
    const depth = quote.split('>').length - 1
    const text = written.slice(quote.length)
    const isItem = itemMark.test(text)
    if (text.trim() === '') open = undefined
    else if (!open || isItem || open.depth !== depth || open.kind === 'item') {
      const goesOn = open?.kind === 'item' && !isItem && open.depth === depth && /^[ \t]/.test(text)
      if (!goesOn) {
        open = {kind: isItem ? 'item' : depth > 0 ? 'quote' : 'paragraph', depth}
        writer.openBlock(open.kind, depth)
      }
    }
    const from = start + line.index + quote.length
    writer.verbatim(text, from)
    writer.lineBreak(from + text.length, start + line.index + whole.length)
  }
  return {
    text: writer.build(start),
    blocks: writer.blocks,
    links: [],
    images: [],
    styles: [],
    bold: [],
    tags: writer.tags,
    preheader: undefined,
    alternatives: []
  }
}
