import type {Problem} from '../../src/rules/define-rule.js'
import type {Place} from '../../src/tree/index.js'

type Found = Problem & {readonly at: Place}

const told =
  (why: string, instead: string) =>
  (at: Place): Found => ({
    at,
    message: `“${at.text.value.slice(at.start, at.end)}” ${why}. ${instead}.`
  })

export const advice = {
  exclamation: told(
    'raises the voice, and a buyer takes a raised voice for advertising',
    'End the sentence with a full stop; one exclamation mark in a mail is plenty'
  ),
  capitals: told(
    'is shouted in capitals, which tells a buyer to agree instead of why',
    'Write it in ordinary letters, and in bold if it matters most'
  ),
  emoji: told('is there to excite, and a letter to a business looks like an advertisement with it', 'Leave it out'),
  stretched: told('is drawn out for effect, which no letter to a business does', 'Spell it as usual')
} as const
