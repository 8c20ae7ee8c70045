import {inSentenceCase} from '../../src/fix/recase.js'
import {suggest} from '../../src/fix/suggest.js'
import {allReplaced, replaced} from '../../src/fix/written/replace.js'
import type {Fix, FixContext, Problem} from '../../src/rules/define-rule.js'
import type {Email, Place} from '../../src/tree/index.js'
import {quieter} from './quieter.js'

export function fix(
  {at}: Problem,
  email: Email,
  {wording, options}: FixContext<{readonly exclamations: number}>
): readonly Fix[] {
  if (!('text' in at) || at.text !== email.body.text) return []
  const words = at.text.value.slice(at.start, at.end)
  if (/^[!！¡?？؟]+$/.test(words)) return quieter(email, at, words, options.exclamations)
  if (/^[^\p{L}\p{N}]+$/u.test(words)) return suggest('Leave it out.', withoutEmoji(email, at))
  if (words !== words.toUpperCase() || !wording?.capitals) return []
  return suggest('Write it in ordinary letters.', allReplaced(email, inSentenceCase(email, at, wording.capitals)))
}

function withoutEmoji(email: Email, {text, start, end}: Place) {
  const before = text.value[start - 1] ?? '\n'
  const after = text.value[end] ?? '\n'
  if (before === '\n' && after === '\n') return []
  const [from, to] = [before === ' ' ? start - 1 : start, before === '\n' && after === ' ' ? end + 1 : end]
  return replaced(email, {text, start: from, end: to}, '')
}
