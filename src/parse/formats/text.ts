import {contentOf, tokensInFile} from '../content.js'
import {defineFormat} from '../define-format.js'
import {readHeaderLines} from '../header-lines.js'
import {statedDialect, statedLanguage} from '../stated.js'
import {textBody} from '../text-body.js'

/** Plain text: header lines, an empty line, the body; or the body alone. */
export default defineFormat({
  name: 'text',
  extensions: ['.txt', '.text'],
  async parse(source, context) {
    const content = contentOf(source, statedDialect(source) ?? context.dialect)
    const {headers, end} = readHeaderLines(content)
    return {
      format: 'text',
      source,
      headers,
      body: textBody(content, end),
      tokens: tokensInFile(content),
      dialect: content.dialect,
      attachments: [],
      statedLanguage: statedLanguage(headers),
      notices: [],
      comments: []
    }
  }
})
