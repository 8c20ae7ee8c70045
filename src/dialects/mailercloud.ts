import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Mailercloud tags and spintax',
  url: 'https://help.mailercloud.com/en/articles/123-how-to-use-spintax-in-mailercloud',
  tags: ['curly2'],
  spintax: ['curly1']
})
