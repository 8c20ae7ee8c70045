import {realpath} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../failures.js'
import {isOutside, type Repository} from './repository.js'

type Test = (file: string) => boolean

/**
 * Whether a search in the work tree that begins at the paths would come to a file; at the top of the repository where
 * there is no path. The files themselves need not be there: what is staged may be gone from the work tree.
 */
export async function narrowing(paths: readonly string[], repository: Repository): Promise<Test> {
  if (paths.length === 0) return isBelow(repository.top)
  const tests = (await Promise.all(paths.map((asked) => testsFor(asked, repository)))).flat()
  return (file) => tests.some((test) => test(file))
}

async function testsFor(asked: string, repository: Repository): Promise<Test[]> {
  const file = path.resolve(repository.cwd, asked)
  const real = await realpath(file).catch(() => file)
  if (isOutside(repository, file) && isOutside(repository, real))
    throw new UsageError(`${asked} lies outside of the repository ${repository.top}, so git knows nothing of it`)
  return [isBelow(file), isBelow(real), ...(await globTest(asked, repository.cwd))]
}

async function globTest(asked: string, cwd: string): Promise<Test[]> {
  const {isDynamicPattern} = await import('tinyglobby')
  if (!isDynamicPattern(asked)) return []
  const {default: picomatch} = await import('picomatch')
  const matches = picomatch(asked.replace(/^\.\//, ''), {ignore: ['**/node_modules/**', '**/.git/**']})
  return [(file) => matches(path.relative(cwd, file).replaceAll(path.sep, '/'))]
}

/** A walk goes into no folder with a dot before its name, and not among the dependencies. */
function isBelow(root: string): Test {
  const start = root.endsWith(path.sep) ? root : root + path.sep
  return (file) => file === root || (file.startsWith(start) && file.slice(start.length).split(path.sep).every(isWalked))
}

function isWalked(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules'
}
