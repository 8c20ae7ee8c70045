import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'GMass columns and spintax',
  url: 'https://www.gmass.co/blog/spintax/',
  tags: ['curly1'],
  fields: ['FirstName', 'LastName', 'EmailAddress'],
  spintax: ['spin'],
  fallback: 'pipe',
  signs: ['spin']
})
