import {spawn} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {rolldown} from 'rolldown'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string | Buffer
  readonly env?: Record<string, string>
  /** Closes standard output when its first characters arrive. */
  readonly hangUp?: boolean
  /** Node's own arguments. */
  readonly node?: readonly string[]
  /** Runs as a user whom permissions bind, also where the tests run as root. */
  readonly unprivileged?: boolean
}

const nobody = 65_534

/** The command line as users get it, bundled, with a folder of its own to work in. */
export class Cli {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'coldread-cli-'))
  readonly program = path.join(this.folder, '.bundle/cli.js')

  /** Bundled once a test file: from its TypeScript source each start would take seconds. */
  static async build(): Promise<Cli> {
    const cli = new Cli()
    const input = {cli: new URL('./cli-with-safe-fix.ts', import.meta.url).pathname}
    const bundle = await rolldown({
      input,
      platform: 'node',
      logLevel: 'silent',
      resolve: {mainFields: ['module', 'main']}
    })
    await bundle.write({dir: path.dirname(cli.program), format: 'esm'})
    writeFileSync(path.join(cli.folder, '.bundle/package.json'), '{"type": "module"}')
    // A temporary folder is its owner's alone; a test may run as somebody else.
    chmodSync(cli.folder, 0o755)
    // The search for a configuration ends here.
    mkdirSync(path.join(cli.folder, '.git'))
    return cli
  }

  file(name: string, text: string | Uint8Array = ''): string {
    const file = path.join(this.folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, text)
    return file
  }

  run(
    args: readonly string[],
    cwd = '.',
    {input = '', env = {}, hangUp = false, node = [], unprivileged = false}: RunOptions = {}
  ): Promise<Ran> {
    const {child, said} = this.start(args, cwd, {env, hangUp, node, unprivileged})
    child.stdin.on('error', () => undefined).end(input)
    return new Promise((resolve) => child.on('close', (code) => resolve({code, ...said})))
  }

  /** As `run`, for a command that goes on: what it said so far, as it comes. */
  start(
    args: readonly string[],
    cwd = '.',
    {env = {}, hangUp = false, node = [], unprivileged = false}: Omit<RunOptions, 'input'> = {}
  ) {
    const {NO_COLOR: _, FORCE_COLOR: __, ...own} = process.env
    const child = spawn(process.execPath, [...node, this.program, ...args], {
      cwd: path.join(this.folder, cwd),
      env: {...own, ...env},
      ...(unprivileged && process.getuid?.() === 0 && {uid: nobody, gid: nobody})
    })
    const said = {out: '', err: ''}
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text
      if (hangUp) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.err += text
    })
    return {child, said}
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}
