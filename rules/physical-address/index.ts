import {defineRule} from '../../src/rules/define-rule.js'

export default defineRule({
  summary: 'The mail gives no postal address of the sender.',
  category: 'law',
  evidence: [
    {
      kind: 'law',
      says: 'A commercial e-mail must hold a valid physical postal address of the sender; a P.O. box counts (United States, CAN-SPAM Act, 15 U.S.C. 7704(a)(5)(A)(iii)).',
      source: 'CAN-SPAM Act of 2003',
      url: 'https://www.law.cornell.edu/uscode/text/15/7704'
    },
    {
      kind: 'law',
      says: 'A commercial electronic message must give a mailing address of the sender (Canada, SOR/2012-36, section 2(1)(d)).',
      source: 'Electronic Commerce Protection Regulations (CRTC)',
      url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2012-36/'
    },
    {
      kind: 'editorial',
      says: 'Give several ways to reach you and the company\'s physical address.',
      source: 'Advice for B2B sellers on e-mail, point 10 (in Persian)'
    }
  ],
  check({facts, body, anchors}) {
    if (facts.some(({kind}) => kind === 'address')) return []
    const message =
      'No postal address of the sender stands in the mail: a buyer takes a firm without one for no firm, and laws such as CAN-SPAM ask for it. Add street or P.O. box, postcode and town to the signature.'
    return [{message, at: {...anchors.end, text: body.text}}]
  }
})
