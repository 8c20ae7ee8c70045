import type {Element, Text} from 'hast'
import {align, html, inlineCode, markdown, type TextSink} from './align.js'
import type {Content} from './content.js'
import {openingTag} from './elements.js'
import type {MarkdownText} from './markdown/text.js'

/** Writes the text of a node with the place of each of its characters in the content. */
export function writeText(
  node: Text | MarkdownText,
  parent: Element | undefined,
  content: Content,
  sink: TextSink
): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  const {masked} = content
  if (node.type === 'markdownText') writeMarkdown(node, masked.slice(start, end), start, sink)
  else {
    const from = parent?.tagName === 'pre' && parent.children[0] === node ? startInPre(parent, node, masked) : start
    align(masked.slice(from, end), from, node.value, sink, html)
  }
}

/**
 * The first line end in `pre` is no text, https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element.
 * For a character reference after it parse5 7 gives a wrong place, so that the opening tag has to tell.
 */
function startInPre(pre: Element, {value}: Text, masked: string): number {
  const {end} = openingTag(pre, masked)
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(masked.slice(end, end + 2))?.[0] ?? ''
  return value.startsWith('\n') && !/^[\r\n]/.test(masked.slice(end + lineEnd.length)) ? end : end + lineEnd.length
}

function writeMarkdown({value, code}: MarkdownText, raw: string, start: number, sink: TextSink): void {
  if (code === 'block') writeCodeBlock(raw, start, value, sink)
  else if (code === 'inline') writeInlineCode(raw, start, value, sink)
  else align(raw, start, value, sink, markdown)
}

/** https://spec.commonmark.org/0.31.2/#code-spans: one blank at either side is not part of the code. */
function writeInlineCode(raw: string, start: number, value: string, sink: TextSink): void {
  const marks = /^`+/.exec(raw)?.[0].length ?? 0
  const inner = raw.slice(marks, raw.length - marks)
  const padding = value.length < inner.length && /^[ \r\n]/.test(inner) ? 1 : 0
  align(inner.slice(padding, inner.length - padding), start + marks + padding, value, sink, inlineCode)
}

const fence = /^(?:`{3,}|~{3,})[^\r\n]*/

/** Lines of code stand in the file as they are, after the indentation and quotation marks of what they stand in. */
function writeCodeBlock(raw: string, start: number, value: string, sink: TextSink): void {
  const lineEnd = /\r\n|\n|\r/g
  lineEnd.lastIndex = fence.exec(raw)?.[0].length ?? 0
  let at = lineEnd.lastIndex > 0 && lineEnd.test(raw) ? lineEnd.lastIndex : 0
  const lines = value.split(/\r\n|\n|\r/)
  for (const [index, line] of lines.entries()) {
    const before = at
    if (index > 0) {
      lineEnd.lastIndex = at
      at = lineEnd.test(raw) ? lineEnd.lastIndex : raw.length
    }
    const found = raw.indexOf(line, at)
    if (found < 0) {
      sink.coded(lines.slice(index).join('\n'), start + before, start + raw.length)
      return
    }
    if (index > 0) sink.coded('\n', start + before, start + found)
    sink.verbatim(line, start + found)
    at = found + line.length
  }
}
