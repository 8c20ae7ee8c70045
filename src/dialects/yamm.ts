import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Yet Another Mail Merge markers',
  url: 'https://support.yet-another-mail-merge.com/hc/en-us/articles/115003400145-Send-your-first-mail-merge-with-YAMM',
  tags: ['curly2', 'angle2'],
  signs: ['angle2']
})
