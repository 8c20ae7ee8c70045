import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

/** The file that a URI names; undefined for a document that is no file, such as one that was never saved. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href
}

/** What stands behind the last slash of a URI, for documents that are no files and have a name all the same. */
export function nameIn(uri: string): string {
  return path.posix.basename(uri.replace(/[?#].*$/s, ''))
}

/** A file's text as an editor has it, without a byte order mark; undefined where it can't be read. */
export async function textOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text?.replace(/^\uFEFF/, '')
}
