import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Reply variables',
  url: 'https://support.reply.io/en/',
  tags: ['curly2', 'liquid'],
  fields: ['FirstName', 'LastName', 'Company'],
  fallback: 'filter'
})
