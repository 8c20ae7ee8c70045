import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'ActiveCampaign personalisation tags',
  url: 'https://activecampaign.design/docs/patterns/personalization',
  tags: ['percent'],
  fields: ['FIRSTNAME', 'LASTNAME', 'EMAIL', 'UNSUBSCRIBELINK'],
  signs: ['percent']
})
