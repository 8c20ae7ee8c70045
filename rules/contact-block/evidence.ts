import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'At the end stand the contacts of the organisation and of the representative to talk to.',
    source: 'Advice for B2B sellers on e-mail, point 8 (in Persian)'
  },
  {
    kind: 'law',
    says: 'A company shows its registered name in all its business correspondence, on paper or not (United Kingdom).',
    source: 'Names and Trading Disclosures Regulations 2015, regulation 24',
    url: 'https://www.legislation.gov.uk/uksi/2015/17/regulation/24'
  },
  {
    kind: 'law',
    says: 'Letters and order forms of limited companies, in any medium, state register, number, legal form and seat (European Union).',
    source: 'Directive (EU) 2017/1132 relating to certain aspects of company law, article 26',
    url: 'https://eur-lex.europa.eu/eli/dir/2017/1132/oj'
  },
  {
    kind: 'law',
    says: 'Direct mail must not hide who sends it and must have a valid address to object to (European Union).',
    source: 'Directive 2002/58/EC, article 13(4)',
    url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj'
  },
  {
    kind: 'law',
    says: 'A commercial message identifies its sender clearly and says how the sender can readily be reached (Australia).',
    source: 'Spam Act 2003, section 17',
    url: 'https://classic.austlii.edu.au/au/legis/cth/consol_act/sa200366/s17.html'
  },
  {
    kind: 'law',
    says: 'None of these laws asks for a named person, and those on company letters bind no sole trader.',
    source: 'The laws above',
    against: true
  }
]
