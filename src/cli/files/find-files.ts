import {type Dirent, readdirSync, type Stats, statSync} from 'node:fs'
import path from 'node:path'
import {formatByName, otherEnding} from '../../drafts.js'
import {reasonOf} from '../failures.js'
import {GitIgnore} from './git-ignore.js'

/** What the arguments of the command line lead to. */
export type Target =
  | {readonly kind: 'stdin'}
  /** `named`: the user wrote this very path, so it is a draft whatever is in it. */
  | {readonly kind: 'file'; readonly file: string; readonly named: boolean}
  | {readonly kind: 'failure'; readonly file: string; readonly why: string}
  | {readonly kind: 'passed-over'; readonly file: string; readonly why: string; readonly named: boolean}

export interface Search {
  readonly cwd: string
  /** The report that is being written, which is no draft wherever it lies. */
  readonly report?: string
  /** Files that the user named are judged as files in a folder are, since it was a program that named them. */
  readonly onlyDrafts?: boolean
  /** Whether the configuration says that the file, or everything in the folder (with a separator), is never linted. */
  isIgnored(file: string): boolean
  /** Whether the configuration names the file as a draft. */
  isIncluded(file: string): boolean
}

/** The files to read, in the order of the arguments and by name in a folder; no file twice. */
export async function* findFiles(paths: readonly string[], search: Search): AsyncGenerator<Target> {
  const asked = paths.length > 0 ? paths : ['.']
  const seen = asked.length > 1 ? new Set<string>() : undefined
  for (const each of asked) {
    for (const target of await targetsOf(each, search)) {
      const key = target.kind === 'stdin' ? '-' : target.file
      if (key === search.report) continue
      if (seen?.has(key)) continue
      seen?.add(key)
      yield target
    }
  }
}

async function targetsOf(asked: string, search: Search): Promise<Iterable<Target>> {
  if (asked === '-') return [{kind: 'stdin'}]
  const file = path.resolve(search.cwd, asked)
  const info = informationOn(file)
  if ('error' in info) return notThere(file, asked, info.error, search)
  if (info.isDirectory()) return walk(file, GitIgnore.forNamed(file), search)
  if (search.isIgnored(file)) return [{kind: 'passed-over', file, why: 'the configuration ignores it', named: true}]
  return [search.onlyDrafts ? judgeName(file, search) : {kind: 'file', file, named: true}]
}

function informationOn(file: string): Stats | {readonly error: unknown} {
  try {
    return statSync(file)
  } catch (error) {
    return {error}
  }
}

/** A name that is no file's may be a glob. */
async function notThere(file: string, asked: string, error: unknown, search: Search): Promise<Iterable<Target>> {
  const {glob, isDynamicPattern} = await import('tinyglobby')
  if (isDynamicPattern(asked)) return matches(await glob(asked, globOptions(search.cwd)), file, search)
  return [{kind: 'failure', file, why: reasonOf(error)}]
}

function globOptions(cwd: string) {
  // A link to a folder may lead back up; links to files are left out with them.
  return {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**']
  }
}

function* matches(files: string[], pattern: string, search: Search): Generator<Target> {
  if (files.length === 0) yield {kind: 'failure', file: pattern, why: 'no file matches'}
  const git = new Map<string, GitIgnore>()
  for (const found of files.sort()) {
    const file = path.normalize(found)
    const folder = path.dirname(file)
    const ignored = git.get(folder) ?? GitIgnore.above(folder)
    git.set(folder, ignored)
    if (!ignored.ignores(file)) yield judgeName(file, search)
  }
}

/** Waits for the disk at each folder: a promise for each of its files would take longer than to list them all. */
function* walk(folder: string, git: GitIgnore, search: Search): Generator<Target> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, {withFileTypes: true})
  } catch (error) {
    yield {kind: 'failure', file: folder, why: reasonOf(error)}
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = `${file}${path.sep}`
      if (!git.ignores(inside) && !search.isIgnored(inside)) yield* walk(file, git.into(file), search)
    } else if (mayBeDraft(file, search) && !git.ignores(file) && isFile(entry, file)) {
      yield judgeName(file, search)
    }
  }
}

/** Files of other kinds are not even counted: a repository is full of them. */
export function mayBeDraft(file: string, search: Search): boolean {
  return formatByName(file) !== undefined || search.isIncluded(file)
}

export function judgeName(file: string, search: Search): Extract<Target, {kind: 'file' | 'passed-over'}> {
  if (search.isIgnored(file)) return {kind: 'passed-over', file, why: 'the configuration ignores it', named: false}
  if (search.isIncluded(file)) return {kind: 'file', file, named: true}
  if (!formatByName(file)) return {kind: 'passed-over', file, why: otherEnding, named: false}
  return {kind: 'file', file, named: false}
}

/** A link to a file is followed, a link to a folder is not: it may lead back up. */
function isFile(entry: Dirent, file: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}
