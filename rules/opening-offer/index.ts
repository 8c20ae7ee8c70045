import {openingOf} from '../../src/evidence/index.js'
import type {Judge} from '../../src/model/index.js'
import {defineRule} from '../../src/rules/define-rule.js'
import type {Email, Place} from '../../src/tree/index.js'
import {evidence} from './evidence.js'

/** As far as a buyer reads before the offer has to be named. */
const sentences = 4

export default defineRule({
  summary: 'The first four sentences do not say what is offered.',
  category: 'clarity',
  needsLanguage: true,
  evidence,
  check(email, _options, _phrases, model) {
    const opening = openingOf(email, sentences)
    if (!opening || !model || saysOffer(email, opening, model)) return []
    const first = email.sentences.find(({start}) => start >= opening.start) ?? opening
    const message =
      'The first four sentences do not say what is offered, and a buyer who has to search for it stops reading. Name the product or the service in one plain sentence, right after who you are.'
    return [{message, at: {...opening, end: first.end}, detail: [...structure, ...model.explain(opening)]}]
  }
})

const structure = ['structure: no sentence of the opening names an offer for certain']

/** A wording for offers decides unless the model is sure that this one names nothing; without one its leaning does. */
function saysOffer({facts}: Email, {text, start, end}: Place, model: Judge): boolean {
  const said = facts.some((fact) => fact.kind === 'offer' && fact.text === text && fact.start < end && start < fact.end)
  return said ? !model.flags({text, start, end}) : model.score({text, start, end}) <= 0
}
