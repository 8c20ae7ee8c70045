import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {bundleCommand} from '../../src/build/command.js'
import {root} from './files.js'

export interface BuiltCommand {
  readonly program: string
  /** A folder for `PATH`, in which the command has its name. */
  readonly bin: string
  remove(): void
}

/** The command as users install it, in a folder of its own. */
export async function buildCommand(): Promise<BuiltCommand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'coldread-built-'))
  await bundleCommand(root, path.join(folder, 'cli'))
  const program = path.join(folder, 'cli/coldread.cjs')
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(program, path.join(bin, 'coldread'))
  return {program, bin, remove: () => rmSync(folder, {recursive: true, force: true})}
}
