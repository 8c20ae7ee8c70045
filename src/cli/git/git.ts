import {execFile, spawn} from 'node:child_process'
import {oneLine, UsageError} from '../failures.js'

/** Git ran and refused; the message is its own. */
export class GitRefused extends Error {
  override readonly name = 'GitRefused'
}

/** What users set for their own eyes must not change what a program reads. The commands asked here heed no such settings. */
const unset = /^GIT_(?:DIFF_OPTS|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/

/**
 * Where the repository, the index and the objects are, a hook may have been told in the environment: that stays.
 * Nothing is written, not even what git found out by the way, since another git may run at the same time.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !unset.test(name))
  return {...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C'}
}

/** @throws GitRefused where git ends with another code than 0 */
export function git(cwd: string, words: readonly string[], input?: string): Promise<Buffer> {
  const options = {cwd, env: environment(), encoding: 'buffer', maxBuffer: Infinity, windowsHide: true} as const
  return new Promise((resolve, reject) => {
    const child = execFile('git', words, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout)
      else reject(typeof error.code === 'number' ? new GitRefused(whatGitSaid(stderr)) : notRunnable(error))
    })
    // Git that ends early, for a reason of its own, takes no more.
    child.stdin?.on('error', () => undefined).end(input)
  })
}

/** Git to talk with: what is written to it is answered. */
export function startGit(cwd: string, words: readonly string[]) {
  const child = spawn('git', words, {
    cwd,
    env: environment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true
  })
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  return child
}

/** What git wrote between zero bytes: paths may hold anything else. */
export function fields(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1)
}

function whatGitSaid(stderr: Buffer): string {
  return oneLine(stderr.toString('utf8')).replace(/^(?:fatal|error): /, '') || 'it did not say why'
}

function notRunnable(error: Error & {readonly code?: unknown}): Error {
  return error.code === 'ENOENT'
    ? new UsageError('git could not be started: it is not installed, or not on the PATH')
    : new UsageError(`git could not be started: ${error.message}`)
}
