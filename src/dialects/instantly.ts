import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Instantly variables and spintax',
  url: 'https://help.instantly.ai/en/',
  tags: ['curly2', 'liquid'],
  fields: ['firstName', 'lastName', 'companyName', 'email'],
  spintax: ['random'],
  fallback: 'pipe',
  signs: ['random']
})
