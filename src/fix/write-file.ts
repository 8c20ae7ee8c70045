import {randomUUID} from 'node:crypto'
import {constants} from 'node:fs'
import {access, open, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'

/** The file was left as it was; the message says why. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}

/**
 * Puts `after` in place of `before`, whole or not at all: a new file beside the old one takes its name at the end.
 * A symbolic link stays one, and its target is what changes.
 */
export async function replaceFile(file: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const target = await realpath(file)
  const {mode} = await stat(target)
  if (!(await isWritable(target, mode))) throw new NotWritten('the file is read-only, so its fixes were not made')
  const fresh = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`)
  try {
    await writeAll(fresh, after, mode)
    // Looked at last, so that as little time as can be lies between the look and the change of names.
    if (!Buffer.from(before).equals(await readFile(target))) {
      throw new NotWritten('the file changed while it was being fixed, so its fixes were not made; run again')
    }
    await rename(fresh, target)
  } catch (error) {
    await rm(fresh, {force: true})
    throw error
  }
}

/** A rename asks only the folder, and a superuser is asked for nothing: the file's own mode is what its owner meant. */
async function isWritable(file: string, mode: number): Promise<boolean> {
  if ((mode & 0o222) === 0) return false
  return access(file, constants.W_OK).then(
    () => true,
    () => false
  )
}

async function writeAll(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode & 0o7777)
  try {
    await handle.writeFile(bytes)
    // `open` takes the umask off the mode.
    await handle.chmod(mode & 0o7777)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
