import {contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readFrontMatter} from '../front-matter.js'
import {blanked} from '../limits.js'
import {readMarkdown} from '../markdown/body.js'
import {statedDialect, statedLanguage} from '../stated.js'

/** Markdown with YAML front matter; tables and strikethrough are read where their marks appear. */
export default defineFormat({
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  async parse(source, context) {
    const content = contentOf(source, statedDialect(source) ?? context.dialect)
    const front = readFrontMatter(content)
    const readable = {...content, masked: blanked(content.masked, front.end)}
    const {body, comments, limit} = await readMarkdown(readable, front.end)
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
