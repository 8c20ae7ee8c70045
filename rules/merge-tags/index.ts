import {familyOf} from '../../src/parse/tokens/dialect.js'
import {defineRule, type Problem} from '../../src/rules/define-rule.js'
import type {Token} from '../../src/tree/index.js'
import {fix} from './fix.js'
import {brokenMessage, leftoverMessage, mixMessage} from './messages.js'

/** Mail engines add their own unsubscribe tag to what a sequencer fills. */
const ADDED = /unsub|opt_?out|view_?in_?browser/i

/** The first tag of every syntax but the one used most. */
function mixed(tokens: readonly Token[]): Problem[] {
  const families = new Map<string, {first: Token; count: number}>()
  for (const token of tokens) {
    if ((token.kind !== 'tag' && token.kind !== 'control') || ADDED.test(token.name ?? '')) continue
    const family = familyOf(token.syntax)
    const seen = families.get(family)
    if (seen) seen.count++
    else families.set(family, {first: token, count: 1})
  }
  const [main, ...odd] = [...families.values()].sort((a, b) => b.count - a.count)
  return odd.map(({first}) => ({at: first, message: mixMessage(first, main?.first ?? first)}))
}

export default defineRule({
  summary: 'A merge tag is broken or of a second syntax, or a placeholder is left over.',
  category: 'trust',
  evidence: [
    {
      kind: 'editorial',
      says: 'A placeholder that was not filled tells the buyer that the mail went to a list.',
      source: 'Craft of mailing; no study of it was read'
    },
    {
      kind: 'provider',
      says: 'An engine replaces a merge tag only where it stands in the exact signs that the engine documents.',
      source: 'Mailchimp, Merge fields',
      url: 'https://mailchimp.com/developer/marketing/docs/merge-fields/'
    },
    {
      kind: 'provider',
      says: 'A variable with no data stops the mail or leaves an empty place, as in “Greetings ,”, unless it has a fallback.',
      source: 'Apollo, Use advanced dynamic variables',
      url: 'https://knowledge.apollo.io/hc/en-us/articles/4409735256845-Use-Advanced-Dynamic-Variables'
    }
  ],
  check({tokens}) {
    const single = tokens.flatMap((token): Problem[] => {
      if (token.kind === 'leftover') return [{at: token, message: leftoverMessage(token)}]
      return token.kind === 'broken' ? [{at: token, message: brokenMessage(token)}] : []
    })
    return [...single, ...mixed(tokens)]
  },
  fix
})
