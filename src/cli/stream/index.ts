import {createReadStream, fstatSync} from 'node:fs'
import path from 'node:path'
import type {Readable} from 'node:stream'
import {setFlagsFromString} from 'node:v8'
import type {Totals} from '../../report/shared/define-reporter.js'
import {UsageError} from '../failures.js'
import type {LintOptions} from '../lint/lint-command.js'
import {exitCode, noTotals, tellWhatIsWrong} from '../lint/outcome.js'
import {Progress} from '../progress.js'
import {openSession} from '../session.js'
import {complain, isTerminal, standard, standardOutput} from '../standard-output.js'
import {parseFields} from './fields.js'
import {judgeOf} from './judge.js'
import {Outlet} from './outlet.js'
import {jsonReader, type RecordReader} from './reader.js'
import {answerAll} from './run.js'
import {brokenPipe, Stop} from './stop.js'

export interface StreamOptions extends LintOptions {
  readonly ndjson?: boolean
  readonly csv?: boolean
  readonly fields?: readonly string[]
  readonly fromOffset?: number
}

// V8 lets a heap grow to four times what is alive before it collects; a stream that runs for hours has the time.
const heapGrowth = '--heap-growing-percent=60'

/** Judges a stream of records; gives the exit code. */
export async function streamCommand(paths: readonly string[], options: StreamOptions): Promise<number> {
  checkUse(paths, options)
  setFlagsFromString(heapGrowth)
  const session = await openSession(options)
  const reader = await readerFor(options, session.maxFileSize)
  const totals = noTotals()
  const [file = '-'] = paths
  const name = file === '-' ? session.stdinFile : path.resolve(file)
  const judge = judgeOf(session, name, options.quiet ?? false, totals)
  const input = inputOf(file)
  const stop = new Stop(input)
  const outlet = new Outlet(standardOutput().output)
  const progress = new Progress(() => process.stderr, !options.quiet && isTerminal(standard.error))
  const answered = () => progress.show(totals.drafts)
  const {fromOffset: from = 0} = options
  const reached = await answerAll({input, reader, judge, outlet, stop, from, most: session.maxFileSize, answered})
  progress.clear()
  if (!outlet.open) return brokenPipe
  if (stop.by) complain(`stopped by ${stop.by}: ${counted(totals)}; go on with --from-offset ${reached}`)
  else tellOutcome(totals, options)
  return stop.exitCode ?? exitCode(totals, options, noRecord)
}

/** A shard of a larger stream may be empty. */
const noRecord = 'no record was read'

function tellOutcome(totals: Totals, options: StreamOptions): void {
  if (totals.failed > 0) complain(`${counted(totals)}: their answers have \`error\``)
  tellWhatIsWrong(totals, options, noRecord, complain)
}

function counted({drafts, failed}: Totals): string {
  const records = drafts + failed
  const all = `${records.toLocaleString('en-US')} ${records === 1 ? 'record' : 'records'} answered`
  return failed === 0 ? all : `${all}, ${failed.toLocaleString('en-US')} of which could not be judged`
}

async function readerFor({csv, fields = []}: StreamOptions, most: number): Promise<RecordReader> {
  const map = parseFields(fields)
  return csv ? (await import('./csv.js')).csvReader(map, most) : jsonReader(map, most)
}

function inputOf(file: string): Readable {
  if (file !== '-') return createReadStream(file)
  // Node takes a folder there for an empty stream.
  if (fstatSync(0).isDirectory()) throw new UsageError('the input could not be read: it is a folder')
  return process.stdin
}

function checkUse(paths: readonly string[], {ndjson, csv}: StreamOptions): void {
  if (!ndjson && !csv) throw new UsageError('--fields and --from-offset are for records: say --ndjson or --csv')
  if (paths.length > 1)
    throw new UsageError(
      'records are read from one file or from standard input: cat a.ndjson b.ndjson | coldread --ndjson'
    )
}
