import type {Finding, Result} from '../result.js'
import type {Edit, Fix} from '../rules/define-rule.js'
import type {Format} from '../tree/index.js'
import {applyEdits, type Refusal, safeFix} from './apply-edits.js'
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

/** @param before the fixes made in earlier rounds */
type ChooseAfter = (finding: Finding, before: readonly Fix[]) => Fix | undefined

/** An edit may make room for another; two rules that undo each other must not keep us for ever. */
const mostRounds = 10

export async function fixDraft(
  source: string,
  first: Result,
  format: Format,
  lint: (source: string) => Promise<Result>,
  choose: ChooseAfter = safeFix
): Promise<FixedDraft> {
  const before: Fix[] = []
  let draft: FixedDraft = {source, result: first, edits: [], fixes: 0, refused: []}
  for (let round = 0; round < mostRounds; round++) {
    const {text, edits, made, refused} = applyEdits(draft.source, draft.result.findings, format, (finding) =>
      choose(finding, before)
    )
    if (edits.length === 0) return {...draft, refused}
    before.push(...made)
    const composed = composeEdits(draft.edits, draft.source, edits)
    draft = {source: text, result: await lint(text), edits: composed, fixes: before.length, refused}
  }
  return draft
}
