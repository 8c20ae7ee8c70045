import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Urgency and scarcity belong to selling to consumers; in a company several people decide, and they take their time.',
    source: 'Four articles on how B2B differs from B2C (in Arabic, Chinese, Hebrew and Polish)'
  },
  {
    kind: 'law',
    says: 'To state falsely that an offer holds for a very limited time is always unfair towards consumers (European Union, Directive 2005/29/EC, annex I, number 7). Between businesses only misleading advertising is forbidden (Directive 2006/114/EC): true pressure is lawful.',
    source: 'Directive on unfair commercial practices',
    url: 'https://eur-lex.europa.eu/eli/dir/2005/29/oj'
  },
  {
    kind: 'study',
    says: 'Over 131 studies with 416 effects, signs of scarcity generally raise the wish to buy (2022, meta-analysis; consumers, not companies; abstract read).',
    source: 'Barton, Zlatevska and Oppewal, Scarcity tactics in marketing, Journal of Retailing 98(4) (2022)',
    url: 'https://ideas.repec.org/a/eee/jouret/v98y2022i4p741-758.html',
    against: true
  },
  {
    kind: 'study',
    says: 'Another meta-analysis finds that scarcity raises it by excess demand, but not by limited quantity or limited time (2023; consumers; abstract read).',
    source:
      'Ladeira and others, A Meta-Analysis on the Effects of Product Scarcity, Psychology and Marketing 40(7) (2023)',
    url: 'https://research.aib.edu.au/en/publications/a-meta-analysis-on-the-effects-of-product-scarcity'
  }
]
