import {type Connection, MessageType, ShowMessageNotification} from 'vscode-languageserver/node'
import type {ConfigProblem} from '../../config/config-error.js'
import {configDiagnostic} from '../diagnostics/diagnostic.js'
import {OpenDocument} from '../open-document.js'
import {textOf, uriOf} from '../places.js'
import type {Encoding} from '../positions.js'

/** Shows what is wrong with configurations on their files, and takes it back once it is mended. */
export class ConfigProblems {
  private readonly byFolder = new Map<string, readonly ConfigProblem[]>()
  private shown: ReadonlySet<string> = new Set()
  private said = ''

  constructor(
    private readonly connection: Connection,
    private readonly encoding: () => Encoding
  ) {}

  async set(folder: string, problems: readonly ConfigProblem[]): Promise<void> {
    if (problems.length === 0 && !this.byFolder.has(folder)) return
    if (problems.length === 0) this.byFolder.delete(folder)
    else this.byFolder.set(folder, problems)
    await this.show()
  }

  private async show(): Promise<void> {
    const byFile = new Map<string, Map<string, ConfigProblem>>()
    for (const problem of [...this.byFolder.values()].flat()) {
      // Of several folders that share a configuration each reports the same.
      const known = byFile.get(problem.file ?? '') ?? new Map<string, ConfigProblem>()
      byFile.set(problem.file ?? '', known.set(JSON.stringify(problem), problem))
    }
    this.tell([...byFile.values()].flatMap((problems) => [...problems.values()]))
    const gone = [...this.shown].filter((file) => !byFile.has(file))
    this.shown = new Set([...byFile.keys()].filter((file) => file !== ''))
    for (const file of gone) await this.connection.sendDiagnostics({uri: uriOf(file), diagnostics: []})
    for (const file of this.shown) await this.send(file, [...(byFile.get(file)?.values() ?? [])])
  }

  private async send(file: string, problems: readonly ConfigProblem[]): Promise<void> {
    const text = await textOf(file)
    const uri = uriOf(file)
    const document = text === undefined ? undefined : OpenDocument.of(uri, 'json', 0, text, this.encoding())
    await this.connection.sendDiagnostics({
      uri,
      diagnostics: problems.map((problem) => configDiagnostic(problem, document))
    })
  }

  /** Once for each change: editors show diagnostics only of files that are open. */
  private tell(problems: readonly ConfigProblem[]): void {
    const text = problems
      .map(({file, line, message}) => `${file ?? 'configuration'}${line ? `:${line}` : ''}: ${message}`)
      .join('\n')
    if (text && text !== this.said) {
      const message = `Coldread goes on with the settings it had, for its configuration can't be used. ${text}`
      // Not the library's own way, by which the editor would have to answer.
      this.connection
        .sendNotification(ShowMessageNotification.type, {type: MessageType.Error, message})
        .catch(() => undefined)
    }
    this.said = text
  }
}
