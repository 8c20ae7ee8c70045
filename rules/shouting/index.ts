import {excitementEmoji, stretchedWords} from '../../src/evidence/index.js'
import {defineRule} from '../../src/rules/define-rule.js'
import {type Email, type Place, type Span, SpanIndex} from '../../src/tree/index.js'
import {loudCapitals} from './capitals.js'
import {evidence} from './evidence.js'
import {exclamations} from './exclamations.js'
import {fix} from './fix.js'
import {advice} from './messages.js'
import {options} from './options.js'
import {spokenParts} from './spoken.js'

export default defineRule({
  summary: 'Capitals, exclamation marks or emoji raise the voice in the body.',
  category: 'tone',
  evidence,
  options,
  check(email, {exclamations: most, emoji, allow}, phrases, model) {
    const cased = model?.reader.normaliser.cased ?? true
    const stretches = spokenParts(email)
    const found = [
      ...exclamations(stretches, most).map(advice.exclamation),
      ...stretches.flatMap((stretch) => loudCapitals(email, stretch, phrases, cased)).map(advice.capitals),
      ...(emoji ? stretches.flatMap((stretch) => within(stretch, excitementEmoji)).map(advice.emoji) : []),
      ...stretches.flatMap((stretch) => within(stretch, stretchedWords)).map(advice.stretched)
    ]
    const coded = codedIn(email)
    return found
      .filter(({at}) => !coded.touches(at) && !isInLink(at) && !isAllowed(at, allow))
      .sort((a, b) => a.at.start - b.at.start)
  },
  fix
})

function within({text, start, end}: Place, find: typeof stretchedWords): Place[] {
  return find(text.value.slice(start, end)).map((at) => ({text, start: start + at.start, end: start + at.end}))
}

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
