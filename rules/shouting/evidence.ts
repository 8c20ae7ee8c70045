import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Between businesses the register is formal and professional; excitement belongs to advertising for consumers.',
    source:
      'Articles on how selling to businesses differs from selling to consumers (in Hebrew, Polish, Chinese, Arabic)'
  },
  {
    kind: 'study',
    says: 'Readers liked mails written in capitals significantly less and found important information in them harder to find (2003, 57 students, 20 mails each).',
    source: 'A class research project on the format of e-mail text, Stephen F. Austin State University (2003)',
    url: 'https://hubel.sfasu.edu/courseinfo/SL03/email_study.htm'
  },
  {
    kind: 'study',
    says: 'The same study found no effect of capitals on reading time or on what was remembered, neither for whole mails nor for single words put in capitals.',
    source: 'A class research project on the format of e-mail text, Stephen F. Austin State University (2003)',
    url: 'https://hubel.sfasu.edu/courseinfo/SL03/email_study.htm',
    against: true
  }
]
