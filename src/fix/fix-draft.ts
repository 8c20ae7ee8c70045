import type {Result} from '../result.js'
import type {Edit} from '../rules/define-rule.js'
import type {Format} from '../tree/index.js'
import {applyEdits, type Choose, type Refusal, safeFix} from './apply-edits.js'
import {composeEdits} from './compose-edits.js'

export interface FixedDraft {
  readonly source: string
  /** What is left to say about the text as it is now. */
  readonly result: Result
  /** From the first text to the last. */
  readonly edits: readonly Edit[]
  readonly fixes: number
  readonly refused: readonly Refusal[]
}

/** An edit may make room for another; two rules that undo each other must not keep us for ever. */
const mostRounds = 10

export async function fixDraft(
  source: string,
  first: Result,
  format: Format,
  lint: (source: string) => Promise<Result>,
  choose: Choose = safeFix
): Promise<FixedDraft> {
  let draft: FixedDraft = {source, result: first, edits: [], fixes: 0, refused: []}
  for (let round = 0; round < mostRounds; round++) {
    const {text, edits, made, refused} = applyEdits(draft.source, draft.result.findings, format, choose)
    if (edits.length === 0) return {...draft, refused}
    const composed = composeEdits(draft.edits, draft.source, edits)
    draft = {source: text, result: await lint(text), edits: composed, fixes: draft.fixes + made.length, refused}
  }
  return draft
}
