import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'HubSpot personalisation tokens and HubL',
  url: 'https://developers.hubspot.com/docs/guides/cms/content/data-driven-content/emails-with-programmable-content',
  tags: ['curly2', 'liquid'],
  fields: ['contact.firstname', 'contact.lastname', 'contact.company', 'unsubscribe_link'],
  fallback: 'filter'
})
