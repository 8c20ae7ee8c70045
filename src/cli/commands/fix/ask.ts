import {unifiedDiff} from '../../../fix/diff.js'
import {findingForPeople, type Screen} from '../../../report/shared/finding-for-people.js'
import {printable} from '../../../report/shared/printable.js'
import type {Finding} from '../../../result.js'
import type {Fix} from '../../../rules/define-rule.js'
import type {Output} from '../../output.js'
import {hasEditor} from './editor.js'
import type {Keys} from './keys.js'

export type Answer = 'make' | 'skip' | 'all' | 'edit' | 'quit'

export interface Offer {
  readonly path: string
  readonly source: string
  readonly finding: Finding
  readonly fix: Fix
}

const answers: Readonly<Record<string, Answer>> = {y: 'make', n: 'skip', a: 'all', e: 'edit', q: 'quit'}

/** Shows a finding with an edit that mends it, and waits for a key. */
export async function ask(offer: Offer, screen: Screen, keys: Keys, output: Output): Promise<Answer> {
  const edits = isEditable(offer)
  await output.write(shown(offer, screen))
  for (;;) {
    await output.write(screen.colors.bold(`  Make this edit? [y,n,a${edits ? ',e' : ''},q,?] `))
    const key = (await keys.next()).toLowerCase()
    const answer = answers[key]
    await output.write(`${printable(key.slice(0, 1))}\n`)
    if (answer && (answer !== 'edit' || edits)) return answer
    await output.write(help(offer.finding.ruleId, edits))
  }
}

export function shown({path, source, finding, fix}: Offer, screen: Screen): string {
  const {colors} = screen
  const diff = unifiedDiff(
    path,
    source,
    fix.edits.toSorted((a, b) => a.start - b.start)
  )
  const lines = diff.split('\n').slice(3, -1)
  const painted = lines.map((line) => paint(line.replace(/\r$/, ''), screen)).join('\n')
  return `\n${findingForPeople(source, finding, screen)}\n  ${colors.bold(printable(fix.message))}\n${painted}\n`
}

function paint(line: string, {colors}: Screen): string {
  const text = `    ${printable(line)}`
  return line.startsWith('+') ? colors.green(text) : line.startsWith('-') ? colors.red(text) : colors.dim(text)
}

/** One piece of text that stands in the file as a person reads it. */
function isEditable({fix, path}: Offer): boolean {
  const [edit] = fix.edits
  return (
    hasEditor() &&
    fix.edits.length === 1 &&
    edit !== undefined &&
    edit.text.trim() !== '' &&
    !/\.(?:eml|mime)$/i.test(path)
  )
}

function help(rule: string, edits: boolean): string {
  const lines = [
    'y  make this edit',
    'n  leave it',
    `a  make this edit and all others that ${rule} offers`,
    ...(edits ? ['e  change the text first, in your editor'] : []),
    'q  stop here; what was made stays'
  ]
  return lines.map((line) => `    ${line}\n`).join('')
}
