import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Sendmachine macros',
  url: 'https://developers.sendmachine.com/campaign_macros.html',
  tags: ['square2'],
  signs: ['square2']
})
