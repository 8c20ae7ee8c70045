import {spawn} from 'node:child_process'
import {chmodSync, readFileSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {expect} from 'vitest'
import {Cli} from './cli.js'

/** Switches the rule on that the bundle for tests has, with an edit that no real rule's changes can touch. */
export const spelling = JSON.stringify({rules: {'test-spelling': 'error'}})

export interface Visit {
  /** The draft, from the root of the command's folder. */
  readonly name: string
  readonly text: string
  /** Goes to the editor's script with the draft's path: a finding, and the action that is picked there. */
  readonly task?: {readonly at: string; readonly pick: string}
}

/** Has an editor, in a process of its own, do with one draft what its script says. */
export class Editor {
  private constructor(
    readonly cli: Cli,
    private readonly bin: string
  ) {}

  static async build(): Promise<Editor> {
    const cli = await Cli.build()
    const command = cli.file('.bin/coldread', `#!/bin/sh\nexec "${process.execPath}" "${cli.program}" "$@"\n`)
    chmodSync(command, 0o755)
    return new Editor(cli, path.dirname(command))
  }

  /**
   * @param commandLine given what begins a path in the draft's folder
   * @returns what the script saw, and the file as it was left
   */
  async visit<Seen>(
    {name, text, task}: Visit,
    commandLine: (place: (file: string, text: string) => string) => string[]
  ) {
    const file = realpathSync(this.cli.file(name, text))
    const folder = path.dirname(file)
    const env = {
      ...process.env,
      PATH: [this.bin, process.env.PATH].join(path.delimiter),
      HOME: folder,
      XDG_STATE_HOME: path.join(folder, '.state'),
      XDG_CONFIG_HOME: path.join(folder, '.config'),
      TASK: this.cli.file(`${name}.task`, JSON.stringify({file, ...task})),
      SEEN: `${file}.seen`
    }
    const [program = '', ...words] = commandLine((own, recipe) => this.cli.file(`${name}.${own}`, recipe))
    const child = spawn(program, words, {cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000})
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (piece) => {
      said += piece
    })
    await new Promise((resolve) => child.on('close', resolve))
    const seen: Seen & {failure?: string} = JSON.parse(readFileSync(env.SEEN, 'utf8'))
    expect(seen.failure, said).toBeUndefined()
    return {...seen, said, saved: readFileSync(file, 'utf8')}
  }

  remove(): void {
    this.cli.remove()
  }
}
