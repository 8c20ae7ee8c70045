import {defineDialect} from '../parse/tokens/dialect.js'

export default defineDialect({
  summary: 'Liquid, as Shopify, Klaviyo, Customer.io and many sequencers run it',
  url: 'https://shopify.github.io/liquid/',
  tags: ['curly2', 'liquid'],
  fallback: 'filter',
  signs: ['liquid']
})
