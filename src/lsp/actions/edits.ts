import type {SnippetTextEdit, TextEdit, WorkspaceEdit} from 'vscode-languageserver/node'
import type {Edit} from '../../rules/define-rule.js'
import type {WrittenDirective} from '../../suppress/index.js'
import type {Abilities} from '../capabilities.js'
import type {OpenDocument} from '../open-document.js'

/** Edits of an open document, tied to the version that they were made for where the editor can hold them to it. */
export function documentEdit(edits: readonly Edit[], document: OpenDocument, abilities: Abilities): WorkspaceEdit {
  return versioned(
    edits.map((edit) => textEdit(edit, document)),
    document,
    abilities,
    document.version
  )
}

/** Edits of a file that may be open or not. @param document the file as it is on the disk */
export function fileEdit(edits: readonly Edit[], document: OpenDocument, abilities: Abilities): WorkspaceEdit {
  return versioned(
    edits.map((edit) => textEdit(edit, document)),
    document,
    abilities,
    null
  )
}

/** The directive, its reason selected to be written over where the editor knows how. */
export function directiveEdit(
  {edit, reason}: WrittenDirective,
  document: OpenDocument,
  abilities: Abilities
): WorkspaceEdit {
  if (!abilities.snippetEdits) return documentEdit([edit], document, abilities)
  const parts = [
    edit.text.slice(0, reason.start),
    edit.text.slice(reason.start, reason.end),
    edit.text.slice(reason.end)
  ]
  const [before, selected, after] = parts.map((part) => part.replace(/[\\$}]/g, '\\$&'))
  const snippet: SnippetTextEdit = {
    range: document.rangeOf(edit),
    snippet: {kind: 'snippet', value: `${before}\${1:${selected}}${after}`}
  }
  const {uri, version} = document
  return {documentChanges: [{textDocument: {uri, version}, edits: [snippet]}]}
}

function versioned(
  edits: TextEdit[],
  {uri}: OpenDocument,
  {versionedEdits}: Abilities,
  version: number | null
): WorkspaceEdit {
  return versionedEdits ? {documentChanges: [{textDocument: {uri, version}, edits}]} : {changes: {[uri]: edits}}
}

function textEdit({text, ...span}: Edit, document: OpenDocument): TextEdit {
  return {range: document.rangeOf(span), newText: text}
}
