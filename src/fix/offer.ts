import type {Anatomy} from '../anatomy/index.js'
import type {Edit, Fix, Problem, Rule} from '../rules/define-rule.js'
import {profileOf} from './profile.js'

/** How many characters fixes may look through for one rule: each may need the whole draft, and a huge one has thousands. */
const mostCharacters = 5_000_000

/**
 * What a rule offers to mend a problem, its line ends those of the file.
 * @param index how many problems the rule found before it
 */
export function fixesOf(
  rule: Rule,
  problem: Problem,
  index: number,
  {email, hits, pack, sender}: Anatomy,
  options: Readonly<Record<string, unknown>>
): readonly Fix[] {
  if (!rule.fix || index * email.source.length > mostCharacters) return []
  const wording = pack?.wording
  const fixes = rule.fix(problem, email, {
    options: options as Parameters<typeof rule.check>[1],
    sender: sender && profileOf(sender, email, wording),
    wording,
    phrases: (list) => hits.get(list) ?? []
  })
  if (fixes.length === 0) return fixes
  const lineEnd = /\r\n|\n|\r/.exec(email.source)?.[0] ?? '\n'
  return fixes.map((fix) => ({...fix, edits: fix.edits.map((edit) => withLineEnd(edit, lineEnd))}))
}

function withLineEnd(edit: Edit, lineEnd: string): Edit {
  return lineEnd === '\n' ? edit : {...edit, text: edit.text.replace(/\r\n|\n|\r/g, lineEnd)}
}
