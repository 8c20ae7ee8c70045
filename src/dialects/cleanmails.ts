import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Cleanmails tags and spintax',
  url: 'https://cleanmails.online/docs/campaigns/personalization',
  tags: ['curly2'],
  spintax: ['curly1'],
  fallback: 'pipe'
})
