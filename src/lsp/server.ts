import {type Connection, DidChangeWatchedFilesNotification, type InitializeResult} from 'vscode-languageserver/node'
import manifest from '../../package.json' with {type: 'json'}
import {baselineName} from '../baseline/node/index.js'
import {configNames} from '../config/node/index.js'
import {answerRequests} from './answers.js'
import {capabilitiesFor} from './capabilities.js'
import {Desk} from './desk.js'
import {diagnose} from './diagnostics/index.js'
import {Push} from './diagnostics/push.js'
import {connect} from './stdio.js'

/** Serves one editor over standard input and output until it is done. */
export function serve(): void {
  const connection = connect()
  const desk = new Desk(connection, () => showAnew(connection, desk, push))
  const push = new Push(connection, desk.documents, (document) => diagnose(document, desk, connection.console))
  connection.onInitialize((params): InitializeResult => {
    desk.open(params)
    const {name, version} = manifest
    return {capabilities: capabilitiesFor(desk.abilities), serverInfo: {name, version}}
  })
  connection.onInitialized(() => follow(connection, desk))
  desk.documents.onDidChangeContent(({document}) => {
    if (!desk.abilities.pullsDiagnostics) push.schedule(document)
  })
  desk.documents.onDidClose(({document}) => push.drop(document))
  desk.documents.listen(connection)
  answerRequests(connection, desk)
  connection.listen()
}

/** Has the editor tell of changed workspace folders, and of configurations where the disk is not ours to watch. */
async function follow(connection: Connection, desk: Desk): Promise<void> {
  connection.onDidChangeWatchedFiles(() => desk.reload())
  if (desk.abilities.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => desk.changeFolders(added, removed))
  }
  if (!desk.abilities.watchesFiles) return
  const watchers = [...configNames, baselineName].map((name) => ({globPattern: `**/${name}`}))
  await connection.client.register(DidChangeWatchedFilesNotification.type, {watchers})
}

/** After a configuration has changed. */
function showAnew(connection: Connection, {documents, abilities}: Desk, push: Push): void {
  const {diagnostics, lenses, hints} = abilities.refreshes
  if (!abilities.pullsDiagnostics) for (const document of documents.all()) push.schedule(document)
  else if (diagnostics) request(connection.languages.diagnostics.refresh())
  if (lenses) request(connection.sendRequest('workspace/codeLens/refresh'))
  if (hints) request(connection.languages.inlayHint.refresh())
}

/** An editor may refuse, or be gone. */
function request(sent: Promise<unknown>): void {
  sent.catch(() => undefined)
}
