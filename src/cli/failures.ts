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
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? oneLine(error.message) : String(error))
}

/** The command line was used in a way that has no meaning; the message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** The last word of a run that could not be finished. */
export function tellFailure(error: unknown, verbose: boolean): void {
  process.stderr.write(
    `${messagesOf(error)
      .map((line) => `coldread: ${line}\n`)
      .join('')}`
  )
  if (verbose && error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`)
}

function messagesOf(error: unknown): string[] {
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
