import type {Fix} from './rules/define-rule.js'
import type {Span} from './tree/index.js'

export type Severity = 'warn' | 'error'

/** One finding, ready for any front. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive. */
export interface Finding extends Span {
  /** The rule's id; `parse` for a file that could not be read as meant, `suppression` for a directive that is wrong. */
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The characters that the finding speaks of, as the buyer sees them. */
  readonly text: string
  /** False where the span holds more than those characters (a base64 part): the message then says so. */
  readonly exact: boolean
  readonly fixes: readonly Fix[]
  /** What the finding rests on, one line a contribution: phrases, words that weigh in a model, structure. */
  readonly detail?: readonly string[]
  /** The draft lacks something: the place is where it belongs, and the words there are not what is wrong. */
  readonly missing?: true
}

/** A finding that was switched off, with the reason that stands beside it. */
export interface SuppressedFinding extends Finding {
  readonly reason: string
  /** Set where a baseline accepts it, not a directive in the draft. */
  readonly by?: 'baseline'
}

export interface Result {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly language: string | undefined
  readonly dialect: string | undefined
}
