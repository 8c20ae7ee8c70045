import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'
import {fix} from './fix.js'
import {missingIn} from './missing.js'

export default defineRule({
  summary:
    'The end of the mail does not give organisation, named representative and a direct way to reach that person.',
  category: 'trust',
  evidence,
  check(email) {
    const missing = missingIn(email)
    if (missing.length === 0) return []
    const {body, anchors} = email
    const what = inWords(missing.map((part) => names[part]))
    const message = `The end of the mail gives ${what}, so a buyer who wants to answer or to check you does not know whom. Close with name and role, company, and a phone number or e-mail address of that person.`
    return [{message, missing: true, at: {...anchors.end, text: body.text}}]
  },
  fix
})

const names = {
  organisation: 'no organisation',
  person: 'no named person',
  direct: 'no direct way to reach that person'
} as const

/** Not `Intl.ListFormat`: to load its data takes a tenth of a start. */
function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${last}`
}
