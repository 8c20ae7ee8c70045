import type {Content} from '../content.js'
import type {Projection} from '../project.js'
import {BodyWriter} from '../writer.js'

/**
 * What may be markup, or is not shown as it is written: marks of emphasis, links, code, escapes and references; blanks
 * at the edges of lines; and beginnings of lines that open a block or underline a heading.
 */
const markup =
  /[\\`*_[\]\0]|&(?=[A-Za-z#])|^[ \t]|[ \t]\r?$|^(?:[-=>]|#{1,6}(?:[ \t\r]|$)|\+(?:[ \t\r]|$)|\d{1,9}[.)](?:[ \t\r]|$))/m

/** Whether a part that no empty line divides is one paragraph in which each character stands for itself. */
export function isPlainParagraph(markdown: string): boolean {
  return markdown !== '' && !markup.test(markdown) && !/\n\r?\n/.test(markdown)
}

/** What a Markdown parser makes of such a part, without one. */
export function projectPlain(part: Content): Projection {
  const writer = new BodyWriter(part, true)
  writer.openBlock('paragraph', 0)
  writer.verbatim(part.masked, 0)
  const text = writer.build(0)
  const {blocks, tags} = writer
  const none = {links: [], images: [], styles: [], bold: [], alternatives: [], comments: []}
  return {...none, text, blocks, tags, preheader: undefined}
}
