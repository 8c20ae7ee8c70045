import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit
} from 'vscode-languageserver/node'
import {applyEdits} from '../fix/apply-edits.js'
import {fixDraft} from '../fix/fix-draft.js'
import type {Finding} from '../result.js'
import type {Edit} from '../rules/define-rule.js'
import {type Abilities, fixAll} from './capabilities.js'
import {diagnosticOf, keyOf} from './diagnostics.js'
import type {Examined} from './examine.js'
import type {OpenDocument} from './open-document.js'

/** What the editor may offer at a place of a draft. */
export async function codeActions(
  {range, context}: CodeActionParams,
  draft: Examined,
  document: OpenDocument,
  abilities: Abilities
): Promise<CodeAction[]> {
  const editOf = (edits: readonly Edit[]) => workspaceEdit(edits, document, abilities)
  const wants = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true
  const asked = findingsAt(document.offsetAt(range.start), document.offsetAt(range.end), context.diagnostics, draft)
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of asked) actions.push(...quickFixes(finding, draft, diagnosticOf(finding, document), editOf))
  }
  if (wants(fixAll)) actions.push(...(await fixAllActions(draft, editOf)))
  return actions
}

type EditOf = (edits: readonly Edit[]) => WorkspaceEdit

/** Those that touch the place, and those whose diagnostics the editor names. */
function findingsAt(start: number, end: number, diagnostics: readonly Diagnostic[], {result}: Examined): Finding[] {
  const named = new Set(diagnostics.map(({data}) => (data as {key?: string} | undefined)?.key))
  return result.findings.filter(
    (finding) => (finding.start <= end && finding.end >= start) || named.has(keyOf(finding))
  )
}

function quickFixes(finding: Finding, {text, format}: Examined, diagnostic: Diagnostic, editOf: EditOf): CodeAction[] {
  return finding.fixes.flatMap((fix) => {
    const {edits} = applyEdits(text, [finding], format, () => fix)
    if (edits.length === 0) return []
    const isPreferred = fix.grade === 'safe'
    return [
      {title: fix.message, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred, edit: editOf(edits)}
    ]
  })
}

async function fixAllActions({text, result, format, lint}: Examined, editOf: EditOf): Promise<CodeAction[]> {
  const {edits, fixes} = await fixDraft(text, result, format, lint)
  if (edits.length === 0) return []
  const title = fixes === 1 ? 'Make the safe fix' : `Make all ${fixes} safe fixes`
  return [{title, kind: fixAll, edit: editOf(edits)}]
}

/** Tied to the version that the edits were made for, where the editor can hold them to it. */
export function workspaceEdit(
  edits: readonly Edit[],
  document: OpenDocument,
  {versionedEdits}: Abilities
): WorkspaceEdit {
  const {uri, version} = document
  const textEdits = edits.map(({text, ...span}) => ({range: document.rangeOf(span), newText: text}))
  if (!versionedEdits) return {changes: {[uri]: textEdits}}
  return {documentChanges: [{textDocument: {uri, version}, edits: textEdits}]}
}
