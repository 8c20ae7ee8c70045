import {anyFix, fixDraft} from '../../fix/fix-draft.js'
import {formatOf} from '../../format-of.js'
import type {FailedFile, LintedFile, Totals} from '../../report/shared/define-reporter.js'
import type {Result} from '../../result.js'
import type {Edit} from '../../rules/define-rule.js'
import {reasonOf} from '../failures.js'
import type {Draft} from '../files/encoding.js'
import type {Reading} from '../files/read-draft.js'
import {writeDraft} from '../files/write-draft.js'
import type {Session} from '../session.js'
import {lintDraft} from './engine.js'

export interface JudgeOptions {
  /** Whether safe edits are made, and whether they are written to the file. */
  readonly fix: 'no' | 'try' | 'write'
  /** Whether suggestions are made too. */
  readonly suggested?: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly sieves?: readonly Sieve[]
}

export interface JudgedFile extends LintedFile {
  readonly draft: Draft
  readonly edits: readonly Edit[]
}

/**
 * Takes findings away that this run is not about: accepted ones, those on lines that did not change.
 * Asked once a draft, in the order of the drafts, after fixes were made.
 */
export type Sieve = (judged: JudgedFile) => Result | Promise<Result>

/** Takes what there is to tell beside the report: failures, files passed over. */
export type Tell = (line: string) => void

/** Judges and fixes file after file; one that fails is told and does not stop the others. */
export async function* judgeDrafts(
  readings: AsyncIterable<Reading>,
  session: Session,
  options: JudgeOptions,
  totals: Totals,
  tell: Tell,
  failures: FailedFile[] = []
): AsyncGenerator<JudgedFile> {
  for await (const reading of readings) {
    const shown = session.shown(reading.file)
    if (reading.kind === 'draft') {
      const judged = await judge(reading, session, options, {
        fail: (why) => fail(shown, reading.file, why),
        note: (what) => tell(`${shown}:${what}`)
      })
      if (judged) yield count(await sift(judged, options.sieves ?? []), options, totals)
    } else if (reading.kind === 'failure') fail(shown, reading.file, reading.why)
    else {
      totals.passedOver += 1
      totals.ignored += reading.named ? 1 : 0
      if (options.verbose) tell(`${shown}: passed over: ${reading.why}`)
    }
  }

  function fail(path: string, absolutePath: string, why: string): void {
    totals.failed += 1
    failures.push({path, absolutePath, why})
    tell(`${path}: ${why}`)
  }
}

interface Judged extends JudgedFile {
  readonly fixes: number
}

interface Telling {
  readonly fail: Tell
  readonly note: Tell
}

async function judge(
  draft: Draft,
  session: Session,
  options: JudgeOptions,
  tell: Telling
): Promise<Judged | undefined> {
  const {file, source, encoding} = draft
  const base = {path: session.shown(file), absolutePath: file, bytewise: encoding === 'bytes', draft}
  try {
    const first = await lintDraft(draft, source, session)
    const asRead: Judged = {...base, source, result: first, edits: [], fixes: 0}
    if (options.fix === 'no') return asRead
    const format = session.formatAs ?? formatOf(file)
    const fixed = await fixDraft(
      source,
      first,
      format,
      (text) => lintDraft(draft, text, session),
      options.suggested ? anyFix : undefined
    )
    const {edits, fixes, result, refused} = fixed
    for (const {finding, why} of refused) tell.note(`${finding.line}:${finding.column}: not fixed: ${why}`)
    if (edits.length === 0) return asRead
    const asFixed: Judged = {...base, source: fixed.source, result, edits, fixes, output: fixed.source}
    if (options.fix === 'try') return asFixed
    const error = await writeDraft(draft, fixed.source).then(
      () => undefined,
      (thrown: unknown) => ({thrown})
    )
    if (!error) return asFixed
    tell.fail(reasonOf(error.thrown))
    return asRead
  } catch (error) {
    tell.fail(`coldread failed on this draft, which is a fault of its own: ${reasonOf(error)}`)
    return undefined
  }
}

async function sift(judged: Judged, sieves: readonly Sieve[]): Promise<Judged> {
  let sifted = judged
  for (const sieve of sieves) sifted = {...sifted, result: await sieve(sifted)}
  return sifted
}

function count(judged: Judged, {fix, quiet}: JudgeOptions, totals: Totals): JudgedFile {
  const {findings, suppressed} = judged.result
  const errors = findings.filter(({severity}) => severity === 'error')
  const shown = quiet ? errors : findings
  totals.drafts += 1
  totals.draftsWithFindings += shown.length > 0 ? 1 : 0
  totals.errors += errors.length
  totals.warnings += findings.length - errors.length
  const accepted = suppressed.filter(({by}) => by === 'baseline').length
  totals.accepted += accepted
  totals.suppressed += suppressed.length - accepted
  totals.fixed += judged.fixes
  if (fix === 'no')
    totals.fixable += shown.filter((finding) => finding.fixes.some(({grade}) => grade === 'safe')).length
  return quiet ? {...judged, result: {...judged.result, findings: shown}} : judged
}
