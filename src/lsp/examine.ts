import path from 'node:path'
import {accept} from '../baseline/index.js'
import {lintAndName} from '../lint.js'
import type {Result} from '../result.js'
import type {Email, Format} from '../tree/index.js'
import type {Configurations, FolderSettings} from './config/settings.js'
import type {OpenDocument} from './open-document.js'
import {fileOf} from './places.js'
import {formatOf, isDraft} from './which-draft.js'

/** A draft as it stood in the editor at one moment, with everything that is known of it. */
export interface Examined {
  readonly text: string
  readonly format: Format
  readonly result: Result
  readonly email: Email
  readonly settings: FolderSettings
  /** What the same draft with another text gives. */
  lint(text: string): Promise<Result>
}

/** Why there is nothing to say about a document that should be a draft. */
export class NotExamined extends Error {
  override readonly name = 'NotExamined'
}

interface Known {
  readonly version: number
  readonly examined: Promise<Examined | undefined>
}

/** Reads and judges documents, each version of one only once for all that the editor asks. */
export class Examiner {
  private known = new WeakMap<OpenDocument, Known>()

  constructor(
    private readonly configurations: Configurations,
    private readonly defaultFolder: () => string
  ) {}

  /**
   * What is known of the document as it stands when the answer is given; undefined where it is no draft.
   * @throws NotExamined where the draft can't be read, or a fault of our own
   */
  async examine(document: OpenDocument): Promise<Examined | undefined> {
    for (;;) {
      const {version} = document
      const examined = await this.ofVersion(document).catch((error: unknown) => {
        // Of a text that is gone nobody wants to know what was wrong with it.
        if (document.version === version) throw error
        return undefined
      })
      if (document.version === version) return examined
    }
  }

  /** To be called when the configuration may have changed. */
  forget(): void {
    this.known = new WeakMap()
  }

  private ofVersion(document: OpenDocument): Promise<Examined | undefined> {
    const {version} = document
    const known = this.known.get(document)
    if (known?.version === version) return known.examined
    const examined = this.read(document)
    this.known.set(document, {version, examined})
    return examined
  }

  private async read(document: OpenDocument): Promise<Examined | undefined> {
    const file = fileOf(document.uri)
    const settings = await this.configurations.of(file === undefined ? this.defaultFolder() : path.dirname(file))
    const format = formatOf(document)
    if (!format || !isDraft(document, settings)) return undefined
    const {text} = document
    if (text.length > settings.maxFileSize) throw new NotExamined(tooLong(settings.maxFileSize))
    const options = {format, settings: settings.settingsFor(file), ...(file === undefined ? {} : {file})}
    const accepted = file === undefined ? [] : settings.acceptedIn(file)
    const judge = async (source: string) => {
      const {result, email} = await lintAndName(source, options)
      return {email, result: accept(result, source, accepted, 'accepted in the baseline').result}
    }
    return {...(await judge(text)), text, format, settings, lint: async (other) => (await judge(other)).result}
  }
}

function tooLong(limit: number): string {
  const shown = limit.toLocaleString('en-US')
  return `The draft is longer than ${shown} characters, so it was not read: \`maxFileSize\` in the configuration sets another limit.`
}
