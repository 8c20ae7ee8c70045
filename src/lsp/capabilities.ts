import {type ClientCapabilities, CodeActionKind, type ServerCapabilities} from 'vscode-languageserver/node'
import {tagOpeners} from './completion/index.js'
import {syncKind} from './open-document.js'
import {chooseEncoding, type Encoding} from './positions.js'

/** What the editor can do, as far as it matters here. */
export interface Abilities {
  readonly encoding: Encoding
  /** Asks for diagnostics itself; then none are sent to it, for it would show them twice. */
  readonly pullsDiagnostics: boolean
  readonly versionedEdits: boolean
  readonly snippetEdits: boolean
  readonly createsFiles: boolean
  readonly watchesFiles: boolean
  readonly changesFolders: boolean
  readonly showsLenses: boolean
  readonly nestsSymbols: boolean
  /** What it asks for anew when it is told to. */
  readonly refreshes: {readonly diagnostics: boolean; readonly lenses: boolean; readonly hints: boolean}
}

export function abilitiesOf({general, textDocument, workspace}: ClientCapabilities): Abilities {
  const edits = workspace?.workspaceEdit
  const versionedEdits = edits?.documentChanges === true
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    versionedEdits,
    snippetEdits: versionedEdits && edits?.snippetEditSupport === true,
    createsFiles: versionedEdits && edits?.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    showsLenses: textDocument?.codeLens !== undefined,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
      hints: workspace?.inlayHint?.refreshSupport === true
    }
  }
}

export const fixAll = `${CodeActionKind.SourceFixAll}.coldread`

export function capabilitiesFor({encoding, pullsDiagnostics, showsLenses}: Abilities): ServerCapabilities {
  return {
    positionEncoding: encoding,
    textDocumentSync: {openClose: true, change: syncKind},
    codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, fixAll]},
    hoverProvider: true,
    documentSymbolProvider: {label: 'Coldread'},
    foldingRangeProvider: true,
    completionProvider: {triggerCharacters: [...tagOpeners]},
    workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    // The same in two ways: an editor that shows both would show it twice.
    ...(showsLenses ? {codeLensProvider: {}} : {inlayHintProvider: true}),
    ...(pullsDiagnostics
      ? {diagnosticProvider: {identifier: 'coldread', interFileDependencies: false, workspaceDiagnostics: false}}
      : {})
  }
}
