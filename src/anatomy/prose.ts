import type {Paragraph, Root} from 'nlcst'
import type {Nodes} from 'nlcst'
import type {LanguagePack} from '../languages/define-language.js'
import type {Body, Section, SectionName, Span} from '../tree/index.js'

/** The sentences of all blocks, in order; offsets count in the body's text. */
export function sentencesOf(body: Body, pack: LanguagePack): Span[] {
  const sentences: Span[] = []
  for (const block of body.blocks) {
    const text = body.text.value.slice(block.start, block.end)
    for (const paragraph of pack.parse(text).children) {
      if (paragraph.type !== 'ParagraphNode') continue
      for (const node of paragraph.children) {
        if (node.type !== 'SentenceNode' || !node.position) continue
        sentences.push({start: block.start + (node.position.start.offset ?? 0), end: block.start + (node.position.end.offset ?? 0)})
      }
    }
  }
  return sentences
}

/** A section whose prose tree is built when first asked for; positions in it count in the file. */
export function sectionOf(name: SectionName, span: Span, body: Body, pack: LanguagePack | undefined): Section {
  let children: Paragraph[] | undefined
  return {
    type: 'section',
    name,
    ...span,
    get children() {
      children ??= pack ? paragraphs(pack.parse(body.text.value.slice(span.start, span.end)), span.start, body) : []
      return children
    }
  }
}

function paragraphs(root: Root, offset: number, body: Body): Paragraph[] {
  const found = root.children.filter((node): node is Paragraph => node.type === 'ParagraphNode')
  for (const paragraph of found) moveToSource(paragraph, offset, body)
  return found
}

/** nlcst positions keep their offsets only: lines and columns of the visible text would mislead. */
function moveToSource(node: Nodes, offset: number, body: Body): void {
  if (node.position) {
    const start = offset + (node.position.start.offset ?? 0)
    const end = offset + (node.position.end.offset ?? 0)
    const span = body.text.toSource(start, end)
    node.position = {start: {line: 0, column: 0, offset: span.start}, end: {line: 0, column: 0, offset: span.end}}
    if ('value' in node) node.value = body.text.value.slice(start, end)
  }
  if ('children' in node) for (const child of node.children) moveToSource(child, offset, body)
}
