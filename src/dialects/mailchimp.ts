import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Mailchimp merge tags',
  url: 'https://mailchimp.com/developer/marketing/docs/merge-fields/',
  tags: ['mailchimp'],
  fields: ['FNAME', 'LNAME', 'EMAIL', 'UNSUB', 'LIST:COMPANY', 'LIST:ADDRESSLINE'],
  fallback: 'pipe',
  signs: ['mailchimp']
})
