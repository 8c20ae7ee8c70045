import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'editorial',
    says: 'Give several ways to reach you: phone, e-mail, a messenger, and the address of the company.',
    source: 'Advice for B2B sellers on e-mail, point 10 (in Persian)'
  },
  {
    kind: 'law',
    says: 'A commercial message gives a mailing address and, beside it, a phone number, an e-mail address or a web address (Canada).',
    source: 'Electronic Commerce Protection Regulations (CRTC), SOR/2012-36, section 2',
    url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2012-36/'
  },
  {
    kind: 'law',
    says: 'A commercial message says how its sender can readily be reached; one way is enough (Australia).',
    source: 'Spam Act 2003, section 17',
    url: 'https://classic.austlii.edu.au/au/legis/cth/consol_act/sa200366/s17.html'
  },
  {
    kind: 'study',
    says: 'Features that show the real world behind a web site raised its credibility most (2001, over 1,400 people; sites, not mails; abstract read).',
    source: 'Fogg and others, What makes Web sites credible?',
    url: 'https://doi.org/10.1145/365024.365037'
  },
  {
    kind: 'study',
    says: 'On real sites people spoke most of the look, in 46.1 % of comments (2002, 2,684 people; sites, not mails; abstract read).',
    source: 'Fogg and others, How do users evaluate the credibility of Web sites?',
    url: 'https://doi.org/10.1145/997078.997097',
    against: true
  }
]
