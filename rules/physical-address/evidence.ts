import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'law',
    says: 'A commercial e-mail must give a valid physical postal address of the sender (United States, CAN-SPAM Act).',
    source: '15 U.S.C. 7704(a)(5)(A)(iii)',
    url: 'https://www.law.cornell.edu/uscode/text/15/7704'
  },
  {
    kind: 'law',
    says: 'A registered P.O. box or private mailbox is a valid address too (United States).',
    source: '16 CFR 316.2(p)',
    url: 'https://www.law.cornell.edu/cfr/text/16/316.2'
  },
  {
    kind: 'law',
    says: 'The CAN-SPAM Act makes no exception for mail between businesses.',
    source: 'Federal Trade Commission, compliance guide for business',
    url: 'https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business'
  },
  {
    kind: 'law',
    says: 'A commercial electronic message must give the mailing address of the sender (Canada).',
    source: 'Electronic Commerce Protection Regulations (CRTC), SOR/2012-36, section 2',
    url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2012-36/'
  },
  {
    kind: 'law',
    says: 'Business letters of a company show the address of its registered office (United Kingdom).',
    source: 'Names and Trading Disclosures Regulations 2015, regulation 25',
    url: 'https://www.legislation.gov.uk/uksi/2015/17/regulation/25'
  },
  {
    kind: 'editorial',
    says: 'Give several ways to reach you and the physical address of the company.',
    source: 'Advice for B2B sellers on e-mail, point 10 (in Persian)'
  },
  {
    kind: 'study',
    says: 'Features that show the real world behind a web site raised its credibility most (2001, over 1,400 people; sites, not mails; abstract read).',
    source: 'Fogg and others, What makes Web sites credible?',
    url: 'https://doi.org/10.1145/365024.365037'
  },
  {
    kind: 'law',
    says: 'Company letters state the seat, which need not be a street (European Union).',
    source: 'Directive (EU) 2017/1132, article 26',
    url: 'https://eur-lex.europa.eu/eli/dir/2017/1132/oj',
    against: true
  },
  {
    kind: 'law',
    says: 'A way of contact is asked for, no postal address (Australia).',
    source: 'Spam Act 2003, section 17',
    url: 'https://classic.austlii.edu.au/au/legis/cth/consol_act/sa200366/s17.html',
    against: true
  }
]
