import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Smartlead variables and spintax',
  url: 'https://helpcenter.smartlead.ai/en/',
  tags: ['curly2', 'liquid'],
  fields: ['first_name', 'last_name', 'company_name'],
  spintax: ['curly1'],
  fallback: 'filter'
})
