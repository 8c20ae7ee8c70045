import type {FailedFile, Totals} from '../../report/shared/define-reporter.js'
import {judgedAhead} from '../crew/index.js'
import {UsageError} from '../failures.js'
import {colorsFor, inBlocks} from '../output.js'
import {Progress} from '../progress.js'
import {type JudgingOptions, openSession, type Session} from '../session.js'
import {complain, type Destination, isTerminal, standard, standardOutput} from '../standard-output.js'
import {type AcceptOptions, openAcceptance} from './acceptance.js'
import {checkedOut, openJobSummary} from './ci.js'
import {type JudgedFile, type JudgeOptions, judgeDrafts, type Sieve} from './judge-drafts.js'
import {exitCode, noTotals, tellWhatIsWrong} from './outcome.js'
import {type Report, reportFor} from './report-format.js'
import {draftsOf, type WhichDrafts} from './which-drafts.js'

export interface LintOptions extends JudgingOptions, AcceptOptions, WhichDrafts {
  readonly format: string
  readonly outputFile?: string
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  /** Set by the command `fix`. */
  readonly suggested?: boolean
  readonly maxWarnings?: number
  readonly jobs?: number
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly watch?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color: boolean
}

const standardWidth = 100

/** Lints and reports; gives the exit code. */
export async function lintCommand(paths: readonly string[], options: LintOptions): Promise<number> {
  checkUse(paths, options)
  const report = await reportFor(options.format, options.fixDryRun ?? false)
  const once = (session: Session, ...sieves: Sieve[]) => lintOnce(report, session, paths, options, sieves)
  if (options.watch) return (await import('../watch/watch.js')).watchDrafts(paths, options, once)
  return once(await openSession(options))
}

async function lintOnce(
  report: Report,
  session: Session,
  paths: readonly string[],
  options: LintOptions,
  sieves: readonly Sieve[]
): Promise<number> {
  const {outputFile} = options
  if (outputFile === undefined) return lintTo(standardOutput(), report, session, paths, options, sieves)
  const file = await (await import('./report-file.js')).openReportFile(outputFile, paths)
  try {
    const search = {...session.search, report: file.path}
    const code = await lintTo({screen: {}, output: file.output}, report, {...session, search}, paths, options, sieves)
    await file.keep()
    return code
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** @param first go before what the options ask for */
async function lintTo(
  destination: Destination,
  report: Report,
  session: Session,
  paths: readonly string[],
  options: LintOptions,
  first: readonly Sieve[]
): Promise<number> {
  const totals = noTotals()
  const failures: FailedFile[] = []
  const progress = new Progress(() => process.stderr, !options.quiet && isTerminal(standard.error))
  const tell = (line: string) => {
    progress.clear()
    complain(line)
  }
  const acceptance = await openAcceptance(options, paths, session)
  const cache = await openCache(options, session, tell)
  const drafts = await draftsOf(paths, session, options, tell)
  const judging = cache ? {...session, results: cache.results} : session
  const sieves = [...first, ...(acceptance ? [acceptance.sieve] : []), ...drafts.sieves]
  // Of those that are known already nothing is to be judged.
  const readings = cache ? drafts.readings : judgedAhead(drafts.readings, session, options.jobs)
  const files = judgeDrafts(readings, judging, {...judgeOptions(options), sieves}, totals, tell, failures)
  const code = () => exitCode(totals, options, drafts.none, acceptance?.unpruned())
  const run = {
    ...(await surroundings(destination.screen, options, session, tell)),
    files: watched(files, totals, progress),
    totals,
    failures,
    exitCode: code,
    ...(acceptance && {baseline: acceptance.path}),
    ...(drafts.scope !== undefined && {scope: drafts.scope})
  }
  // Nobody reads any more: all that is left to learn is the exit code, and what --fix has to do.
  const isOver = () => !options.fix && !acceptance?.writes && code() > 0
  await writeReport(report(run), destination, progress, isOver)
  await acceptance?.finish(tell)
  cache?.save()
  tellWhatIsWrong(totals, options, drafts.none, tell)
  return code()
}

/** What a report needs to know of where it is read. */
async function surroundings(
  screen: Destination['screen'],
  {quiet = false, color}: LintOptions,
  {cwd}: Session,
  tell: (line: string) => void
) {
  const jobSummary = await openJobSummary(tell)
  return {
    root: checkedOut(cwd),
    ...(jobSummary && {jobSummary}),
    quiet,
    colors: await colorsFor(screen, color),
    width: screen.columns ?? standardWidth
  }
}

async function writeReport(
  pieces: ReturnType<Report>,
  {screen, output}: Destination,
  progress: Progress,
  isOver: () => boolean
): Promise<void> {
  for await (const piece of screen.isTTY ? pieces : inBlocks(pieces)) {
    progress.clear()
    await output.write(piece)
    if (!output.open && isOver()) break
  }
  progress.clear()
}

async function* watched(files: AsyncIterable<JudgedFile>, totals: Totals, progress: Progress) {
  for await (const file of files) {
    progress.show(totals.drafts)
    yield file
  }
}

async function openCache({cache, cacheLocation}: LintOptions, {cwd, loaded}: Session, tell: (line: string) => void) {
  return cache ? (await import('../cache/store.js')).openCache(cacheLocation, cwd, loaded.base, tell) : undefined
}

function checkUse(paths: readonly string[], {fix, fixDryRun, staged, since}: LintOptions): void {
  if (fix && fixDryRun) throw new UsageError('--fix and --fix-dry-run exclude each other')
  if (fix && paths.includes('-'))
    throw new UsageError('--fix has no file to write to for standard input; use --fix-dry-run')
  if (fix && staged)
    throw new UsageError(
      '--fix edits files of the work tree and --staged reads the index, where they may differ: run `coldread --fix` on the files, look at what it did, and `git add` them'
    )
  if ((fix || fixDryRun) && since !== undefined)
    throw new UsageError(
      `--since tells of changed lines alone, and ${fix ? '--fix' : '--fix-dry-run'} edits others too: leave one of them out`
    )
}

function judgeOptions({fix, fixDryRun, suggested = false, quiet, verbose}: LintOptions): JudgeOptions {
  return {fix: fix ? 'write' : fixDryRun ? 'try' : 'no', suggested, quiet: quiet ?? false, verbose: verbose ?? false}
}
