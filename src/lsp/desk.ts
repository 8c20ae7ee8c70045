import path from 'node:path'
import {type Connection, type InitializeParams, TextDocuments, type WorkspaceFolder} from 'vscode-languageserver/node'
import {type Abilities, abilitiesOf} from './capabilities.js'
import {ConfigProblems} from './config/problems.js'
import {Configurations} from './config/settings.js'
import {watchConfigs} from './config/watch.js'
import {type Examined, Examiner} from './examine.js'
import {documentsIn, type OpenDocument} from './open-document.js'
import {fileOf} from './places.js'

/** What lies open in the editor, and what is known of it. */
export class Desk {
  abilities: Abilities = abilitiesOf({})
  readonly documents = new TextDocuments(documentsIn(() => this.abilities.encoding))
  private folders: readonly string[] = []
  private readonly configurations: Configurations
  private readonly examiner: Examiner
  private readonly watch = watchConfigs(() => this.reload())

  /** @param onReload called when configurations may have changed */
  constructor(
    connection: Connection,
    private readonly onReload: () => void
  ) {
    const problems = new ConfigProblems(connection, () => this.abilities.encoding)
    this.configurations = new Configurations((folder, {files}, found) => {
      this.watch(folder, [...files, ...found.flatMap(({file}) => file ?? [])], found.length > 0)
      problems.set(folder, found).catch(() => undefined)
    })
    this.examiner = new Examiner(this.configurations, () => this.folders[0] ?? process.cwd())
  }

  open({capabilities, workspaceFolders, rootUri}: InitializeParams): void {
    this.abilities = abilitiesOf(capabilities)
    this.folders = filesOf(workspaceFolders ?? (rootUri ? [{uri: rootUri}] : []))
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(filesOf(removed))
    this.folders = [...this.folders.filter((folder) => !gone.has(folder)), ...filesOf(added)]
  }

  /** The workspace folder that a document belongs to; of a file outside of all, its own folder. */
  homeOf({uri}: OpenDocument): string | undefined {
    const file = fileOf(uri)
    if (file === undefined) return this.folders[0]
    const around = this.folders.filter((folder) => file.startsWith(folder + path.sep))
    return around.sort((a, b) => b.length - a.length)[0] ?? path.dirname(file)
  }

  /** @throws what stands in the way of reading the draft */
  examine(document: OpenDocument): Promise<Examined | undefined> {
    return this.examiner.examine(document)
  }

  /** For all but diagnostics, which tell why: a draft that can't be read is like none. */
  async read(document: OpenDocument | undefined): Promise<Examined | undefined> {
    return document && this.examine(document).catch(() => undefined)
  }

  reload(): void {
    this.configurations.forget()
    this.examiner.forget()
    this.onReload()
  }
}

function filesOf(folders: readonly {readonly uri: string}[]): string[] {
  return folders.map(({uri}) => fileOf(uri)).filter((file) => file !== undefined)
}
