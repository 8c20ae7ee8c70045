import type {Element, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Header} from '../tree/index.js'
import {align, html as htmlNotation} from './align.js'
import {type Content, inFile} from './content.js'
import {isTooDeep} from './limits.js'
import {readPlainly} from './plain-reading.js'
import {type Projection, project} from './project.js'
import {TaggedText} from './tagged-text.js'

export interface HtmlBody {
  readonly body: Projection
  readonly title: Header | undefined
  readonly language: string | undefined
  /** Nested so deeply that the tags were left out and only the text was read. */
  readonly deep: boolean
}

/** Reads HTML from a file or from a part of a message. */
export async function htmlBody(content: Content, start: number): Promise<HtmlBody> {
  if (isTooDeep(content.masked)) {
    const {body, comments} = readPlainly(content, start)
    return {body: {...body, comments}, title: undefined, language: undefined, deep: true}
  }
  const tree = fromHtml(content.masked)
  const hasStyles = /style|color|<font|<marquee|<blink|<big|background/i.test(content.masked)
  const styles = hasStyles ? (await import('./styles/index.js')).styleReader(tree, content.masked) : undefined
  const html = child(tree, 'html')
  const title = html && child(child(html, 'head'), 'title')
  const lang = html?.properties.lang
  return {
    body: project(tree, content, {keepLines: false, start, styles}),
    title: title && titleHeader(title, content),
    language: typeof lang === 'string' ? lang : undefined,
    deep: false
  }
}

function child(parent: Root | Element | undefined, name: string): Element | undefined {
  const children: readonly RootContent[] = parent?.children ?? []
  return children.find((node): node is Element => node.type === 'element' && node.tagName === name)
}

function titleHeader(title: Element, content: Content): Header | undefined {
  const [text] = title.children
  const start = title.position?.start.offset ?? 0
  const nameSpan = inFile(content, {start, end: start + '<title'.length})
  if (text?.type !== 'text' || !text.position) {
    const end = title.position?.end.offset ?? start
    return {
      type: 'header',
      name: 'subject',
      nameSpan,
      ...inFile(content, {start, end}),
      ...new TaggedText(content).build(start)
    }
  }
  const from = text.position.start.offset ?? 0
  const raw = content.masked.slice(from, text.position.end.offset)
  const lead = raw.length - raw.trimStart().length
  const sink = new TaggedText(content)
  align(raw.trim(), from + lead, text.value.trim(), sink, htmlNotation)
  const span = inFile(content, {start: from + lead, end: from + lead + raw.trim().length})
  return {type: 'header', name: 'subject', nameSpan, ...span, ...sink.build(from)}
}
