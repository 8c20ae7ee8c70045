import type {CodeAction} from 'vscode-languageserver/node'
import {rewrite} from '../../fix/rewrite.js'
import type {Finding, Result} from '../../result.js'
import {suppressHere, suppressInFile, type WrittenDirective} from '../../suppress/index.js'
import type {Examined} from '../examine.js'
import {directiveEdit} from './edits.js'
import type {Scene} from './index.js'

/** Directives that switch a finding off, each tried out before it is offered. */
export async function suppressActions(finding: Finding, {draft, document, desk}: Scene): Promise<CodeAction[]> {
  if (finding.ruleId === 'suppression') return []
  const {ruleId} = finding
  const ways = [
    {title: `Suppress ${ruleId} here, with a reason`, written: suppressHere(finding, draft.email)},
    {title: `Suppress ${ruleId} in this file, with a reason`, written: suppressInFile(ruleId, draft.email)}
  ]
  const actions: CodeAction[] = []
  for (const {title, written} of ways) {
    const works = await firstThatWorks(written, finding, draft)
    if (works) actions.push({title, edit: directiveEdit(works, document, desk.abilities)})
  }
  return actions
}

async function firstThatWorks(
  written: readonly WrittenDirective[],
  finding: Finding,
  draft: Examined
): Promise<WrittenDirective | undefined> {
  for (const each of written) {
    const after = await draft.lint(rewrite(draft.text, [each.edit]))
    if (isGone(finding, each, after) && addsNothing(draft.result, after)) return each
  }
  return undefined
}

function isGone({ruleId, start}: Finding, {edit}: WrittenDirective, {findings}: Result): boolean {
  const moved = start < edit.start ? start : start + edit.text.length
  return !findings.some((finding) => finding.ruleId === ruleId && finding.start === moved)
}

function addsNothing(before: Result, after: Result): boolean {
  const left = before.findings.map(({ruleId}) => ruleId)
  return after.findings.every(({ruleId}) => {
    const index = left.indexOf(ruleId)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}
