import {applyEdits} from '../../../fix/apply-edits.js'
import {changeOf} from '../../../fix/fix-draft.js'
import {formatOf} from '../../../format-of.js'
import type {Screen} from '../../../report/shared/finding-for-people.js'
import {printable} from '../../../report/shared/printable.js'
import type {Finding} from '../../../result.js'
import type {Fix} from '../../../rules/define-rule.js'
import {reasonOf, UsageError} from '../../failures.js'
import type {Draft} from '../../files/encoding.js'
import {writeDraft} from '../../files/write-draft.js'
import {lintDraft} from '../../lint/engine.js'
import type {LintOptions} from '../../lint/lint-command.js'
import {draftsOf} from '../../lint/which-drafts.js'
import {colorsFor, Output} from '../../output.js'
import {openSession, type Session} from '../../session.js'
import {complain} from '../../standard-output.js'
import {ask, shown} from './ask.js'
import {edited} from './editor.js'
import {Keys} from './keys.js'

const standardWidth = 100

interface Walk {
  readonly session: Session
  readonly screen: Screen
  readonly output: Output
  readonly keys: Keys
  /** Rules whose edits are made without asking. */
  readonly trusted: Set<string>
  readonly told: {made: number; left: number; errors: number; failed: number; quit: boolean}
}

/** Offers each edit of each draft to a person; every one that is taken is written at once. Gives the exit code. */
export async function walk(
  paths: readonly string[],
  options: LintOptions,
  {suggested}: {readonly suggested?: boolean}
): Promise<number> {
  checkUse(paths, options, suggested)
  const session = await openSession(options)
  const drafts = await draftsOf(paths, session, options, complain)
  const screen = {
    colors: await colorsFor(process.stdout, options.color),
    width: process.stdout.columns || standardWidth
  }
  const keys = new Keys(process.stdin)
  const told = {made: 0, left: 0, errors: 0, failed: 0, quit: false}
  const all: Walk = {session, screen, output: new Output(process.stdout), keys, trusted: new Set(), told}
  try {
    for await (const reading of drafts.readings) {
      if (reading.kind === 'draft') await walkDraft(reading, all)
      else if (reading.kind === 'failure') fail(`${session.shown(reading.file)}: ${reading.why}`, all)
      if (told.quit) break
    }
  } finally {
    keys.pause()
  }
  await all.output.write(`\n${count(told.made, 'edit')} made, ${told.left} left.\n`)
  return told.failed > 0 ? 2 : told.errors > 0 ? 1 : 0
}

function checkUse(paths: readonly string[], {fixDryRun, staged}: LintOptions, suggested = false): void {
  if (fixDryRun || staged || suggested)
    throw new UsageError(
      `--interactive and ${fixDryRun ? '--fix-dry-run' : staged ? '--staged' : '--suggested'} exclude each other`
    )
  if (paths.includes('-'))
    throw new UsageError('--interactive reads keys from standard input, so no draft can come from it')
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError(
      '--interactive asks about each edit and needs a terminal; `coldread fix --suggested` makes them all, to be read afterwards'
    )
}

async function walkDraft(draft: Draft, all: Walk): Promise<void> {
  const {session, output, screen, told} = all
  const path = session.shown(draft.file)
  const format = session.formatAs ?? formatOf(draft.file)
  const asked = new Set<string>()
  let now = draft
  let named = false
  try {
    for (;;) {
      const {findings} = await lintDraft(now, now.source, session)
      const offer = nextOffer(findings, now.source, asked)
      if (!offer || told.quit) {
        told.errors += findings.filter(({severity}) => severity === 'error').length
        return
      }
      if (!named) await output.write(`\n${screen.colors.underline(printable(path))}\n`)
      named = true
      const fix = await decide({...offer, path, source: now.source}, all)
      asked.add(keyOf(offer.finding, offer.fix, now.source))
      const text = fix && applyEdits(now.source, [offer.finding], format, () => fix).text
      if (text !== undefined && text !== now.source) {
        now = {...now, source: text, bytes: await writeDraft(now, text)}
        told.made += 1
      } else told.left += 1
    }
  } catch (error) {
    fail(`${path}: ${reasonOf(error)}`, all)
  }
}

/** The first edit that was not asked about. */
function nextOffer(findings: readonly Finding[], source: string, asked: ReadonlySet<string>) {
  for (const finding of findings) {
    const fix = finding.fixes.find((each) => !asked.has(keyOf(finding, each, source)))
    if (fix) return {finding, fix}
  }
  return undefined
}

function keyOf({ruleId, text}: Finding, fix: Fix, source: string): string {
  return JSON.stringify([ruleId, text, changeOf(fix, source)])
}

/** The edit to make; undefined where it is left. */
async function decide(offer: Parameters<typeof ask>[0], all: Walk): Promise<Fix | undefined> {
  const {screen, output, keys, trusted, told} = all
  const {finding, fix} = offer
  if (trusted.has(finding.ruleId)) {
    await output.write(shown(offer, screen))
    return fix
  }
  const answer = await ask(offer, screen, keys, output)
  if (answer === 'quit') told.quit = true
  if (answer === 'all') trusted.add(finding.ruleId)
  if (answer === 'edit') return inEditor(fix, keys)
  return answer === 'make' || answer === 'all' ? fix : undefined
}

function inEditor(fix: Fix, keys: Keys): Fix {
  keys.pause()
  const edits = fix.edits.map((edit) => ({...edit, text: edited(edit.text)}))
  keys.listen()
  return {...fix, edits}
}

function fail(line: string, {told}: Walk): void {
  told.failed += 1
  complain(line)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
