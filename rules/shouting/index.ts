import {defineRule} from '../../src/rules/define-rule.js'
import {type Email, type Place, type Span, SpanIndex} from '../../src/tree/index.js'
import {loudCapitals} from './capitals.js'
import {evidence} from './evidence.js'
import {fix} from './fix.js'
import {loudnessOf, marksOf} from './lines.js'
import {advice} from './messages.js'
import {options} from './options.js'

export default defineRule({
  summary: 'Capitals, exclamation marks or emoji raise the voice in the body.',
  category: 'tone',
  evidence,
  options,
  check(email, {exclamations: most, emoji, allow}, phrases, model) {
    const cased = model?.reader.normaliser.cased ?? true
    const loud = loudnessOf(email)
    const all = marksOf(email)
    const found = [
      ...loud.exclamations.filter(({marks}) => marks > 1 || all > most).map(advice.exclamation),
      ...loudCapitals(email, loud.capitals, phrases, cased).map(advice.capitals),
      ...(emoji ? loud.emoji.map(advice.emoji) : []),
      ...loud.stretched.map(advice.stretched)
    ]
    if (found.length === 0) return []
    const coded = codedIn(email)
    return found
      .filter(({at}) => !coded.touches(at) && !isInLink(at) && !isAllowed(at, allow))
      .sort((a, b) => a.at.start - b.at.start)
  },
  fix
})

/** Merge tags and mail addresses of the body, which all that is found stands in. */
function codedIn({body, facts}: Email): SpanIndex<Span> {
  return new SpanIndex<Span>([...body.tags, ...facts.filter(({kind, text}) => kind === 'email' && text === body.text)])
}

function isInLink(at: Place): boolean {
  return /\b(?:https?:\/\/|www\.)/i.test(before(at))
}

/** The characters before it up to a blank. */
function before({text, start}: Place): string {
  return (
    text.value
      .slice(Math.max(0, start - 200), start)
      .split(/\s/)
      .at(-1) ?? ''
  )
}

function isAllowed({text, start, end}: Place, allow: readonly string[]): boolean {
  const words = text.value.slice(start, end).toLowerCase()
  return allow.some((word) => words.includes(word.toLowerCase()))
}
