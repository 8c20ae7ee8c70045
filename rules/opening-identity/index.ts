import {openingOf} from '../../src/evidence/index.js'
import {beforeOpening} from '../../src/fix/insert/parts.js'
import {suggest} from '../../src/fix/suggest.js'
import {defineRule} from '../../src/rules/define-rule.js'

/** Below this score the model has seen somebody introduced in words that no phrase knows; who is silent scores higher. */
const introduced = -300

export default defineRule({
  summary: 'Greeting and first paragraph do not say who writes.',
  category: 'trust',
  needsLanguage: true,
  evidence: [
    {
      kind: 'editorial',
      says: 'Say at the very start who you are and what you offer.',
      source: 'Advice for B2B sellers on e-mail, point 5 (in Persian)'
    },
    {
      kind: 'law',
      says: 'Commercial communication must make clear on whose behalf it is made (European Union, Directive 2000/31/EC, article 6(b)).',
      source: 'E-Commerce Directive',
      url: 'https://eur-lex.europa.eu/eli/dir/2000/31/oj'
    }
  ],
  check(email, _options, _phrases, model) {
    const {facts, body, anchors, sentences} = email
    if (facts.some(({kind}) => kind === 'who') || body.text.value.trim() === '') return []
    const opening = openingOf(email, 3)
    if (model && opening && model.score(opening) < introduced) return []
    const first = sentences.find(({start}) => start >= anchors.opening.start) ?? anchors.opening
    const message =
      'The first sentences do not say who writes, neither the company nor what you are, so a buyer takes the mail for one of many and stops here. Say it in the first sentence: name, role or trade, company, town.'
    const detail = model && opening ? model.explain(opening) : []
    return [{message, missing: true, detail, at: {start: first.start, end: first.end, text: body.text}}]
  },
  fix(_problem, email, {sender, wording, phrases}) {
    const introduction = sender && wording?.introduce(sender)
    if (!introduction) return []
    const offered = sender.description && !email.facts.some(({kind}) => kind === 'offer')
    const sentences = offered ? `${introduction} ${sender.description}` : introduction
    return suggest('Say first who writes.', beforeOpening(email, sentences, phrases))
  }
})
