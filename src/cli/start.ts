import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {constants, Script} from 'node:vm'

/**
 * The command's first lines. Compiling its code costs more than running it on one draft, so V8's compiled form is kept
 * beside the bundle and read again. A form of another Node, or one cut short, is refused by V8 and made anew; where the
 * folder can't be written, every start compiles.
 */
const folder = __dirname
const store = path.join(folder, '.compiled', `${process.version}-${process.arch}`)
const outside = createRequire(path.join(folder, 'start.cjs'))
const modules = new Map<string, {exports: unknown}>()
const fresh: {readonly name: string; readonly script: Script}[] = []

function load(name: string): unknown {
  const known = modules.get(name)
  if (known) return known.exports
  const module = {exports: {}}
  modules.set(name, module)
  const filename = path.join(folder, name)
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`
  const cachedData = read(path.join(store, name))
  const script = new Script(source, {
    filename,
    ...(cachedData && {cachedData}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
  })
  if (!cachedData || script.cachedDataRejected) fresh.push({name, script})
  const from = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : outside(id))
  script.runInThisContext()(module.exports, from, module, filename, folder)
  return module.exports
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** Written under a name of its own and renamed, so that two starts at once never read half of it. */
function keep(): void {
  try {
    mkdirSync(store, {recursive: true})
    for (const {name, script} of fresh) {
      const mine = path.join(store, `${name}.${process.pid}`)
      writeFileSync(mine, script.createCachedData())
      renameSync(mine, path.join(store, name))
    }
  } catch {
    // A read-only install: the next start compiles again.
  }
}

process.on('exit', () => {
  if (fresh.length > 0) keep()
})
load('main.cjs')
