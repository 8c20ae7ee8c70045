import {inSignature} from '../../src/fix/insert/parts.js'
import {suggest} from '../../src/fix/suggest.js'
import {defineRule} from '../../src/rules/define-rule.js'
import type {Email} from '../../src/tree/index.js'
import {evidence} from './evidence.js'

const names: Readonly<Record<string, string>> = {
  phone: 'a phone number',
  email: 'an e-mail address',
  messenger: 'a messenger',
  calendar: 'a calendar link',
  'contact-page': 'a contact page'
}

export default defineRule({
  summary: 'Fewer than two different ways to make contact stand in the text.',
  category: 'trust',
  evidence,
  options: {
    minimum: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 5,
      description: 'How many different ways a buyer finds in the text. Two, so that one that fails leaves another.'
    }
  },
  check(email, {minimum}) {
    const {body, anchors} = email
    const kinds = kindsIn(email)
    if (kinds.length >= minimum) return []
    const found =
      kinds.length === 0
        ? 'No way to make contact stands'
        : `Only ${kinds.map((kind) => names[kind]).join(' and ')} stands`
    const message = `${found} in the text: a buyer who prefers another way, or who wants to check that you exist, gives up. Add ${minimum - kinds.length === 1 ? 'one more' : `${minimum - kinds.length}`}, such as a phone number, an e-mail address or a messenger.`
    return [{message, missing: true, at: {...anchors.end, text: body.text}}]
  },
  fix(_problem, email, {sender, options: {minimum}}) {
    const kinds = kindsIn(email)
    // Of each kind the first, the person's own.
    const others = new Map<string, string>()
    for (const {kind, line} of sender?.contacts ?? [])
      if (!kinds.includes(kind) && !others.has(kind)) others.set(kind, line)
    const lines = [...others.values()].slice(0, minimum - kinds.length)
    if (lines.length < minimum - kinds.length) return []
    return suggest('Add another way to reach you to the signature.', inSignature(email, lines))
  }
})

function kindsIn({facts, sections}: Email): string[] {
  const quoted = sections.filter(({name}) => name === 'quoted-thread')
  const own = facts.filter(({kind, start}) => kind in names && !quoted.some((part) => start >= part.start))
  return [...new Set(own.map(({kind}) => kind))]
}
