import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Salesforce Marketing Cloud personalisation strings and AMPscript',
  url: 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide/personalizationStringsAMPscript.html',
  tags: ['percent2'],
  fields: ['FirstName', 'LastName', 'emailaddr', 'unsub_center_url'],
  signs: ['percent2']
})
