import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'No needless words and no lyrical digressions: nobody reads them. At the very start, who you are and what you offer.',
    source: 'Advice for B2B sellers on e-mail, points 4 and 5 (in Persian)'
  },
  {
    kind: 'study',
    says: 'A page cut to half its words scored 58 % higher in measured usability (1997, 51 participants; web pages, not mail).',
    source: 'Morkes and Nielsen, Concise, Scannable, and Objective: How to Write for the Web (1997)',
    url: 'https://www.nngroup.com/articles/concise-scannable-and-objective-how-to-write-for-the-web/'
  },
  {
    kind: 'study',
    says: 'In 40 million mails, slightly warm ones had 10 to 15 % more replies than neutral ones, and very warm ones hardly any more (2016; mails of all kinds, not cold ones; read at second hand). A courtesy in few words is no filler.',
    source: 'Boomerang, 7 Tips for Getting More Responses to Your Emails (2016), as told by Fast Company',
    url: 'https://www.fastcompany.com/3057096/the-perfect-email-is-short-simple-and-not-too-emotional',
    against: true
  }
]
