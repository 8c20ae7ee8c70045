import type {Body} from '../tree/index.js'
import type {Content} from './content.js'
import {alternativesOf} from './tagged-text.js'
import {BodyWriter} from './writer.js'

const quoteMark = /^(?:[ \t]{0,3}>){1,50}/
const itemMark = /^[ \t]{0,8}(?:[-*•–‣◦]|\d{1,3}[.)])[ \t]+/

interface Line {
  readonly text: string
  readonly depth: number
  readonly isItem: boolean
  /** Whether it stands in the block of the line before. */
  readonly goesOn: boolean
}

/** The body of a plain text from `start` on: blocks are parted by empty lines, items and quotations by their marks. */
export function textBody(content: Content, start: number): Body {
  const writer = new BodyWriter(content, true)
  let before: Line | undefined
  for (const found of content.masked.slice(start).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, written = ''] = found
    if (whole === '') break
    const line = lineOf(written, before)
    if (line && !line.goesOn) writer.openBlock(line.isItem ? 'item' : 'paragraph', line.depth)
    before = line
    const text = line?.text ?? ''
    const from = start + found.index + written.length - text.length
    writer.verbatim(text, from)
    writer.lineBreak(from + text.length, start + found.index + whole.length)
  }
  return bodyOf(writer, content, start)
}

/** @returns nothing for an empty line */
function lineOf(written: string, before: Line | undefined): Line | undefined {
  const quote = quoteMark.exec(written)?.[0] ?? ''
  const text = written.slice(quote.length)
  if (text.trim() === '') return undefined
  const depth = quote.split('>').length - 1
  const marked = itemMark.test(text)
  const goesOn = before?.depth === depth && !marked && (!before.isItem || /^[ \t]/.test(text))
  return {text, depth, goesOn, isItem: marked || (goesOn && (before?.isItem ?? false))}
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
