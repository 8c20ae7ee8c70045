import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Say at the very start who you are and what you offer.',
    source: 'Advice for B2B sellers on e-mail, point 5 (in Persian)'
  },
  {
    kind: 'editorial',
    says: 'Begin with the purpose and the bottom line and put the most important information first, since people read to get an answer quickly (advice of the United States to its offices).',
    source: 'Digital.gov, Plain Language Guide, Organize the information',
    url: 'https://digital.gov/guides/plain-language/principles/organize'
  }
]
