import type {Colors} from 'picocolors/types.js'
import type {Result} from '../../result.js'

/** A draft that was read and judged. */
export interface LintedFile {
  /** As the user would write it: relative to the working directory, or `<stdin>`. */
  readonly path: string
  readonly absolutePath: string
  /** The text that the findings' places count in. */
  readonly source: string
  readonly result: Result
  /** The text with the safe edits made, where there were any; the findings are those left in it. */
  readonly output?: string
  /** True where each character of the source stands for one byte, because the file is in no charset of its own. */
  readonly bytewise?: boolean
}

/** A file that should have been linted and could not be. */
export interface FailedFile {
  readonly path: string
  readonly absolutePath: string
  readonly why: string
}

/** Counts over the whole run; complete once `files` has been read to its end. */
export interface Totals {
  drafts: number
  draftsWithFindings: number
  errors: number
  warnings: number
  /** Findings with a safe edit that was not made. */
  fixable: number
  suppressed: number
  /** Findings that the baseline accepts. */
  accepted: number
  /** Safe edits that were made. */
  fixed: number
  passedOver: number
  /** Of those passed over, the ones that the user named and the configuration ignores. */
  ignored: number
  /** Files that should have been linted and could not be. */
  failed: number
}

export interface Run {
  /** One after the other, never all at once: memory must not grow with the number of drafts. */
  readonly files: AsyncIterable<LintedFile>
  readonly totals: Readonly<Totals>
  /** Complete, as the totals are, once `files` has been read to its end. */
  readonly failures: readonly FailedFile[]
  /** The file that accepts findings, as the user would write it. */
  readonly baseline?: string
  /** What the run comes to; final once `files` has been read to its end. */
  exitCode(): number
  /** The folder that CI and its viewers count paths from: the checked-out repository, else the working directory. */
  readonly root: string
  /** Where CI has a page for a summary of the job. */
  readonly jobSummary?: JobSummary
  /** What was judged, where that is not every line of the files as they lie there: sentences for people. */
  readonly scope?: string
  /** Only errors are in `files`; a clean run prints nothing. */
  readonly quiet: boolean
  readonly colors: Colors
  /** Columns that a line may take. */
  readonly width: number
}

export interface JobSummary {
  /** Bytes that it may still take. */
  readonly room: number
  write(markdown: string): Promise<void>
}

export interface Reporter {
  readonly summary: string
  /** The report is a whole document for a program or a browser: `--fix-dry-run` puts no diff in its place. */
  readonly isDocument?: true
  /** Yields the report piece by piece, in the order of the files. */
  report(run: Run): AsyncIterable<string>
}

export function defineReporter(reporter: Reporter): Reporter {
  return reporter
}
