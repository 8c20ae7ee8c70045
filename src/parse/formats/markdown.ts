import type {Root as Hast} from 'hast'
import type {Root as Mdast} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {type Content, contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readFrontMatter} from '../front-matter.js'
import {blanked, markdownLimit} from '../limits.js'
import {markMarkdownText} from '../markdown-text.js'
import {type PlainReading, readPlainly} from '../plain-reading.js'
import {project} from '../project.js'
import {statedDialect, statedLanguage} from '../stated.js'

/** Markdown with YAML front matter; tables and strikethrough are read where their marks appear. */
export default defineFormat({
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  async parse(source, context) {
    const content = contentOf(source, statedDialect(source) ?? context.dialect)
    const front = readFrontMatter(content)
    const readable = {...content, masked: blanked(content.masked, front.end)}
    const limit = markdownLimit(readable.masked, source)
    const {body, comments} = limit ? readPlainly(content, front.end) : await markdownBody(readable, front.end)
    return {
      format: 'markdown',
      source,
      headers: front.headers,
      body,
      tokens: tokensInFile(content),
      dialect: content.dialect,
      attachments: [],
      statedLanguage: statedLanguage(front.headers),
      notices: limit ? [...front.notices, limit] : front.notices,
      comments
    }
  }
})

/** The second line of a table, or strikethrough. */
const table = /^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)|~~/m
const commonMark = unified().use(remarkParse).freeze()

async function markdownBody(content: Content, start: number): Promise<PlainReading> {
  const processor = table.test(content.masked)
    ? unified()
        .use(remarkParse)
        .use((await import('remark-gfm')).default)
    : commonMark
  const markdown = processor.parse(content.masked) as Mdast
  const hast = toHast(markdown, {allowDangerousHtml: true}) as Hast
  const {hasHtml, source: masked} = markMarkdownText(hast, content.masked)
  const tree = hasHtml ? await withHtml(hast, masked) : hast
  const styles = hasHtml ? (await import('../styles/index.js')).styleReader(tree, masked) : undefined
  const {comments, ...body} = project(tree, {...content, masked}, {keepLines: true, start, styles})
  return {body, comments}
}

async function withHtml(tree: Hast, source: string): Promise<Hast> {
  const {raw} = await import('hast-util-raw')
  return raw(tree, {file: new VFile(source), passThrough: ['markdownText']}) as Hast
}
