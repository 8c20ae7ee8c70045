import path from 'node:path'
import {commands, type ExtensionContext, type LogOutputChannel, window, workspace} from 'vscode'
import {LanguageClient, TransportKind} from 'vscode-languageclient/node'
import {findServer} from './find-server.js'

const languages = ['markdown', 'plaintext', 'html', 'mail', 'eml']
const schemes = ['file', 'untitled']
const settings = ['coldread.enable', 'coldread.path']

let client: LanguageClient | undefined
/** Starts and stops one after the other, however fast settings change. */
let turn: Promise<void> = Promise.resolve()

export function activate({extensionPath, subscriptions}: ExtensionContext): Promise<void> {
  const shipped = path.join(extensionPath, 'server/coldread.cjs')
  const channel = window.createOutputChannel('Coldread', {log: true})
  const restart = () => inTurn(() => start(shipped, channel))
  subscriptions.push(
    channel,
    commands.registerCommand('coldread.restart', restart),
    commands.registerCommand('coldread.fixAll', fixAll),
    workspace.onDidChangeConfiguration((change) =>
      settings.some((name) => change.affectsConfiguration(name)) ? restart() : undefined
    )
  )
  return restart()
}

export function deactivate(): Promise<void> {
  return inTurn(stop)
}

function inTurn(step: () => Promise<void>): Promise<void> {
  turn = turn.then(step).catch((error: Error) => {
    window.showErrorMessage(`Coldread: ${error.message}`)
  })
  return turn
}

async function start(shipped: string, outputChannel: LogOutputChannel): Promise<void> {
  await stop()
  const wanted = workspace.getConfiguration('coldread')
  if (!wanted.get('enable', true)) return
  const folders = (workspace.workspaceFolders ?? []).map(({uri}) => uri.fsPath)
  const module = findServer({path: wanted.get('path', ''), folders, shipped})
  client = new LanguageClient(
    'coldread',
    'Coldread',
    {module, args: ['lsp'], transport: TransportKind.stdio},
    {
      documentSelector: schemes.flatMap((scheme) => languages.map((language) => ({scheme, language}))),
      diagnosticCollectionName: 'coldread',
      outputChannel
    }
  )
  // Where the server does not start, the client says so itself.
  await client.start().catch(() => undefined)
}

async function stop(): Promise<void> {
  const running = client
  client = undefined
  // One that failed to start can't be stopped.
  if (running?.isRunning()) await running.dispose()
}

async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', {kind: 'source.fixAll.coldread', apply: 'first'})
}
