import type {Connection, Diagnostic, TextDocuments} from 'vscode-languageserver/node'
import type {OpenDocument} from '../open-document.js'

/** How long nothing must have been typed before a draft is judged: below what a reader notices, above a fast typist's pace. */
const quiet = 150

/** Sends diagnostics to an editor that does not ask for them: when a document was opened, and when typing pauses. */
export class Push {
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly shown = new WeakSet<OpenDocument>()
  /** A huge draft must not keep the server busy after every pause. */
  private lastTook = 0

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<OpenDocument>,
    private readonly diagnose: (document: OpenDocument) => Promise<readonly Diagnostic[]>
  ) {}

  /** Anything that waits for the same document is dropped. */
  schedule(document: OpenDocument): void {
    clearTimeout(this.timers.get(document.uri))
    const after = this.shown.has(document) ? Math.max(quiet, this.lastTook) : 0
    const run = () => {
      this.timers.delete(document.uri)
      // Nothing more can be told to an editor that is gone.
      this.send(document).catch(() => undefined)
    }
    this.timers.set(document.uri, setTimeout(run, after))
  }

  /** What was shown of a closed document is taken back. */
  drop({uri}: OpenDocument): void {
    clearTimeout(this.timers.get(uri))
    this.timers.delete(uri)
    this.connection.sendDiagnostics({uri, diagnostics: []}).catch(() => undefined)
  }

  private async send(document: OpenDocument): Promise<void> {
    const began = performance.now()
    const diagnostics = await this.diagnose(document)
    this.lastTook = performance.now() - began
    const {uri, version} = document
    // Closed meanwhile; or typed on, and then the next answer is waited for.
    if (this.documents.get(uri) !== document || this.timers.has(uri)) return
    this.shown.add(document)
    await this.connection.sendDiagnostics({uri, version, diagnostics: [...diagnostics]})
  }
}
