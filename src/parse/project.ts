import type {Element, ElementContent, Nodes, Root, RootContent} from 'hast'
import type {BlockKind, Body, CodedSpan, Image, Link, MappedText, Span, Style} from '../tree/index.js'
import type {TextSink} from './align.js'
import {type Content, inFile} from './content.js'
import {boldOf, isHidden, openingTag, pixels} from './elements.js'
import {restore} from './mask.js'
import type {StyleReader} from './styles/index.js'
import {alternativesOf, TaggedText} from './tagged-text.js'
import {writeText} from './write-text.js'
import {BodyWriter} from './writer.js'

export interface Projection extends Body {
  readonly comments: readonly (Span & {readonly value: string})[]
}

export interface ProjectOptions {
  /** Line ends in the source are line ends for the reader (Markdown as mail tools show it). */
  readonly keepLines: boolean
  /** Where the body begins in the content. */
  readonly start: number
  /** Reads styles; left out where the content has none. */
  readonly styles: StyleReader | undefined
}

/** Walks a hast tree once and writes down what a buyer sees, and where each piece of it stands. */
export function project(tree: Root, content: Content, options: ProjectOptions): Projection {
  const walk = new Walk(content, options)
  walk.nodes(tree.children)
  return walk.finish()
}

const blockKinds: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dt: 'item',
  dd: 'item',
  tr: 'row',
  pre: 'code'
}
const blocks = new Set(
  'address article aside blockquote body caption center details dialog div dl fieldset figcaption figure footer form header hr html legend main nav ol p section summary table tbody tfoot thead ul'.split(
    ' '
  )
)
const unseen = new Set(['head', 'script', 'style', 'template', 'noscript', 'title', 'textarea', 'select', 'object'])

/** Bold text, links and styles hold for a stretch of text that is only known when their element ends. */
interface Stretch {
  readonly start: number
  readonly add: (range: Span) => void
}

class Walk {
  private readonly writer: BodyWriter
  private readonly links: Link[] = []
  private readonly images: Image[] = []
  private readonly styles: Style[] = []
  private readonly bold: Span[] = []
  private readonly comments: (Span & {value: string})[] = []
  private hidden: Element | undefined
  private quoteDepth = 0
  private kind: BlockKind = 'paragraph'

  constructor(
    private readonly content: Content,
    private readonly options: ProjectOptions
  ) {
    this.writer = new BodyWriter(content, options.keepLines)
  }

  nodes(nodes: readonly (RootContent | ElementContent)[], parent?: Element): void {
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'markdownText') writeText(node, parent, this.content, this.writer)
      else if (node.type === 'element') this.element(node)
      else if (node.type === 'comment') this.comment(node)
    }
  }

  finish(): Projection {
    const text = this.writer.build(this.options.start)
    const trim = <Item extends Span>(item: Item): Item => ({...item, ...trimmed(text.value, item)})
    return {
      text,
      blocks: this.writer.blocks.filter((block) => block.end > block.start),
      links: this.links.map(trim),
      images: this.images,
      styles: this.styles.map(trim),
      bold: this.bold.map(trim).filter((span) => span.end > span.start),
      tags: this.writer.tags,
      preheader: this.preheader(),
      alternatives: alternativesOf(this.content),
      comments: this.comments
    }
  }

  private element(node: Element): void {
    const {tagName} = node
    if (tagName === 'br') this.writer.lineBreak(node.position?.start.offset, node.position?.end.offset)
    if (unseen.has(tagName)) this.commentsIn(node)
    if (tagName === 'br' || unseen.has(tagName)) return
    if (tagName === 'img') this.image(node)
    else if (isHidden(node)) {
      if (this.writer.length === 0) this.hidden ??= node
      return
    }
    const stretches = this.stretches(node)
    this.inside(node)
    const end = this.writer.length
    for (const stretch of stretches) stretch.add({start: stretch.start, end})
  }

  private inside(node: Element): void {
    const {tagName} = node
    const outer = this.kind
    const isBlock = tagName in blockKinds || blocks.has(tagName)
    this.kind = blockKinds[tagName] ?? outer
    if (tagName === 'blockquote') this.quoteDepth++
    if (isBlock) this.writer.openBlock(this.kind, this.quoteDepth)
    if (tagName === 'td' || tagName === 'th') this.writer.cellBreak()
    const before = tagName === 'pre' ? this.writer.setKeepLines(true) : undefined
    this.nodes(node.children, node)
    if (before !== undefined) this.writer.setKeepLines(before)
    if (tagName === 'blockquote') this.quoteDepth--
    this.kind = outer
    if (isBlock) this.writer.openBlock(outer, this.quoteDepth)
  }

  private stretches(node: Element): Stretch[] {
    const start = this.writer.length
    const found: Stretch[] = []
    if (node.tagName === 'a' && node.properties.href !== undefined) {
      const href = restore(String(node.properties.href), this.content.tokens, node.position?.start.offset)
      const source = this.sourceOf(node)
      found.push({start, add: (range) => this.links.push({type: 'link', href, source, ...range})})
    }
    if (boldOf(node)) found.push({start, add: (range) => this.bold.push(range)})
    for (const style of this.options.styles?.read(node, this.content.value, openingTag(node, this.content.masked)) ??
      []) {
      const source = inFile(this.content, style.source)
      found.push({start, add: (range) => this.styles.push({type: 'style', ...style, source, ...range})})
    }
    return found
  }

  private image(node: Element): void {
    const {src, alt} = node.properties
    this.images.push({
      type: 'image',
      src: restore(String(src ?? ''), this.content.tokens, node.position?.start.offset),
      alt: String(alt ?? ''),
      width: pixels(node, 'width'),
      height: pixels(node, 'height'),
      at: this.writer.length,
      source: this.sourceOf(node)
    })
  }

  private commentsIn(node: Element): void {
    for (const child of node.children) if (child.type === 'comment') this.comment(child)
  }

  private comment(node: Extract<Nodes, {type: 'comment'}>): void {
    if (node.position) this.comments.push({...this.sourceOf(node), value: node.value})
  }

  private sourceOf(node: Nodes): CodedSpan {
    return inFile(this.content, {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0})
  }

  /** The first hidden element before any visible text is what inboxes show beside the subject. */
  private preheader(): MappedText | undefined {
    if (!this.hidden) return undefined
    const sink = new TaggedText(this.content)
    writeAll(this.hidden, this.content, sink)
    const {text} = sink.build(this.hidden.position?.start.offset ?? 0)
    return text.value.trim() ? text : undefined
  }
}

function writeAll(parent: Element, content: Content, sink: TextSink): void {
  for (const node of parent.children) {
    if (node.type === 'text' || node.type === 'markdownText') writeText(node, parent, content, sink)
    else if (node.type === 'element' && !unseen.has(node.tagName)) writeAll(node, content, sink)
  }
}

export function trimmed(text: string, {start, end}: Span): Span {
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return {start, end}
}
