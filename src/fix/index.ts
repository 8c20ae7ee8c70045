import {formatOf} from '../format-of.js'
import {type LintOptions, lint} from '../lint.js'
import type {Result} from '../result.js'
import type {Edit} from '../rules/define-rule.js'
import type {Refusal} from './apply-edits.js'
import {anyFix, fixDraft} from './fix-draft.js'

export interface FixOptions extends LintOptions {
  /**
   * Also makes the first suggestion of each finding that has no safe fix. Suggestions reword what a person wrote: let
   * one read the outcome.
   */
  readonly suggestions?: boolean
}

export interface Fixed {
  /** The draft with the fixes made; the same text where there was none to make. */
  readonly output: string
  /** What is left to say about `output`; places count in it. */
  readonly result: Result
  /** From the draft to `output`, in order of place, without overlaps; offsets count in the draft, in UTF-16 units. */
  readonly edits: readonly Edit[]
  /** How many fixes were made. */
  readonly fixes: number
  /** Fixes that would have damaged the draft (inside an encoded part of a message, say), each with the reason. */
  readonly refused: readonly Refusal[]
}

/**
 * Makes the safe fixes of a draft and judges what comes out, until none is left to make. Fixing `output` again changes
 * nothing.
 * @throws ConfigError and TypeError as `lint` does
 */
export async function fix(source: string, {suggestions = false, ...options}: FixOptions = {}): Promise<Fixed> {
  const judge = (text: string) => lint(text, options)
  const format = options.format ?? formatOf(options.file)
  const fixed = await fixDraft(source, await judge(source), format, judge, suggestions ? anyFix : undefined)
  const {source: output, result, edits, fixes, refused} = fixed
  return {output, result, edits, fixes, refused}
}
