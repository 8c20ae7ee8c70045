import {plainSubject} from '../../src/fix/plain-subject.js'
import {defineRule} from '../../src/rules/define-rule.js'

export default defineRule({
  summary: 'The mail has no subject, or an empty one.',
  category: 'clarity',
  evidence: [
    {
      kind: 'editorial',
      says: 'The subject is short, clear and exact: what is offered is seen at once.',
      source: 'Advice for B2B sellers on e-mail, point 2 (in Persian)'
    },
    {
      kind: 'filter',
      says: 'A mail without a Subject header gets up to 1.8 of the 5 points that make spam (test MISSING_SUBJECT).',
      source: 'SpamAssassin, 50_scores.cf',
      url: 'https://github.com/apache/spamassassin/blob/trunk/rules/50_scores.cf'
    },
    {
      kind: 'provider',
      says: 'The standard for messages leaves the subject optional.',
      source: 'RFC 5322, section 3.6.5',
      url: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6.5',
      against: true
    }
  ],
  check({headers, anchors, body}) {
    const subject = headers.find(({name}) => name === 'subject')
    if (subject && subject.text.value.trim() !== '' && subject.notText === undefined) return []
    const message =
      subject?.notText === undefined
        ? 'The mail has no subject, so a buyer deletes it without knowing what it is about. Name the product or service and one fact about it.'
        : `The subject is ${subject.notText}, not a text, so nobody can say what the buyer will see. Put it in quotes as one line of text.`
    const [first] = headers
    if (!subject) return [{message, missing: true, at: first?.nameSpan ?? {...anchors.opening, text: body.text}}]
    return [
      {
        message,
        missing: true,
        at: subject.end > subject.start ? {start: subject.start, end: subject.end} : subject.nameSpan
      }
    ]
  },
  fix: plainSubject
})
