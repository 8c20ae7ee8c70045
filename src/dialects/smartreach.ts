import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'SmartReach merge tags and conditions',
  url: 'https://help.smartreach.io/docs/conditional-merge-tags',
  tags: ['curly2', 'liquid'],
  spintax: ['curly1'],
  fallback: 'filter'
})
