import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {codeOf, reasonOf} from '../failures.js'
import {buildId} from './build-id.js'
import {formatCache, parseCache} from './file.js'
import {CachedResults} from './results.js'

const folderName = '.coldreadcache'
const fileName = 'results'

/** Results that stay for the next run. */
export interface Cache {
  readonly results: CachedResults
  save(): void
}

/**
 * @param asked the place that the user names
 * @param base the folder that has the cache where none is named
 * @param tell takes what keeps the cache from being read or written, which never stops a run
 */
export function openCache(asked: string | undefined, cwd: string, base: string, tell: (line: string) => void): Cache {
  const file = asked === undefined ? path.join(base, folderName, fileName) : namedFile(path.resolve(cwd, asked), asked)
  const build = buildId()
  if (build === undefined) {
    tell('--cache needs the built command; run from its sources it keeps nothing')
    return {results: new CachedResults(), save: () => undefined}
  }
  const {results, error} = readCache(file, build)
  if (error) tell(`the cache could not be read, so every draft is judged anew: ${file}: ${reasonOf(error)}`)
  const save = () => {
    if (error || !results.changed) return
    const failure = writeCache(file, formatCache(results.toKeep(), build))
    if (failure)
      tell(`the cache could not be written, so the next run judges every draft anew: ${file}: ${whyNot(failure)}`)
    else results.changed = false
  }
  return {results, save}
}

/** As with ESLint, a name that ends like a folder's is a folder's. */
function namedFile(file: string, asked: string): string {
  return /[\\/]$/.test(asked) ? path.join(file, fileName) : file
}

function readCache(file: string, build: string): {results: CachedResults; error?: unknown} {
  try {
    return {results: parseCache(readFileSync(file), build) ?? new CachedResults()}
  } catch (error) {
    return {results: new CachedResults(), ...(codeOf(error) === 'ENOENT' ? {} : {error})}
  }
}

/** A file of its own takes the name at the end: two runs at once leave the whole file of one of them. */
function writeCache(file: string, bytes: Buffer): unknown {
  const fresh = `${file}.${randomUUID()}.tmp`
  try {
    makeFolder(path.dirname(file))
    writeFileSync(fresh, bytes)
    renameSync(fresh, file)
    return undefined
  } catch (error) {
    removeIfThere(fresh)
    return error
  }
}

function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file, {force: true})
}

/** Git is told to pass it by, so that nobody has to add it to a list. */
function makeFolder(folder: string): void {
  const isOurs = path.basename(folder) === folderName && !existsSync(folder)
  mkdirSync(folder, {recursive: true})
  if (isOurs) writeFileSync(path.join(folder, '.gitignore'), '*\n')
}

function whyNot(error: unknown): string {
  const code = codeOf(error)
  return code === 'EACCES' || code === 'EPERM' ? 'no permission to write there' : reasonOf(error)
}
