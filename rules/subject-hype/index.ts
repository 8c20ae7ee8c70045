import type {PhraseHit} from '../../src/phrases/index.js'
import {defineRule, type Problem} from '../../src/rules/define-rule.js'
import type {MappedText, Span} from '../../src/tree/index.js'
import {evidence} from './evidence.js'
import {type Shape, shapesIn} from './shapes.js'

const options = {
  allow: {
    type: 'array',
    items: {type: 'string'},
    default: [],
    description: 'Words that are no hype in your trade or are part of a name; what contains one of them is not reported.'
  },
  emoji: {
    type: 'boolean',
    default: true,
    description: 'Whether emoji that are meant to excite count. Signs such as ☎ or ✉ and flags never do.'
  }
} as const

export default defineRule({
  summary: 'The subject informs; it does not sell by excitement.',
  category: 'trust',
  evidence,
  options,
  check({headers}, {allow, emoji}, phrases) {
    const subject = headers.find(({name}) => name === 'subject')
    if (!subject) return []
    const {text, tags} = subject
    const hits = phrases.filter((hit) => hit.text === text)
    const taken: readonly Span[] = [...hits, ...tags]
    const shapes = shapesIn(text.value, emoji).filter((shape) => !taken.some((span) => overlaps(span, shape)))
    const allowed = allow.map((word) => word.toLowerCase())
    const found = [...hits.map(phraseProblem), ...apart(shapes).map((shape) => shapeProblem(shape, text))]
    return found.filter(({words}) => !allowed.some((word) => words.includes(word))).map(({problem}) => problem)
  }
})

interface Found {
  readonly words: string
  readonly problem: Problem
}

function phraseProblem({entry, text, start, end}: PhraseHit): Found {
  const words = text.value.slice(start, end)
  return {words: words.toLowerCase(), problem: {at: {text, start, end}, message: `“${words}” ${entry.why}. ${entry.instead}.`}}
}

function shapeProblem({start, end, message}: Shape, text: MappedText): Found {
  const words = text.value.slice(start, end)
  return {words: words.toLowerCase(), problem: {at: {text, start, end}, message: message(words)}}
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Of shapes that lie over each other the first one that begins. */
function apart(shapes: readonly Shape[]): Shape[] {
  const kept: Shape[] = []
  const ordered = [...shapes].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const shape of ordered) if (shape.start >= (kept.at(-1)?.end ?? 0)) kept.push(shape)
  return kept
}
