import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** What users have set for themselves must not decide how a test ends, nor where its git looks when git runs the tests. */
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
Object.assign(process.env, {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'})

const who = ['-c', 'user.name=Ann Example', '-c', 'user.email=ann@tests.example', '-c', 'protocol.file.allow=always']

/** A git repository with a folder of its own. */
export class Repository {
  /** Takes the repository that is in the folder, else makes one. */
  constructor(
    readonly folder: string,
    ...init: string[]
  ) {
    if (existsSync(folder)) return
    mkdirSync(folder, {recursive: true})
    this.git('init', '--quiet', '--initial-branch=main', ...init)
  }

  /** Takes a tenth of the time that git takes to make one. */
  copy(folder: string): Repository {
    cpSync(this.folder, folder, {recursive: true})
    return new Repository(folder)
  }

  /** @returns what git prints */
  git(...words: string[]): string {
    return execFileSync('git', [...who, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
  }

  /** Whether git does what it is asked. */
  tries(...words: string[]): {readonly done: boolean; readonly said: string} {
    const {status, stdout, stderr} = spawnSync('git', [...who, ...words], {cwd: this.folder, encoding: 'utf8'})
    return {done: status === 0, said: stdout + stderr}
  }

  /** @param name bytes where it is no text */
  write(name: string | Buffer, text: string | Uint8Array): void {
    const file = Buffer.concat([Buffer.from(`${this.folder}/`), Buffer.from(name)])
    mkdirSync(path.dirname(file.toString('utf8')), {recursive: true})
    writeFileSync(file, text)
  }

  stage(name: string | Buffer, text: string | Uint8Array): void {
    this.write(name, text)
    this.git('--literal-pathspecs', 'add', '--force', '--', typeof name === 'string' ? name : '.')
  }

  commit(files: Readonly<Record<string, string | Uint8Array>> = {}): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text)
    this.git('add', '--all', '.')
    this.git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'a commit')
  }
}
