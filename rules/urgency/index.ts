import {judgeSentences} from '../../src/evidence/index.js'
import {removalOfClaim} from '../../src/fix/remove.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {evidence} from './evidence.js'

/** Pressure names figures and dates as often as not, so their absence speaks for nothing. */
const bare = false

export default defineRule({
  summary: 'A deadline or scarcity is used to press the buyer.',
  category: 'tone',
  needsLanguage: true,
  evidence,
  check(email, _options, phrases, model) {
    return judgeSentences(email, {phrases, model, bare}).map(({at, words, hit, detail}) => ({
      at,
      detail,
      message: `“${words.replace(/\s+/g, ' ')}” ${hit?.entry.why ?? why}. ${hit?.entry.instead ?? instead}.`
    }))
  },
  fix: removalOfClaim
})

const why =
  'presses the buyer to decide in a hurry, and a company that decides with several people can’t and drops the mail'
const instead = 'Give a date or a quantity as a plain fact with its reason, or leave it out'
