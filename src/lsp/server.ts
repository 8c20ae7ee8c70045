import {homedir} from 'node:os'
import {
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocuments
} from 'vscode-languageserver/node'
import manifest from '../../package.json' with {type: 'json'}
import {type Abilities, abilitiesOf, capabilitiesFor} from './capabilities.js'
import {codeActions} from './code-actions.js'
import {ConfigProblems} from './config-problems.js'
import {diagnosticOf, failureDiagnostic} from './diagnostics.js'
import {type Examined, Examiner, NotExamined} from './examine.js'
import {documentsIn, type OpenDocument} from './open-document.js'
import {fileOf} from './places.js'
import {Push} from './push.js'
import {Configurations} from './settings.js'
import {connect} from './stdio.js'

/** Serves one editor over standard input and output until it is done. */
export function serve(): void {
  new Server(connect()).listen()
}

class Server {
  private abilities: Abilities = abilitiesOf({})
  private folders: string[] = []
  private readonly documents = new TextDocuments(documentsIn(() => this.abilities.encoding))
  private readonly configurations: Configurations
  private readonly examiner: Examiner
  private readonly push: Push

  constructor(private readonly connection: Connection) {
    const problems = new ConfigProblems(connection, () => this.abilities.encoding)
    this.configurations = new Configurations((folder, found) => void problems.set(folder, found))
    this.examiner = new Examiner(this.configurations, () => this.folders[0] ?? homedir())
    this.push = new Push(connection, this.documents, (document) => this.diagnose(document))
  }

  listen(): void {
    this.connection.onInitialize((params) => this.initialize(params))
    this.connection.onInitialized(() => this.initialized())
    this.connection.onDidChangeWatchedFiles(() => this.reload())
    this.followDocuments()
    this.answer()
    this.documents.listen(this.connection)
    this.connection.listen()
  }

  private initialize({capabilities, workspaceFolders, rootUri}: InitializeParams): InitializeResult {
    this.abilities = abilitiesOf(capabilities)
    const uris = workspaceFolders?.map(({uri}) => uri) ?? (rootUri ? [rootUri] : [])
    this.folders = uris.map(fileOf).filter((file) => file !== undefined)
    const {name, version} = manifest
    return {capabilities: capabilitiesFor(this.abilities), serverInfo: {name, version}}
  }

  private async initialized(): Promise<void> {
    if (!this.abilities.watchesFiles) return
    const watchers = ['**/coldread.config.*', '**/package.json'].map((globPattern) => ({globPattern}))
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {watchers})
  }

  private followDocuments(): void {
    // Told of an opened document too, after that it was opened.
    this.documents.onDidChangeContent(({document}) => this.changed(document))
    this.documents.onDidOpen(({document}) => setImmediate(() => this.changed(document, 0)))
    this.documents.onDidClose(({document}) => this.push.drop(document))
  }

  private changed(document: OpenDocument, after?: number): void {
    if (!this.abilities.pullsDiagnostics) this.push.schedule(document, after)
  }

  private answer(): void {
    const {connection} = this
    connection.languages.diagnostics.on(async ({textDocument}) => {
      const document = this.documents.get(textDocument.uri)
      const items = document ? await this.diagnose(document) : []
      return {kind: DocumentDiagnosticReportKind.Full, items: [...items]}
    })
    connection.onCodeAction(async (params) => {
      const document = this.documents.get(params.textDocument.uri)
      const draft = document && (await this.read(document))
      return draft ? codeActions(params, draft, document, this.abilities) : []
    })
  }

  private async diagnose(document: OpenDocument): Promise<readonly Diagnostic[]> {
    try {
      const draft = await this.examiner.examine(document)
      return draft?.result.findings.map((finding) => diagnosticOf(finding, document)) ?? []
    } catch (error) {
      if (!(error instanceof NotExamined)) this.connection.console.error(String((error as Error)?.stack ?? error))
      return [failureDiagnostic(error)]
    }
  }

  /** For everything but diagnostics, which tell of a failure, a draft that can't be read is like none. */
  private read(document: OpenDocument): Promise<Examined | undefined> {
    return this.examiner.examine(document).catch(() => undefined)
  }

  private reload(): void {
    this.configurations.forget()
    this.examiner.forget()
    for (const document of this.documents.all()) this.changed(document, 0)
    if (this.abilities.refreshesDiagnostics) void this.connection.languages.diagnostics.refresh()
  }
}
