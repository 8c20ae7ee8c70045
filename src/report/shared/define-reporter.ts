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
  /** Only errors are in `files`; a clean run prints nothing. */
  readonly quiet: boolean
  readonly colors: Colors
  /** Columns that a line may take. */
  readonly width: number
}

export interface Reporter {
  readonly summary: string
  /** Yields the report piece by piece, in the order of the files. */
  report(run: Run): AsyncIterable<string>
}

export function defineReporter(reporter: Reporter): Reporter {
  return reporter
}
