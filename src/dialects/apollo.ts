import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Apollo dynamic variables',
  url: 'https://knowledge.apollo.io/hc/en-us/articles/4409735256845-Use-Advanced-Dynamic-Variables',
  tags: ['curly2', 'handlebars'],
  fields: ['first_name', 'last_name', 'company', 'title', 'sender_first_name']
})
