import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Cheap and of high quality is what everybody calls his goods, and it puts you in the row of everyone; do not embellish.',
    source: 'Advice for B2B sellers on e-mail (in Persian)'
  },
  {
    kind: 'law',
    says: 'A statement about what goods cost, can do or were judged by others may not mislead a business; praise that nobody takes at its word does not mislead (European Union, Directive 2006/114/EC, articles 2 and 3). Most of what this rule finds is lawful.',
    source: 'Directive on misleading and comparative advertising',
    url: 'https://eur-lex.europa.eu/eli/dir/2006/114/oj'
  },
  {
    kind: 'study',
    says: 'The same pages in objective words instead of promotional ones scored 27 % higher in measured usability (1997, 51 participants; web pages, not mail; read at second hand).',
    source: 'Morkes and Nielsen, Concise, Scannable, and Objective: How to Write for the Web (1997)',
    url: 'https://www.nngroup.com/articles/concise-scannable-and-objective-how-to-write-for-the-web/'
  },
  {
    kind: 'filter',
    says: 'No test of the filter knows “leading”, “high quality” or “innovative”: it is the buyer who sorts such mails out.',
    source: 'Apache SpamAssassin, rules/50_scores.cf',
    url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf',
    against: true
  }
]
