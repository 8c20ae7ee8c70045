import type {Evidence} from '../../src/rules/define-rule.js'

export const evidence: readonly Evidence[] = [
  {
    kind: 'law',
    says: 'A commercial mail may not bear a subject that its sender should know to be likely to mislead a reasonable recipient about a material fact of its contents (United States, CAN-SPAM Act, 15 U.S.C. 7704(a)(2)); mail between businesses is not exempt.',
    source: 'CAN-SPAM Act: a compliance guide for business',
    url: 'https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business'
  },
  {
    kind: 'law',
    says: 'Misleading advertising between businesses is forbidden (European Union, Directive 2006/114/EC, articles 2 and 3).',
    source: 'Directive on misleading and comparative advertising',
    url: 'https://eur-lex.europa.eu/eli/dir/2006/114/oj'
  },
  {
    kind: 'provider',
    says: 'Google’s guidelines for senders to Gmail ask for subjects that match the content, and for Re: and Fwd: only on real answers and forwarded mails (since 2025; read at second hand).',
    source: 'Spam Resource, Gmail says: No funny (or smiley) business in friendly from (2025)',
    url: 'https://www.spamresource.com/2025/06/gmail-says-no-funny-or-smiley-business.html'
  },
  {
    kind: 'editorial',
    says: 'No embellishment and no falsehood; a buyer who was tricked into opening does not buy.',
    source: 'Advice for B2B sellers on e-mail (in Persian)'
  }
]
