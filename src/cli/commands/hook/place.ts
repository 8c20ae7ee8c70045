import {lstat, readFile} from 'node:fs/promises'
import path from 'node:path'
import {codeOf, reasonOf, UsageError} from '../../failures.js'
import {fields, GitRefused, git} from '../../git/git.js'
import {openRepository, type Repository, withoutLineEnd} from '../../git/repository.js'
import {keptName, ownerOf} from './script.js'

/** Where git looks for the hook, and what stands there. */
export interface HookPlace {
  readonly repository: Repository
  readonly hook: string
  readonly kept: string
  readonly owner: 'nobody' | ReturnType<typeof ownerOf>
  /** What the hook says, as bytes tell it; empty where it is nobody's or can't be read. */
  readonly text: string
  readonly isKept: boolean
  /** `core.hooksPath` is set for every repository of the user. */
  readonly isShared: boolean
}

export async function findPlace(): Promise<HookPlace> {
  const repository = await openRepository(process.cwd(), '`coldread hook`')
  const {folder, isShared} = await hooksFolder(repository)
  const [hook, kept] = [path.join(folder, 'pre-commit'), path.join(folder, keptName)]
  const isThere = await exists(hook)
  const text = isThere ? await readHook(hook) : ''
  const owner = isThere ? ownerOf(text) : 'nobody'
  return {repository, hook, kept, owner, text, isKept: await exists(kept), isShared}
}

/** As the user would write it. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return (relative.startsWith('..') ? file : relative).replaceAll(path.sep, '/')
}

/** https://git-scm.com/docs/git-config#Documentation/git-config.txt-corehooksPath */
async function hooksFolder({cwd, top}: Repository): Promise<{folder: string; isShared: boolean}> {
  const set = await git(cwd, ['config', '--show-scope', '-z', '--type=path', '--get', 'core.hooksPath']).catch(unset)
  const [scope, folder] = set ? fields(set) : []
  if (folder) return {folder: path.resolve(top, folder), isShared: scope === 'global' || scope === 'system'}
  // The work trees of a repository share their hooks.
  const common = withoutLineEnd(await git(cwd, ['rev-parse', '--git-common-dir']))
  return {folder: path.resolve(cwd, common, 'hooks'), isShared: false}
}

function unset(error: unknown): undefined {
  if (!(error instanceof GitRefused)) throw error
}

/** A link that leads nowhere is there too. */
async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false
  )
}

async function readHook(hook: string): Promise<string> {
  try {
    return await readFile(hook, 'latin1')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw new UsageError(`${shownPath(hook)}: ${reasonOf(error)}, so it was left as it was`)
  }
}
