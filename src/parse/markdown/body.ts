import type {Root as Hast} from 'hast'
import {fromMarkdown, type Options} from 'mdast-util-from-markdown'
import {toHast} from 'mdast-util-to-hast'
import {Memory} from '../../memory.js'
import type {Notice, Span} from '../../tree/index.js'
import type {Content} from '../content.js'
import {markdownLimit} from '../limits.js'
import {type PlainReading, readPlainly} from '../plain-reading.js'
import {type Projection, project} from '../project.js'
import {alternativesOf} from '../tagged-text.js'
import {independentParts} from './blocks.js'
import {joinParts} from './join.js'
import {detachedPart, partKey, partOf} from './part.js'
import {projectSimple, simpleBlocks} from './simple.js'
import {markMarkdownText} from './text.js'

export interface MarkdownReading extends PlainReading {
  /** Why only the text was read. */
  readonly limit: Notice | undefined
}

/** Reads a Markdown body part by part, or whole where parts can't be told. @param start where it begins */
export async function readMarkdown(content: Content, start: number): Promise<MarkdownReading> {
  const parts = independentParts(content.masked, start, content.tokens)
  const reading = parts ? readParts(content, parts, start) : await readWhole(content, start)
  return 'message' in reading ? {...readPlainly(content, start), limit: reading} : {...reading, limit: undefined}
}

/** The second line of a table, or strikethrough. */
const table = /^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)|~~/m

const readings = new Memory<Projection | Notice>()

function readParts(content: Content, parts: readonly Span[], start: number): PlainReading | Notice {
  const projected = []
  for (const span of parts) {
    const part = partOf(content, span)
    const projection = readings.of(
      partKey(part),
      () => markdownLimit(part.masked, content.value) ?? projectPart(detachedPart(part))
    )
    if ('message' in projection) return projection
    projected.push({at: span.start, projection})
  }
  return {body: {...joinParts(projected, start), alternatives: alternativesOf(content)}, comments: []}
}

function projectPart(part: Content): Projection {
  const simple = simpleBlocks(part.masked)
  if (simple) return projectSimple(part, simple)
  const tree = toHast(fromMarkdown(part.masked)) as Hast
  markMarkdownText(tree, part.masked)
  return project(tree, part, {keepLines: true, start: 0, styles: undefined})
}

/** Reads a body as one; what `readMarkdown` gives must be the same. */
export async function readWhole(content: Content, start: number): Promise<PlainReading | Notice> {
  const limit = markdownLimit(content.masked, content.value)
  if (limit) return limit
  const markdown = fromMarkdown(content.masked, table.test(content.masked) ? await githubFlavour() : undefined)
  const hast = toHast(markdown, {allowDangerousHtml: true}) as Hast
  const {hasHtml, source: masked} = markMarkdownText(hast, content.masked)
  const tree = hasHtml ? await withHtml(hast, masked) : hast
  const styles = hasHtml ? (await import('../styles/index.js')).styleReader(tree, masked) : undefined
  const {comments, ...body} = project(tree, {...content, masked}, {keepLines: true, start, styles})
  return {body, comments}
}

async function githubFlavour(): Promise<Options> {
  const {gfm} = await import('micromark-extension-gfm')
  const {gfmFromMarkdown} = await import('mdast-util-gfm')
  return {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}
}

async function withHtml(tree: Hast, source: string): Promise<Hast> {
  const {VFile} = await import('vfile')
  const {raw} = await import('hast-util-raw')
  return raw(tree, {file: new VFile(source), passThrough: ['markdownText']}) as Hast
}
