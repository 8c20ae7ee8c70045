import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'

export interface Wanted {
  /** What the user set; empty where nothing is. */
  readonly path: string
  readonly folders: readonly string[]
  /** The program that comes with the extension. */
  readonly shipped: string
}

/** The program to start: the one that the user names, the project's own, or the one that comes with the extension. */
export function findServer({path: named, folders, shipped}: Wanted): string {
  if (named !== '') return programAt(path.resolve(folders[0] ?? '', named))
  for (const folder of folders) {
    const own = packageSeenFrom(folder)
    if (own !== undefined) return programAt(own)
  }
  return shipped
}

/** As Node would find it, so that a package above the folder counts too. */
function packageSeenFrom(folder: string): string | undefined {
  try {
    return path.dirname(createRequire(path.join(folder, 'package.json')).resolve('coldread/package.json'))
  } catch {
    return undefined
  }
}

function programAt(folder: string): string {
  const program = programOf(folder)
  if (program !== undefined && existsSync(program)) return program
  throw new Error(
    `No Coldread was found at ${folder}, so drafts are not judged. Install it there, or point the setting coldread.path at the folder of a coldread package.`
  )
}

function programOf(folder: string): string | undefined {
  try {
    const {bin} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return typeof bin?.coldread === 'string' ? path.join(folder, bin.coldread) : undefined
  } catch {
    return undefined
  }
}
