import {joinNeighbours, judgeSentences} from '../../src/evidence/index.js'
import {removal} from '../../src/fix/remove.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {SpanIndex} from '../../src/tree/index.js'
import {evidence} from './evidence.js'

/** A finding quotes no more of a digression than tells which one is meant. */
const quotedLength = 60

export default defineRule({
  summary: 'A pleasantry or a digression takes room before the matter.',
  category: 'tone',
  needsLanguage: true,
  evidence,
  check(email, _options, phrases, model) {
    // A sentence that says who writes is never room wasted, whatever the model makes of its tone.
    const {text} = email.body
    const introduced = new SpanIndex(email.facts.filter((fact) => fact.kind === 'who' && fact.text === text))
    const found = judgeSentences(email, {phrases, model}).filter(
      ({hit, at}) => hit || at.text !== text || !introduced.touches(at)
    )
    return joinNeighbours(found, email).map(({at, words, hit, detail}) => ({
      at,
      detail,
      message: `“${shortened(words)}” ${hit?.entry.why ?? why}. ${hit?.entry.instead ?? instead}.`
    }))
  },
  fix: removal
})

const why = 'says nothing about the buyer or the offer, and what a reader learns first is to skip'
const instead = 'Cut it, and begin with who you are and what you offer'

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  if (line.length <= quotedLength) return line
  const cut = line.lastIndexOf(' ', quotedLength)
  return `${line.slice(0, cut > 0 ? cut : quotedLength)} …`
}
