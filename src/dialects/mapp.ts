import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Mapp Engage placeholders',
  url: 'https://docs.mapp.com/docs/personalization-tags-for-placeholders',
  tags: ['erb'],
  signs: ['erb']
})
