import {subjectOf} from '../../src/evidence/index.js'
import {plainSubject} from '../../src/fix/plain-subject.js'
import {suggest} from '../../src/fix/suggest.js'
import {replaced} from '../../src/fix/written/replace.js'
import type {Fix, FixContext, Problem} from '../../src/rules/define-rule.js'
import type {Email} from '../../src/tree/index.js'
import {prefixesOf} from './prefixes.js'

/** A prefix goes alone; in place of what poses otherwise comes what is offered. */
export function fix(problem: Problem, email: Email, context: Pick<FixContext<never>, 'sender' | 'wording'>): Fix[] {
  const subject = subjectOf(email)
  const prefixes = subject && prefixesOf(subject.text.value)
  if (!subject || !prefixes || !('text' in problem.at) || problem.at.start > prefixes.start)
    return plainSubject(problem, email, context)
  const blank = /^\s*/.exec(subject.text.value.slice(prefixes.end))?.[0].length ?? 0
  const place = {text: subject.text, start: prefixes.start, end: prefixes.end + blank}
  return suggest('Leave it out.', replaced(email, place, ''))
}
