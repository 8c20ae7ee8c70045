import path from 'node:path'
import type {ConfigProblem} from '../config/config-error.js'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left on the disk',
  EROFS: 'the disk is read-only'
}

/** What went wrong with a file, in plain words. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? oneLine(error.message) : String(error))
}

/** The system's name for what went wrong, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What the user asked for can't be done; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function oneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

/** What is to be told about a run that could not be finished, a line each. */
export function messagesOf(error: unknown): string[] {
  if (error instanceof UsageError) return [error.message]
  if (error instanceof Error && 'problems' in error && Array.isArray(error.problems)) return error.problems.map(placed)
  return [`it failed, which is a fault of its own: ${reasonOf(error)} (--verbose shows where)`]
}

/** A problem of the configuration, with its place as editors and terminals know it. */
function placed({message, file, line, column}: ConfigProblem): string {
  if (file === undefined) return oneLine(message)
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return `${path.relative(process.cwd(), file) || file}${place}: ${oneLine(message)}`
}
