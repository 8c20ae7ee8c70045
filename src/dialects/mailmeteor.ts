import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Mailmeteor merge fields',
  url: 'https://mailmeteor.com/mail-merge/fields',
  tags: ['curly2'],
  fallback: 'pipe'
})
