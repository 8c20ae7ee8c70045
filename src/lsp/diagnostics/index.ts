import type {Diagnostic, RemoteConsole} from 'vscode-languageserver/node'
import type {Desk} from '../desk.js'
import {NotExamined} from '../examine.js'
import type {OpenDocument} from '../open-document.js'
import {diagnosticOf, failureDiagnostic} from './diagnostic.js'

/** What there is to say about a document; of one that is no draft, nothing. Never rejects. */
export async function diagnose(document: OpenDocument, desk: Desk, log: RemoteConsole): Promise<readonly Diagnostic[]> {
  try {
    const draft = await desk.examine(document)
    return draft?.result.findings.map((finding) => diagnosticOf(finding, document)) ?? []
  } catch (error) {
    if (!(error instanceof NotExamined)) log.error(String(error instanceof Error ? error.stack : error))
    return [failureDiagnostic(error)]
  }
}
