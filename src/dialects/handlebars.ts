import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Handlebars, as SendGrid and others run it',
  url: 'https://handlebarsjs.com/guide/',
  tags: ['curly2', 'curly3', 'handlebars'],
  signs: ['curly3']
})
