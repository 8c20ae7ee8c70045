import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Salesforce merge fields, classic and Lightning',
  url: 'https://help.salesforce.com/s/articleView?id=sales.merge_fields_email_templates_cex.htm&language=en_US&type=5',
  tags: ['salesforce', 'curly3'],
  fields: ['Contact.FirstName', 'Contact.LastName', 'Account.Name'],
  fallback: 'comma',
  signs: ['salesforce']
})
