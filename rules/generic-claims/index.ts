import {doubtedBy} from '../../src/evidence/doubted.js'
import {judgeSentences} from '../../src/evidence/index.js'
import {removalOfClaim} from '../../src/fix/remove.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'

/** A rank or praise is common in sound sentences too ("the finest mesh is 20 microns"): the model must not contradict. */
const doubt = {phrase: -500, proven: -300}

/** Without a phrase the model must be surer than where a sentence is bare: most short sentences are, sound or not. */
const enoughAlone = 100

export default defineRule({
  summary: 'A claim that every seller makes stands without evidence.',
  category: 'clarity',
  needsLanguage: true,
  evidence,
  check(email, _options, phrases, model) {
    const found = judgeSentences(email, {
      phrases,
      model,
      parts: ['opening', 'pitch', 'ask', 'postscript'],
      ...(model ? {excused: doubtedBy(model, email, doubt)} : {})
    })
    const sure = found.filter(({at, hit}) => hit || (model?.score(at) ?? 0) > enoughAlone)
    return sure.map(({at, words, hit, detail}) => ({
      at,
      detail,
      message: `“${words}” ${hit?.entry.why ?? plainWhy}. ${hit?.entry.instead ?? plainInstead}.`
    }))
  },
  fix: removalOfClaim
})

const plainWhy = 'praises the sender and proves nothing, so the buyer learns no more than from any other mail'
const plainInstead = 'Give a figure, a customer by name or a certificate, or leave it out'
