import {type ClientCapabilities, CodeActionKind, type ServerCapabilities} from 'vscode-languageserver/node'
import {syncKind} from './open-document.js'
import {chooseEncoding, type Encoding} from './positions.js'

/** What the editor can do, as far as it matters here. */
export interface Abilities {
  readonly encoding: Encoding
  /** Asks for diagnostics itself; then none are sent to it, for it would show them twice. */
  readonly pullsDiagnostics: boolean
  readonly versionedEdits: boolean
  readonly snippetEdits: boolean
  readonly watchesFiles: boolean
  readonly refreshesDiagnostics: boolean
}

export function abilitiesOf({general, textDocument, workspace}: ClientCapabilities): Abilities {
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true
  }
}

export const fixAll = `${CodeActionKind.SourceFixAll}.coldread`

export function capabilitiesFor({encoding, pullsDiagnostics}: Abilities): ServerCapabilities {
  return {
    positionEncoding: encoding,
    textDocumentSync: {openClose: true, change: syncKind},
    codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, fixAll]},
    workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    ...(pullsDiagnostics
      ? {diagnosticProvider: {identifier: 'coldread', interFileDependencies: false, workspaceDiagnostics: false}}
      : {})
  }
}
