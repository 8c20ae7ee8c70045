import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'

const direct = ['phone', 'email', 'messenger', 'calendar']
const wanted = [
  {name: 'no organisation', kinds: ['organisation']},
  {name: 'no named person', kinds: ['person']},
  {name: 'no direct way to reach that person', kinds: direct}
]

export default defineRule({
  summary:
    'The end of the mail does not give organisation, named representative and a direct way to reach that person.',
  category: 'trust',
  evidence,
  check({facts, body, anchors, sections}) {
    const ends = sections.filter(
      ({name}) => name === 'sign-off' || name === 'signature' || name === 'footer' || name === 'postscript'
    )
    const atEnd = facts.filter(
      (fact) => fact.text === body.text && ends.some(({start, end}) => fact.start >= start && fact.end <= end)
    )
    const missing = wanted.filter(({kinds}) => !atEnd.some(({kind}) => kinds.includes(kind))).map(({name}) => name)
    if (missing.length === 0) return []
    const what = new Intl.ListFormat('en').format(missing)
    const message = `The end of the mail gives ${what}, so a buyer who wants to answer or to check you does not know whom. Close with name and role, company, and a phone number or e-mail address of that person.`
    return [{message, missing: true, at: {...anchors.end, text: body.text}}]
  }
})
