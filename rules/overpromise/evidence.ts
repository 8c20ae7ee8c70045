import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Never embellish and never say what is not so; “all solved in a few clicks” is named as the example.',
    source: 'Advice for B2B sellers on e-mail (in Persian)'
  },
  {
    kind: 'law',
    says: 'To mislead a business about the results to be expected from goods or services is forbidden (European Union, Directive 2006/114/EC, articles 2 and 3). Puffery that nobody believes does not mislead, so most of what this rule finds is unwise rather than unlawful.',
    source: 'Directive on misleading and comparative advertising',
    url: 'https://eur-lex.europa.eu/eli/dir/2006/114/oj'
  },
  {
    kind: 'filter',
    says: '“100 % guaranteed” weighs 2.5 to 2.7 of the 5 points that make spam (GUARANTEED_100_PERCENT), “guaranteed!” 1.0 (BANG_GUAR).',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf'
  },
  {
    kind: 'filter',
    says: 'A promise in other words (“you will never have a breakdown again”) weighs nothing; only the buyer notices.',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf',
    against: true
  }
]
