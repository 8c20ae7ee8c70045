import type {Root as Hast} from 'hast'
import type {Root as Mdast} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {Body} from '../../tree/index.js'
import {type Content, contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readFrontMatter} from '../front-matter.js'
import {blanked, isTooDeep, tooDeep} from '../limits.js'
import {markMarkdownText} from '../markdown-text.js'
import {type Projection, project} from '../project.js'
import {statedDialect, statedLanguage} from '../stated.js'
import {textBody} from '../text-body.js'

/** Markdown with YAML front matter; tables and strikethrough are read where their marks appear. */
export default defineFormat({
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  async parse(source, context) {
    const content = contentOf(source, statedDialect(source) ?? context.dialect)
    const front = readFrontMatter(content)
    const readable = {...content, masked: blanked(content.masked, front.end)}
    const deep = isTooDeep(readable.masked)
    const body: Body & Partial<Projection> = deep
      ? textBody(content, front.end)
      : await markdownBody(readable, front.end)
    return {
      format: 'markdown',
      source,
      headers: front.headers,
      body,
      tokens: tokensInFile(content),
      dialect: content.dialect,
      attachments: [],
      statedLanguage: statedLanguage(front.headers),
      notices: deep ? [...front.notices, tooDeep(source)] : front.notices,
      comments: body.comments ?? []
    }
  }
})

const commonMark = unified().use(remarkParse).freeze()

async function markdownBody(content: Content, start: number): Promise<Projection> {
  const processor = /^[^\n]*\|[^\n]*\r?\n[ \t]*\|?[ \t]*:?-+|~~/m.test(content.masked)
    ? unified()
        .use(remarkParse)
        .use((await import('remark-gfm')).default)
    : commonMark
  const markdown = processor.parse(content.masked) as Mdast
  const hast = toHast(markdown, {allowDangerousHtml: true}) as Hast
  const html = markMarkdownText(hast, content.masked)
  const tree = html ? await withHtml(hast, content.masked) : hast
  const styles = html ? (await import('../styles/index.js')).styleReader(tree, content.masked) : undefined
  return project(tree, content, {keepLines: true, start, styles})
}

async function withHtml(tree: Hast, source: string): Promise<Hast> {
  const {raw} = await import('hast-util-raw')
  return raw(tree, {file: new VFile(source), passThrough: ['markdownText']}) as Hast
}
