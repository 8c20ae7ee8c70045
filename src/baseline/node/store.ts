import {randomUUID} from 'node:crypto'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {ConfigError} from '../../config/config-error.js'
import {NotWritten, replaceFile} from '../../fix/write-file.js'
import type {Entry} from '../entry.js'
import {formatBaseline, parseBaseline} from '../file.js'

/** A baseline as it was read. */
export interface StoredBaseline {
  readonly file: string
  readonly entries: readonly Entry[]
  /** Undefined where there is no such file. */
  readonly bytes: Buffer | undefined
}

/** @throws ConfigError where there is something that can't be followed; nothing is written over it then */
export async function readBaseline(file: string): Promise<StoredBaseline> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw ConfigError.of(unreadable(error), file)
  })
  return {file, bytes, entries: bytes ? parseBaseline(bytes.toString('utf8'), file) : []}
}

/** Writes the file whole or not at all, and only if it is still as it was read. */
export async function writeBaseline({file, bytes}: StoredBaseline, entries: readonly Entry[]): Promise<void> {
  const after = Buffer.from(formatBaseline(entries))
  if (bytes?.equals(after) || (!bytes && entries.length === 0)) return
  try {
    await (bytes ? replaceFile(file, bytes, after) : createFile(file, after))
  } catch (error) {
    throw ConfigError.of(unwritten(error as NodeJS.ErrnoException), file)
  }
}

async function createFile(file: string, bytes: Uint8Array): Promise<void> {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`)
  try {
    await writeFile(fresh, bytes, {flag: 'wx'})
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, {force: true})
    throw error
  }
}

/** A draft as entries name it: relative to the baseline, so that the project can stand anywhere. */
export function pathInBaseline(baseline: string, draft: string): string {
  return path.relative(path.dirname(baseline), draft).replaceAll(path.sep, '/').normalize()
}

function unreadable({code, message}: NodeJS.ErrnoException): string {
  if (code === 'EISDIR')
    return 'it is a folder and no file of accepted findings; name a file with --suppressions-location'
  if (code === 'EACCES' || code === 'EPERM')
    return 'there is no permission to read it, so nobody knows what was accepted'
  return `it could not be read: ${message}`
}

function unwritten(error: NodeJS.ErrnoException): string {
  if (error instanceof NotWritten)
    return 'it is read-only or another program changed it meanwhile, so it was left as it was; run again'
  if (error.code === 'ENOENT') return 'its folder does not exist, so nothing was written; make the folder first'
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return 'there is no permission to write there, so nothing was accepted'
  return `it could not be written: ${error.message}`
}
