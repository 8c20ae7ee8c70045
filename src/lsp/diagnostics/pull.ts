import {createHash} from 'node:crypto'
import {type Connection, DocumentDiagnosticReportKind} from 'vscode-languageserver/node'
import {unlessCancelled} from '../cancel.js'
import type {Desk} from '../desk.js'
import {diagnose} from './index.js'

/** Answers editors that ask for diagnostics. */
export function answerDiagnostics(connection: Connection, desk: Desk): void {
  connection.languages.diagnostics.on(async ({textDocument, previousResultId}, token) => {
    const document = desk.documents.get(textDocument.uri)
    const found = document ? await diagnose(document, desk, connection.console) : []
    const items = [...unlessCancelled(found, token)]
    // By what it says, so that a version or a configuration that changes nothing is not shown anew.
    const resultId = createHash('sha1').update(JSON.stringify(items)).digest('base64')
    return resultId === previousResultId
      ? {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
      : {kind: DocumentDiagnosticReportKind.Full, resultId, items}
  })
}
