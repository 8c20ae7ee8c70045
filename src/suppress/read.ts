import type {Email, Header} from '../tree/index.js'
import {CommentReader} from './comments.js'
import {readDirectiveText} from './directive-text.js'
import type {Directive, DirectiveProblem} from './types.js'

// Each finding is held against each directive: a bound keeps a hostile draft from costing their product.
const most = 100

const headerNames = ['coldread-disable', 'x-coldread-disable']

/**
 * Reads what a draft says about its own findings: in comments, in the front matter, in headers.
 * @param ruleIds ids that a directive may name
 */
export function readDirectives(
  email: Email,
  ruleIds: readonly string[]
): {directives: readonly Directive[]; problems: readonly DirectiveProblem[]} {
  const headers = email.headers.filter(({name}) => headerNames.includes(name))
  const comments = email.comments.filter(({value}) => /^\s*coldread-/u.test(value))
  const carriers = [...headers, ...comments]
  const reader = new CommentReader(email, ruleIds)
  const directives: Directive[] = []
  const problems: DirectiveProblem[] = []
  for (const carrier of carriers.slice(0, most)) {
    if ('value' in carrier) reader.read(carrier)
    else readHeader(carrier, email, ruleIds, {directives, problems})
  }
  const tooMany = carriers[most]
  if (tooMany) {
    const message = `More than ${most} suppressions in one draft, and those from here on are not read: disable rules in the configuration.`
    problems.push({message, at: {start: tooMany.start, end: tooMany.end}, severity: 'error'})
  }
  return {directives: [...directives, ...reader.directives], problems: [...problems, ...reader.problems]}
}

function readHeader(
  header: Header,
  email: Email,
  ruleIds: readonly string[],
  out: {directives: Directive[]; problems: DirectiveProblem[]}
): void {
  const at = header.end > header.start ? {start: header.start, end: header.end} : header.nameSpan
  const {directive, wrong} = header.notText
    ? {directive: undefined, wrong: ['This suppression is no text: write a text, or a list of texts.']}
    : readDirectiveText(header.text.value, ruleIds)
  for (const message of wrong) out.problems.push({message, at, severity: 'error'})
  if (!directive) return
  const whole = {start: 0, end: email.source.length, except: new Map<string, number>()}
  out.directives.push({
    ...directive,
    start: at.start,
    end: at.end,
    reaches: directive.ids.map((id) => ({...whole, id}))
  })
}
