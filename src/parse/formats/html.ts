import type {Header} from '../../tree/index.js'
import {type Content, contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readFrontMatter} from '../front-matter.js'
import {readHeaderLines} from '../header-lines.js'
import {htmlBody} from '../html-body.js'
import {blanked, tooDeep} from '../limits.js'
import {statedDialect, statedLanguage} from '../stated.js'

/** An HTML document or fragment; the subject from front matter, from a comment at the top or from the title. */
export default defineFormat({
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  async parse(source, context) {
    const content = contentOf(source, statedDialect(source) ?? context.dialect)
    const front = readFrontMatter(content)
    const page = await htmlBody({...content, masked: blanked(content.masked, front.end)}, front.end)
    const headers = [...front.headers, ...commentHeaders(content, front.end)]
    const titled = headers.some(({name}) => name === 'subject') || !page.title ? headers : [...headers, page.title]
    return {
      format: 'html',
      source,
      headers: titled,
      body: page.body,
      tokens: tokensInFile(content),
      dialect: content.dialect,
      attachments: [],
      statedLanguage: statedLanguage(headers) ?? page.language,
      notices: page.deep ? [...front.notices, tooDeep(source)] : front.notices,
      comments: page.body.comments
    }
  }
})

/** `<!-- subject: ... -->` before anything else in the file. */
function commentHeaders(content: Content, from: number): readonly Header[] {
  const open = /[\s\uFEFF]*<!--\s*/y
  open.lastIndex = from
  if (!open.test(content.masked)) return []
  const close = content.masked.indexOf('-->', open.lastIndex)
  const masked = content.masked.slice(0, close < 0 ? undefined : close)
  return readHeaderLines({...content, masked}, open.lastIndex).headers
}
