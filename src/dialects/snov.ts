import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Snov.io variables',
  url: 'https://snov.io/knowledgebase/en/how-does-the-fallback-feature-work/',
  tags: ['curly2'],
  fallback: 'colon'
})
