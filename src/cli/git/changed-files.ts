import {fields, GitRefused, git} from './git.js'
import type {Repository} from './repository.js'

/** A path that differs from a commit. https://git-scm.com/docs/git-diff-index#_raw_output_format */
export interface ChangedFile {
  readonly status: 'added' | 'changed' | 'unmerged'
  readonly kind: 'file' | 'link' | 'submodule'
  /** As git tells it: from the top of the repository. */
  readonly path: string
  /** What the index holds. */
  readonly staged: string
  /** What the commit held, there and then. */
  readonly before: {readonly blob: string; readonly path: string}
}

const kinds: Readonly<Record<string, ChangedFile['kind']>> = {120000: 'link', 160000: 'submodule'}
const statuses: Readonly<Record<string, ChangedFile['status']>> = {A: 'added', U: 'unmerged'}

/**
 * What the index, or the work tree, has otherwise than the commit; what it has no more is left out.
 * A path that is only announced (`git add --intent-to-add`) is in the work tree and not in the index.
 */
export async function changedFiles(
  {cwd}: Repository,
  commit: string,
  where: 'index' | 'work tree'
): Promise<ChangedFile[]> {
  const options = ['--raw', '-z', '--no-abbrev', '--find-renames', '--diff-filter=d']
  const side = where === 'index' ? ['--cached', '--ita-invisible-in-index'] : []
  const words = fields(await git(cwd, ['diff-index', ...options, ...side, commit, '--']))
  const changed: ChangedFile[] = []
  for (let at = 0; at < words.length; ) {
    const [, mode = '', blob = '', staged = '', letter = ''] = (words[at++] ?? '').split(' ')
    const before = words[at++] ?? ''
    const path = /^[RC]/.test(letter) ? (words[at++] ?? '') : before
    const [status, kind] = [statuses[letter] ?? 'changed', kinds[mode] ?? 'file']
    changed.push({status, kind, path, staged, before: {blob, path: before}})
  }
  return changed
}

/** The commit that is checked out; before the first one the tree that holds nothing. */
export async function headOrNothing(repository: Repository): Promise<string> {
  return (
    (await commitOf('HEAD', repository)) ??
    idIn(await git(repository.cwd, ['hash-object', '-t', 'tree', '--stdin'], ''))
  )
}

/** @returns nothing where no commit goes by that name; `HEAD` is none before the first one */
export async function commitOf(name: string, {cwd}: Repository): Promise<string | undefined> {
  try {
    return idIn(await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
  } catch (error) {
    if (error instanceof GitRefused) return undefined
    throw error
  }
}

export function idIn(output: Buffer): string {
  return output.toString('latin1').trim()
}
