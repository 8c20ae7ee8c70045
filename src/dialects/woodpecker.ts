import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Woodpecker snippets and their fallbacks',
  url: 'https://woodpecker.co/help/snippet-fallbacks/',
  tags: ['curly2'],
  fields: ['FIRST_NAME', 'LAST_NAME', 'COMPANY'],
  fallback: 'pipe'
})
