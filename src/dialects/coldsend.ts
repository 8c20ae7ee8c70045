import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'ColdSend variables, conditionals and spintax in double braces',
  url: 'https://docs.coldsend.pro/campaigns/personalization',
  tags: ['curly2', 'liquid'],
  fields: ['first_name', 'last_name', 'email', 'company', 'job_title'],
  spintax: ['curly2'],
  fallback: 'pipe'
})
