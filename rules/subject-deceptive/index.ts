import {subjectOf} from '../../src/evidence/index.js'
import type {Judge} from '../../src/model/index.js'
import type {PhraseHit} from '../../src/phrases/index.js'
import {defineRule, type Problem} from '../../src/rules/define-rule.js'
import type {Place} from '../../src/tree/index.js'
import {evidence} from './evidence.js'
import {fix} from './fix.js'
import {prefixesOf} from './prefixes.js'
import {isReply} from './reply.js'

export default defineRule({
  summary: 'The subject of a first mail poses as an answer, a bill, a warning or an arrangement.',
  category: 'trust',
  evidence,
  check(email, _options, phrases, model) {
    const subject = subjectOf(email)
    if (!subject || isReply(email)) return []
    const {text} = subject
    const prefixes = prefixesOf(text.value)
    const sound = model !== undefined && model.score(subject) < soundBelow
    const hits = sound ? [] : phrases.filter((hit) => hit.text === text)
    const seen = [
      ...(prefixes ? [prefixProblem({text, ...prefixes})] : []),
      ...hits.filter(({start}) => start >= (prefixes?.end ?? 0)).map(phraseProblem)
    ]
    return seen.length > 0 ? seen : modelProblems(subject, model)
  },
  fix
})

/** The model has read many sound subjects with the same words (“invoice finance”); below this it overrules a phrase. */
const soundBelow = -400

/** An error must be surer than the threshold that whole drafts gave. */
const deceptiveAbove = 150

function prefixProblem(at: Place): Problem {
  const words = wordsAt(at)
  return {
    at,
    detail: [`structure: “${words}” in a mail that answers none: no In-Reply-To, no quoted mail, no later step`],
    message: `“${words}” makes a first mail look like an answer or a forwarded mail, and the buyer feels tricked at once. Leave it out, or set In-Reply-To, \`step\` or the quoted mail if it is an answer.`
  }
}

function phraseProblem(hit: PhraseHit): Problem {
  const words = wordsAt(hit)
  const {why = '', instead = ''} = hit.entry
  return {at: hit, detail: [`phrase: “${words}”`], message: `“${words}” ${why}. ${instead}.`}
}

function modelProblems(at: Place, model: Judge | undefined): Problem[] {
  if (!model?.flags(at) || model.score(at) <= deceptiveAbove) return []
  const message = `“${wordsAt(at)}” reads like business that is already under way, and a buyer who finds an offer behind it feels tricked. Say plainly what you offer.`
  return [{at, detail: model.explain(at), message}]
}

function wordsAt({text, start, end}: Place): string {
  return text.value.slice(start, end).replace(/\s+/g, ' ').trim()
}
