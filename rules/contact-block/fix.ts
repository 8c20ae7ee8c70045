import {linesAfter, linesBefore} from '../../src/fix/insert/index.js'
import {inSignature} from '../../src/fix/insert/parts.js'
import type {Profile} from '../../src/fix/profile.js'
import {suggest} from '../../src/fix/suggest.js'
import type {Edit, Fix, FixContext, Problem} from '../../src/rules/define-rule.js'
import type {Email} from '../../src/tree/index.js'
import {missingIn, type Part} from './missing.js'

/** The whole block where nobody signs, else the lines that are missing, each where it belongs. */
export function fix(_problem: Problem, email: Email, {sender, wording}: FixContext<unknown>): Fix[] {
  const missing = missingIn(email)
  if (!sender || missing.some((part) => !has(sender, part))) return []
  const firm = capitalised([sender.role, sender.company].filter(Boolean).join(wording?.comma ?? ', '))
  const contacts = sender.contacts.map(({line}) => line)
  if (email.sections.some(({name}) => name === 'signature'))
    return suggest('Add what is missing to the signature.', missingLines(email, sender, missing, firm))
  const closes = email.sections.some(({name}) => name === 'sign-off')
  const block = written([closes ? undefined : wording?.closing, sender.name, firm, ...contacts])
  return suggest('Add your contact block.', inSignature(email, block))
}

function capitalised(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1)
}

function has({company, name, contacts}: Profile, part: Part): boolean {
  return part === 'direct' ? contacts.length > 0 : Boolean(part === 'person' ? name : company)
}

function written(lines: readonly (string | undefined)[]): string[] {
  return lines.filter((line): line is string => line !== undefined && line !== '')
}

function missingLines(email: Email, sender: Profile, missing: readonly Part[], firm: string): Edit[] {
  const signature = email.sections.findLast(({name}) => name === 'signature') ?? email.anchors.end
  const person = email.facts.find(({kind, start}) => kind === 'person' && start >= signature.start)
  const named = missing.includes('person') ? sender.name : undefined
  const head = written([named, missing.includes('organisation') ? firm : undefined])
  const contacts = missing.includes('direct') ? sender.contacts.map(({line}) => line) : []
  // Two insertions at one place would overlap.
  if (person && person.end >= email.anchors.end.start) return linesAfter(email, person.end, [...head, ...contacts])
  const above = person && !named ? linesAfter(email, person.end, head) : linesBefore(email, signature.start, head)
  return [...above, ...linesAfter(email, signature.end, contacts)]
}
