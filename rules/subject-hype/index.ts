import {subjectOf} from '../../src/evidence/index.js'
import {plainSubject} from '../../src/fix/plain-subject.js'
import {suggest} from '../../src/fix/suggest.js'
import {replaced} from '../../src/fix/written/replace.js'
import type {PhraseHit} from '../../src/phrases/index.js'
import {defineRule, type Edit, type Problem} from '../../src/rules/define-rule.js'
import type {Email, Place, Span} from '../../src/tree/index.js'
import {evidence} from './evidence.js'
import {options} from './options.js'
import {shapesIn} from './shapes.js'

export default defineRule({
  summary: 'The subject sells by excitement instead of information.',
  category: 'trust',
  evidence,
  options,
  check(email, {allow, emoji}, phrases) {
    const subject = subjectOf(email)
    if (!subject) return []
    const {text} = subject
    const hits = phrases.filter((hit) => hit.text === text)
    const tags = email.headers.find((header) => header.text === text)?.tags ?? []
    const taken: readonly Span[] = [...hits, ...tags]
    const shapes = shapesIn(text.value, emoji).filter((shape) => !taken.some((span) => overlaps(span, shape)))
    const found = [...hits.map(phraseProblem), ...shapes.map((shape) => problemAt({text, ...shape}, shape.message))]
    return found.filter(({at}) => !isAllowed(at, allow))
  },
  fix(problem, email, context) {
    const local = 'text' in problem.at ? suggest('Leave it out.', withoutSigns(email, problem.at)) : []
    return [...local, ...plainSubject(problem, email, context)]
  }
})

/** Emoji and exclamation marks go alone, with the blank before or behind them; words hang together. */
function withoutSigns(email: Email, {text, start, end}: Place): readonly Edit[] {
  const {value} = text
  if (/[\p{L}\p{N}]/u.test(value.slice(start, end)) || !/[\p{L}\p{N}]/u.test(value)) return []
  const from = value[start - 1] === ' ' ? start - 1 : start
  const to = from === 0 && value[end] === ' ' ? end + 1 : end
  return replaced(email, {text, start: from, end: to}, '')
}

type Found = Problem & {readonly at: Place}

function phraseProblem(hit: PhraseHit): Found {
  return problemAt(hit, (words) => `“${words}” ${hit.entry.why}. ${hit.entry.instead}.`)
}

function problemAt({text, start, end}: Place, message: (words: string) => string): Found {
  return {at: {text, start, end}, message: message(text.value.slice(start, end))}
}

function isAllowed({text, start, end}: Place, allow: readonly string[]): boolean {
  const words = text.value.slice(start, end).toLowerCase()
  return allow.some((word) => words.includes(word.toLowerCase()))
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
