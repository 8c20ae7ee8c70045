import type {Nodes, Paragraph, Root} from 'nlcst'
import type {LanguagePack} from '../languages/define-language.js'
import type {Memory} from '../memory.js'
import type {Body, LineIndex, Section, SectionName, Span} from '../tree/index.js'
import {piecesOf} from './pieces.js'

/**
 * The sentences of all blocks, in order; offsets count in the body's text.
 * @param memory sentences of blocks that were read before, counted from the beginning of their block
 */
export function sentencesOf(body: Body, pack: LanguagePack, memory: Memory<readonly Span[]>): Span[] {
  const sentences: Span[] = []
  for (const block of body.blocks) {
    let from = block.start
    for (const text of piecesOf(body.text.value.slice(block.start, block.end))) {
      const own = memory.of(text, () => pack.simpleSentences?.(text) ?? parsedSentences(text, pack))
      for (const {start, end} of own) sentences.push({start: from + start, end: from + end})
      from += text.length
    }
  }
  return sentences
}

/** As the parser of the language tells them. */
export function parsedSentences(text: string, pack: LanguagePack): Span[] {
  const sentences: Span[] = []
  for (const paragraph of pack.parse(text).children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const node of paragraph.children) {
      if (node.type !== 'SentenceNode' || !node.position) continue
      sentences.push({start: node.position.start.offset ?? 0, end: node.position.end.offset ?? 0})
    }
  }
  return sentences
}

/** A section whose prose tree is built when first asked for; positions in it count in the file. */
export function sectionOf(
  name: SectionName,
  span: Span,
  body: Body,
  pack: LanguagePack | undefined,
  lines: LineIndex
): Section {
  let children: Paragraph[] | undefined
  return {
    type: 'section',
    name,
    ...span,
    get position() {
      return lines.positionOf(body.text.toSource(span.start, span.end))
    },
    get children() {
      children ??= pack
        ? paragraphs(pack.parse(body.text.value.slice(span.start, span.end)), span.start, body, lines)
        : []
      return children
    }
  }
}

function paragraphs(root: Root, offset: number, body: Body, lines: LineIndex): Paragraph[] {
  const found = root.children.filter((node): node is Paragraph => node.type === 'ParagraphNode')
  for (const paragraph of found) moveToSource(paragraph, offset, body, lines)
  return found
}

/** Parsers of prose tell positions in the visible text. */
function moveToSource(node: Nodes, offset: number, body: Body, lines: LineIndex): void {
  if (node.position) {
    const start = offset + (node.position.start.offset ?? 0)
    const end = offset + (node.position.end.offset ?? 0)
    node.position = lines.positionOf(body.text.toSource(start, end))
    if ('value' in node) node.value = body.text.value.slice(start, end)
  }
  if ('children' in node) for (const child of node.children) moveToSource(child, offset, body, lines)
}
