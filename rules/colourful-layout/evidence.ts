import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'No colourful elements in a letter to a business: such letters land in spam.',
    source: 'The editorial source, third advice on e-mail'
  },
  {
    kind: 'filter',
    says: 'Pictures with few words beside them weigh most of all looks: 0.3 to 2.8 points of the 5 that make spam, without Bayes and network tests the most (HTML_IMAGE_ONLY_04 to _28); a short mail with a linked picture up to 2.2 (HTML_SHORT_LINK_IMG_1).',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf'
  },
  {
    kind: 'filter',
    says: 'Large and huge type weighs 0.001, next to nothing (HTML_FONT_SIZE_LARGE, HTML_FONT_SIZE_HUGE), and today’s rules have no test for coloured text or backgrounds at all; reports of 2003 still list HTML_FONT_COLOR_RED. A filter alone does not forbid colour.',
    source: 'Apache SpamAssassin, rules/20_html_tests.cf and rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/20_html_tests.cf',
    against: true
  },
  {
    kind: 'study',
    says: 'In each A/B test the mail with less HTML was opened and clicked more (half a billion marketing mails for the click rate; by a vendor, about newsletters to subscribers, not cold mail; read at second hand).',
    source: 'HubSpot, Plain Text vs. HTML Emails: Which Is Better? (2014)',
    url: 'https://blog.hubspot.com/marketing/plain-text-vs-html-emails-data'
  },
  {
    kind: 'study',
    says: 'Asked in 2014, nearly two thirds of over a thousand professionals said that they prefer mails of HTML and pictures (same vendor, read at second hand).',
    source: 'HubSpot, Plain Text vs. HTML Emails: Which Is Better? (2014)',
    url: 'https://blog.hubspot.com/marketing/plain-text-vs-html-emails-data',
    against: true
  }
]
