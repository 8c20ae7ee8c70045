import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'lemlist variables and Liquid',
  url: 'https://help.lemlist.com/en/',
  tags: ['curly2', 'liquid'],
  fields: ['firstName', 'lastName', 'companyName', 'email'],
  spintax: ['spin'],
  fallback: 'filter'
})
