import {realpath} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {reasonOf, UsageError} from '../cli/failures.js'

/** A file that a client may have read, and the folder that allows it. */
export interface Reached {
  readonly file: string
  readonly folder: string
}

/** The folders of a client's roots; those that are no folders on this machine are left out. */
export function foldersOf(roots: readonly {readonly uri: string}[]): string[] {
  return roots.flatMap(({uri}) => {
    try {
      return [fileURLToPath(uri)]
    } catch {
      return []
    }
  })
}

/**
 * Finds the file in the first folder that has it. Symbolic links are resolved first: one that leads out of the folders
 * leads out of reach.
 * @throws UsageError where there is none, or where it lies outside of all folders
 */
export async function reach(asked: string, folders: readonly string[]): Promise<Reached> {
  const allowed = await realFolders(folders)
  let why = ''
  for (const folder of allowed) {
    try {
      const file = await realpath(path.resolve(folder, asked))
      const owner = allowed.find((each) => isBelow(file, each))
      if (owner) return {file, folder: owner}
      why = `it lies outside of ${allowed.join(', ')}, where drafts may be read`
    } catch (error) {
      why ||= reasonOf(error)
    }
  }
  throw new UsageError(`${asked}: ${why}`)
}

/** @throws UsageError where no folder is left: the whole disk is none, though clients do start servers in it */
async function realFolders(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)))
  const real = found.filter((folder) => folder !== undefined && path.dirname(folder) !== folder) as string[]
  if (real.length > 0) return real
  const named = folders.length > 0 ? ` (not ${folders.join(', ')})` : ''
  throw new UsageError(
    `there is no folder in which drafts may be read${named}: start \`coldread mcp\` in one, or name it, as in \`coldread mcp /home/ann/drafts\``
  )
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
