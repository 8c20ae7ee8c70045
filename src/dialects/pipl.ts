import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Pipl.ai variables and spintax',
  url: 'https://help.pipl.ai/en/articles/8606174-spintax-guide',
  tags: ['curly2'],
  spintax: ['random'],
  fallback: 'pipe'
})
