import {didYouMean} from '../../config/nearest.js'
import {unifiedDiff} from '../../fix/diff.js'
import {reporters} from '../../generated/reports.js'
import type {Run} from '../../report/shared/define-reporter.js'
import {UsageError} from '../failures.js'
import {encode} from '../files/encoding.js'
import type {JudgedFile} from './judge-drafts.js'

export type Report = (
  run: Omit<Run, 'files'> & {readonly files: AsyncIterable<JudgedFile>}
) => AsyncIterable<string | Uint8Array>

/** The report of a format; the edits as a diff where nothing is to be changed. */
export async function reportFor(format: string, fixDryRun: boolean): Promise<Report> {
  const load = Object.hasOwn(reporters, format) ? reporters[format] : undefined
  if (!load) throw new UsageError(`there is no format \`${format}\`: ${await otherFormats(format)}`)
  const {report, isDocument} = await load()
  return fixDryRun && !isDocument ? diffs : report
}

async function otherFormats(format: string): Promise<string> {
  const known = await Promise.all(
    Object.entries(reporters).map(async ([name, load]) => `${name} (${(await load()).summary})`)
  )
  return didYouMean(format, Object.keys(reporters), `there is ${known.join('; ')}`)
}

/** Bytes, since a message may hold parts in several charsets. */
async function* diffs({files}: {readonly files: AsyncIterable<JudgedFile>}): AsyncGenerator<Uint8Array> {
  for await (const {path, draft, edits} of files) {
    if (edits.length > 0) yield encode(unifiedDiff(path.replace(/^\/+/, ''), draft.source, edits), draft.encoding)
  }
}
