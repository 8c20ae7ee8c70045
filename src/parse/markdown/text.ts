import type {Element, Nodes, Root, Text} from 'hast'
import type {Raw} from 'mdast-util-to-hast'
import type {Position} from 'unist'

/**
 * Text as Markdown wrote it. It is no text node, so that the HTML parser behind `hast-util-raw` passes it by: that
 * one would read it together with the HTML around it and lose where it stood.
 */
export interface MarkdownText {
  type: 'markdownText'
  value: string
  position: Position
  /** `inline` between backticks, `block` in a fence or indented. */
  code: 'inline' | 'block' | undefined
}

declare module 'hast' {
  interface ElementContentMap {
    markdownText: MarkdownText
  }
  interface RootContentMap {
    markdownText: MarkdownText
  }
}

export interface MarkedText {
  readonly hasHtml: boolean
  /** The source with the marks of quotations left out of the HTML in them; as long as before. */
  readonly source: string
}

/** Changes the text nodes of the tree, and the HTML in it that still has to be parsed. */
export function markMarkdownText(tree: Root, source: string): MarkedText {
  const html: Raw[] = []
  markChildren(tree, source, 0, undefined, html)
  let text = ''
  let at = 0
  for (const {position, value} of html) {
    text += source.slice(at, position?.start.offset) + value
    at = position?.end.offset ?? at
  }
  return {hasHtml: html.length > 0, source: text + source.slice(at)}
}

function markChildren(
  parent: Root | Element,
  source: string,
  quoteDepth: number,
  pre: Element | undefined,
  html: Raw[]
): void {
  const children: Nodes[] = []
  for (const node of parent.children) {
    if (node.type === 'text') children.push(...marked(node, parent, pre))
    else children.push(node)
    if (node.type === 'element') {
      const depth = quoteDepth + (node.tagName === 'blockquote' ? 1 : 0)
      markChildren(node, source, depth, node.tagName === 'pre' ? node : pre, html)
    } else if (node.type === 'raw' && node.position) {
      node.value = withoutQuoteMarks(source, node.position, quoteDepth)
      html.push(node)
    }
  }
  parent.children = children as Element['children']
}

/** Line ends that `mdast-util-to-hast` adds between blocks have no place in the file and no meaning here. */
function marked({value, position}: Text, parent: Root | Element, pre: Element | undefined): MarkdownText[] {
  const isCode = parent.type === 'element' && parent.tagName === 'code'
  const own = position ?? (pre ?? (isCode ? parent : undefined))?.position
  if (!own) return []
  const code = pre ? 'block' : isCode ? 'inline' : undefined
  return [{type: 'markdownText', value: pre ? value.replace(/\n$/, '') : value, position: own, code}]
}

/** HTML in a quotation as long as it is in the file, so that offsets the HTML parser counts in it hold there. */
function withoutQuoteMarks(source: string, {start, end}: Position, depth: number): string {
  const written = source.slice(start.offset, end.offset)
  if (depth === 0) return written
  return written.replace(/(?:\r\n|\n|\r)[ \t>]+/g, (lead) => {
    let left = depth
    return lead.replace(/>/g, (mark) => (left-- > 0 ? ' ' : mark))
  })
}
