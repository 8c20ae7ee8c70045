import path from 'node:path'
import {UsageError} from '../failures.js'
import {GitRefused, git} from './git.js'

export interface Repository {
  /** Where git is asked from, so that what the environment says of places holds. */
  readonly cwd: string
  /** The top folder of the work tree. */
  readonly top: string
}

/** @param asker the option or command that needs a repository, for the message where there is none */
export async function openRepository(cwd: string, asker: string): Promise<Repository> {
  try {
    return {cwd, top: path.normalize(withoutLineEnd(await git(cwd, ['rev-parse', '--show-toplevel'])))}
  } catch (error) {
    throw error instanceof GitRefused ? new UsageError(whyNone(error.message, asker)) : error
  }
}

/** Absolute, of a path as git tells it. */
export function absolute({top}: Repository, file: string): string {
  return path.join(top, file)
}

export function isOutside({top}: Repository, file: string): boolean {
  const relative = path.relative(top, file)
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
}

/** Git ends a path that it gives alone with one line feed; others are the path's own. */
export function withoutLineEnd(output: Buffer): string {
  return output.toString('utf8').replace(/\r?\n$/, '')
}

function whyNone(said: string, asker: string): string {
  if (said.startsWith('not a git repository'))
    return `${asker} needs a git repository, and this folder is in none; \`git init\` makes one`
  if (said.includes('must be run in a work tree'))
    return `${asker} needs a work tree, and this repository is bare or this is its .git folder; run it in a clone`
  return `${asker}: git refused: ${said}`
}
