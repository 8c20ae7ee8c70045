import {setImmediate} from 'node:timers/promises'
import {type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic} from 'vscode-languageserver/node'
import {applyEdits} from '../../fix/apply-edits.js'
import {fixDraft} from '../../fix/fix-draft.js'
import type {Finding} from '../../result.js'
import {fixAll} from '../capabilities.js'
import type {Desk} from '../desk.js'
import {diagnosticOf, keyOf} from '../diagnostics/diagnostic.js'
import type {Examined} from '../examine.js'
import type {OpenDocument} from '../open-document.js'
import {documentEdit} from './edits.js'
import {suppressActions} from './suppress.js'
import {turnOffAction} from './turn-off.js'

/** What actions are made from. */
export interface Scene {
  readonly draft: Examined
  readonly document: OpenDocument
  readonly desk: Desk
  /** Whether the answer is still waited for and its text still there. */
  isWanted(): boolean
}

/** What the editor may offer at a place of a draft. */
export async function codeActions({range, context}: CodeActionParams, scene: Scene): Promise<CodeAction[]> {
  const {draft, document} = scene
  const wants = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const found = findingsAt(document.offsetAt(range.start), document.offsetAt(range.end), context.diagnostics, draft)
    const diagnosed = found.map((finding) => ({finding, diagnostic: diagnosticOf(finding, document)}))
    // What mends comes before what hides.
    for (const {finding, diagnostic} of diagnosed) actions.push(...fixActions(finding, diagnostic, scene))
    for (const {finding, diagnostic} of diagnosed) {
      // To try suppressions out takes time, in which somebody may type or turn away.
      await setImmediate()
      if (scene.isWanted()) actions.push(...(await hidingActions(finding, diagnostic, scene)))
    }
  }
  if (wants(fixAll)) actions.push(...(await fixAllActions(scene)))
  return actions
}

/** Those that touch the place, and those whose diagnostics the editor names. */
function findingsAt(start: number, end: number, diagnostics: readonly Diagnostic[], {result}: Examined): Finding[] {
  const named = new Set(diagnostics.map(({data}) => (data as {key?: string} | undefined)?.key))
  return result.findings.filter(
    (finding) => (finding.start <= end && finding.end >= start) || named.has(keyOf(finding))
  )
}

function fixActions(finding: Finding, diagnostic: Diagnostic, {draft, document, desk}: Scene): CodeAction[] {
  return finding.fixes.flatMap((fix) => {
    const {edits} = applyEdits(draft.text, [finding], draft.format, () => fix)
    if (edits.length === 0) return []
    const edit = documentEdit(edits, document, desk.abilities)
    const isPreferred = fix.grade === 'safe'
    return [{title: fix.message, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred, edit}]
  })
}

async function hidingActions(finding: Finding, diagnostic: Diagnostic, scene: Scene): Promise<CodeAction[]> {
  const actions = [...(await suppressActions(finding, scene)), ...(await turnOffAction(finding.ruleId, scene))]
  return actions.map((action) => ({...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic]}))
}

async function fixAllActions({draft, document, desk}: Scene): Promise<CodeAction[]> {
  const {edits, fixes} = await fixDraft(draft.text, draft.result, draft.format, draft.lint)
  if (edits.length === 0) return []
  const title = fixes === 1 ? 'Make the safe fix' : `Make all ${fixes} safe fixes`
  return [{title, kind: fixAll, edit: documentEdit(edits, document, desk.abilities)}]
}
