import {spawn} from 'node:child_process'
import {
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  PublishDiagnosticsNotification
} from 'vscode-languageserver-protocol/node'

export interface Heard {
  readonly initialized: InitializeResult
  readonly diagnostics: readonly Diagnostic[]
}

/** Starts a server as an editor does, opens one draft in it and waits for what it says. */
export async function openDraft(
  command: readonly string[],
  draft: {readonly uri: string; readonly languageId: string; readonly text: string},
  env: NodeJS.ProcessEnv = process.env
): Promise<Heard> {
  const [program = '', ...words] = command
  const server = spawn(program, words, {stdio: ['pipe', 'pipe', 'inherit'], env})
  const connection = createProtocolConnection(server.stdout, server.stdin)
  try {
    connection.listen()
    const params: InitializeParams = {processId: process.pid, rootUri: null, capabilities: {}}
    const initialized = await connection.sendRequest(InitializeRequest.type, params)
    const said = new Promise<readonly Diagnostic[]>((resolve) =>
      connection.onNotification(PublishDiagnosticsNotification.type, ({diagnostics}) => resolve(diagnostics))
    )
    await connection.sendNotification('initialized', {})
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {textDocument: {version: 1, ...draft}})
    return {initialized, diagnostics: await said}
  } finally {
    connection.dispose()
    server.kill()
  }
}
