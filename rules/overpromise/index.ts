import {doubtedBy} from '../../src/evidence/doubted.js'
import {judgeSentences} from '../../src/evidence/index.js'
import {removalOfClaim} from '../../src/fix/remove.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'

/** "Always", "never" and "guarantee" stand in contracts too: where the model contradicts, a phrase does not count. */
const doubt = {phrase: -500, proven: -350}

export default defineRule({
  summary: 'Something is promised with a certainty that no honest seller has.',
  category: 'tone',
  needsLanguage: true,
  evidence,
  check(email, _options, phrases, model) {
    const found = judgeSentences(email, {
      phrases,
      model,
      parts: ['opening', 'pitch', 'ask', 'postscript'],
      subject: true,
      ...(model ? {excused: doubtedBy(model, email, doubt)} : {})
    })
    // The model has learnt from sentences of letters; of a subject only its words are certain.
    const judged = found.filter(({at, hit}) => hit || at.text === email.body.text)
    return judged.map(({at, words, hit, detail}) => ({
      at,
      detail,
      message: `“${words}” ${hit?.entry.why ?? plainWhy}. ${hit?.entry.instead ?? plainInstead}.`
    }))
  },
  fix: removalOfClaim
})

const plainWhy = 'promises as certain what nobody can know beforehand, and the buyer believes the rest less for it'
const plainInstead = 'Say for whom it came out so, how often, or what you do if it does not'
