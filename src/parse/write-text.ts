import type {Element, Text} from 'hast'
import {align, html, inlineCode, markdown, type TextSink} from './align.js'
import type {Content} from './content.js'
import type {MarkdownText} from './markdown-text.js'

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
  const raw = content.masked.slice(start, end)
  if (node.type === 'markdownText') writeMarkdown(node, raw, start, sink)
  else writeHtml(node.value, raw, start, parent, sink)
}

function writeHtml(value: string, raw: string, start: number, parent: Element | undefined, sink: TextSink): void {
  // https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element: its first line end is no text.
  const skipped = parent?.tagName === 'pre' && !/^\n/.test(value) ? (/^(?:\r\n|\n|\r)/.exec(raw)?.[0].length ?? 0) : 0
  align(raw.slice(skipped), start + skipped, value, sink, html)
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
  let written = 0
  for (const line of value.split('\n')) {
    const before = at
    if (written > 0) {
      lineEnd.lastIndex = at
      at = lineEnd.test(raw) ? lineEnd.lastIndex : raw.length
    }
    const found = raw.indexOf(line, at)
    if (found < 0) {
      sink.coded(value.slice(written), start + before, start + raw.length)
      return
    }
    if (written > 0) sink.coded('\n', start + before, start + found)
    sink.verbatim(line, start + found)
    at = found + line.length
    written += line.length + 1
  }
}
