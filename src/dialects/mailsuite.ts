import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Mailsuite merge tags and fallback text',
  url: 'https://mailsuite.com/hc/en-us/articles/7301950164113--ADVANCED-Mail-merge-fallback-text',
  tags: ['curly2'],
  fallback: 'pipe'
})
