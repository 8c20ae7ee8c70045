import {inSignature} from '../../src/fix/insert/parts.js'
import {suggest} from '../../src/fix/suggest.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'

export default defineRule({
  summary: 'The mail gives no postal address of the sender.',
  category: 'law',
  evidence,
  check({facts, body, anchors}) {
    if (facts.some(({kind}) => kind === 'address')) return []
    const message =
      'No postal address of the sender stands in the mail: a buyer takes a firm without one for no firm, and laws such as CAN-SPAM ask for it. Add street or P.O. box, postcode and town to the signature.'
    return [{message, missing: true, at: {...anchors.end, text: body.text}}]
  },
  fix(_problem, email, {sender}) {
    return suggest('Add your postal address to the signature.', inSignature(email, sender?.address ?? []))
  }
})
