import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Saleshandy merge tags',
  url: 'https://support.saleshandy.com/article/248-what-is-fallback-text-and-how-does-it-work',
  tags: ['curly2'],
  fields: ['First Name', 'Last Name', 'Company'],
  spintax: ['curly1']
})
