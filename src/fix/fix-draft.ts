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

/** @param wasMade whether an earlier round put the same in place of the same words */
type ChooseAfter = (finding: Finding, wasMade: (fix: Fix) => boolean) => Fix | undefined

/** An edit may make room for another; two rules that undo each other must not keep us for ever. */
const mostRounds = 10

export async function fixDraft(
  source: string,
  first: Result,
  format: Format,
  lint: (source: string) => Promise<Result>,
  choose: ChooseAfter = safeFix
): Promise<FixedDraft> {
  const before = new Set<string>()
  let draft: FixedDraft = {source, result: first, edits: [], fixes: 0, refused: []}
  for (let round = 0; round < mostRounds; round++) {
    const now = draft.source
    const wasMade = (fix: Fix) => before.has(changeOf(fix, now))
    const {text, edits, made, refused} = applyEdits(now, draft.result.findings, format, (each) => choose(each, wasMade))
    if (edits.length === 0) return {...draft, refused}
    for (const fix of made) before.add(changeOf(fix, now))
    const composed = composeEdits(draft.edits, now, edits)
    draft = {source: text, result: await lint(text), edits: composed, fixes: draft.fixes + made.length, refused}
  }
  return draft
}

/** The safe fix of a finding, else its first suggestion; one that did not silence its finding is not made again. */
export function anyFix(finding: Finding, wasMade: (fix: Fix) => boolean): Fix | undefined {
  return safeFix(finding) ?? finding.fixes.find((fix) => !wasMade(fix))
}

/** What a fix says and does, wherever it stands. */
export function changeOf({message, edits}: Fix, source: string): string {
  const changes = edits.map(({start, end, text}) => [source.slice(start, end), text.replace(/\r\n?/g, '\n')])
  return JSON.stringify([message, changes])
}
