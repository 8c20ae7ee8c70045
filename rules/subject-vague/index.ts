import {subjectOf} from '../../src/evidence/index.js'
import {plainSubject} from '../../src/fix/plain-subject.js'
import type {Judge} from '../../src/model/index.js'
import type {PhraseHit} from '../../src/phrases/index.js'
import {defineRule} from '../../src/rules/define-rule.js'
import type {Place} from '../../src/tree/index.js'
import {evidence} from './evidence.js'
import {namingWords} from './naming.js'

export default defineRule({
  summary: 'The subject does not say what the mail is about.',
  category: 'clarity',
  needsLanguage: true,
  evidence,
  check(email, _options, phrases, model) {
    const subject = subjectOf(email)
    if (!subject || !model) return []
    const found = vagueness(
      subject,
      phrases.filter(({text}) => text === subject.text),
      model
    )
    if (!found) return []
    const words = subject.text.value.replace(/\s+/g, ' ').trim()
    return [{at: trimmed(subject), detail: found.detail, message: `“${words}” ${found.why}. ${found.instead}.`}]
  },
  fix: plainSubject
})

interface Vagueness {
  readonly why: string
  readonly instead: string
  readonly detail: readonly string[]
}

/** What the model's score must exceed where no word, one word or more words may name what the mail is about. */
const enough = [-600, 300, 300] as const

function vagueness(subject: Place, hits: readonly PhraseHit[], model: Judge): Vagueness | undefined {
  const whole = hits.find(({entry}) => entry.why !== undefined)
  if (whole) {
    const {why = '', instead = '', match} = whole.entry
    return {why, instead, detail: [`phrase: the whole subject (\`${match[0]}\`, ...)`]}
  }
  const naming = namingWords(subject, hits, model.reader)
  const {length} = naming
  if (model.score(subject) <= (enough[length] ?? enough[2]) || (length > 1 && !model.flags(subject))) return
  const named = naming.map(({start, end}) => `“${subject.text.value.slice(start, end)}”`).join(', ')
  const structure = length > 0 ? `may name something: ${named}` : 'no word names a product, a service or a fact'
  return {
    why: 'does not show what the mail is about, and a buyer who sees no topic does not open it',
    instead: 'Name the product or service, and one fact such as the size, the price or the place',
    detail: [`structure: ${structure}`, ...(length > 0 ? model.explain(subject) : [])]
  }
}

function trimmed({text, start, end}: Place): Place {
  const from = text.value.slice(start, end)
  return {text, start: start + from.length - from.trimStart().length, end: start + from.trimEnd().length}
}
