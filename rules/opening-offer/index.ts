import {openingOf} from '../../src/evidence/index.js'
import {beforeOpening, sentenceAfter} from '../../src/fix/insert/parts.js'
import {suggest} from '../../src/fix/suggest.js'
import type {Judge} from '../../src/model/index.js'
import {defineRule} from '../../src/rules/define-rule.js'
import type {Email, Fact, Place} from '../../src/tree/index.js'
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
    if (!opening || !model || saysOffer(email, opening, model) || goesOnToSayIt(email, opening)) return []
    const first = email.sentences.find(({start}) => start >= opening.start) ?? opening
    const message =
      'The first four sentences do not say what is offered, and a buyer who has to search for it stops reading. Name the product or the service in one plain sentence, right after who you are.'
    return [
      {message, missing: true, at: {...opening, end: first.end}, detail: [...structure, ...model.explain(opening)]}
    ]
  },
  fix(_problem, email, {sender, phrases}) {
    const offer = sender?.description
    if (!offer) return []
    const opening = openingOf(email, sentences)
    const who = email.facts.find(({kind, start}) => kind === 'who' && opening && start >= opening.start)
    const told = who && email.sentences.find(({start, end}) => start <= who.start && who.start < end)
    const edits = told ? sentenceAfter(email, told.end, offer) : beforeOpening(email, offer, phrases)
    return suggest('Say what you offer, right after who you are.', edits)
  }
})

const structure = ['structure: no sentence of the opening names an offer for certain']

/** A wording for offers decides unless the model is sure that this one names nothing; without one its leaning does. */
function saysOffer(email: Email, opening: Place, model: Judge): boolean {
  return offersIn(email, opening).length > 0 ? !model.flags(opening) : model.score(opening) <= 0
}

/** Below a short first paragraph the trade or the thing may follow at once; a price alone does not introduce it. */
function goesOnToSayIt(email: Email, {text, start, end}: Place): boolean {
  const fourth = email.sentences.filter((sentence) => sentence.start >= start)[sentences - 1]
  const rest = {text, start: end, end: fourth?.end ?? end}
  return offersIn(email, rest).some((offer) => !/\p{N}/u.test(text.value.slice(offer.start, offer.end)))
}

function offersIn({facts}: Email, {text, start, end}: Place): Fact[] {
  return facts.filter((fact) => fact.kind === 'offer' && fact.text === text && fact.start < end && start < fact.end)
}
