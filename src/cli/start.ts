import {mkdirSync, readFileSync, renameSync, type Stats, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {Script} from 'node:vm'

/**
 * The command's first lines. Compiling its code costs more than running it on one draft, so V8's compiled form is kept
 * beside the bundle and read again. A form of another Node, or one cut short, is refused by V8 and made anew; where the
 * folder can't be written, every start compiles.
 */
const folder = __dirname
/** Optimised code pays from about the tenth draft on. */
const few = {files: 8, bytes: 32_768}
const brief = isBrief(process.argv.slice(2))
// Code is kept for the flags that it was compiled with.
const store = path.join(folder, '.compiled', `${process.version}-${process.arch}${brief ? '-brief' : ''}`)
const chunks = new Map<string, {readonly exports: object; loaded: boolean}>()
const handles = new Map<string, object>()
const fresh: {readonly name: string; readonly script: Script}[] = []

/**
 * A chunk is loaded when the first thing in it is asked for: most drafts need no HTML parser, many no phone numbers.
 * Then everything in it is put on the handle itself, so that asking again costs no more than with `require`.
 */
function handleOf(name: string): object {
  const known = handles.get(name)
  if (known) return known
  let filled = false
  const get = (_: object, key: string | symbol): unknown => {
    const chunk = load(name)
    if (chunk.loaded && !filled) Object.defineProperties(handle, Object.getOwnPropertyDescriptors(chunk.exports))
    filled = chunk.loaded
    return Reflect.get(chunk.exports, key)
  }
  const handle: object = Object.create(new Proxy({}, {get}))
  handles.set(name, handle)
  return handle
}

function load(name: string): {readonly exports: object; loaded: boolean} {
  const known = chunks.get(name)
  if (known) return known
  const chunk = {exports: {}, loaded: false}
  chunks.set(name, chunk)
  const filename = path.join(folder, name)
  // The bundle is written in ASCII alone: Latin 1 takes no decoding.
  const code = readFileSync(filename, 'latin1')
  const cachedData = read(path.join(store, name))
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
    filename,
    ...(cachedData && {cachedData})
  })
  if (!cachedData || script.cachedDataRejected) fresh.push({name, script})
  const from = (id: string): unknown => (isOurs(id) ? handleOf(id.slice(2)) : module.require(id))
  script.runInThisContext()(chunk.exports, from, chunk, filename, folder)
  chunk.loaded = true
  return chunk
}

function isOurs(id: string): boolean {
  return id.startsWith('./') && !id.startsWith('./native-import')
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

/**
 * Whether a few small files are all that there is to judge. To optimise code for these takes longer than to run it as it
 * is; a folder, a server or a stream needs it.
 */
function isBrief(words: readonly string[]): boolean {
  if (words.some((word) => /^--(?:watch|ndjson|csv)$/.test(word))) return false
  const named = words.flatMap((word) => informationOn(word) ?? [])
  const isSmall = named.every((info) => info.isFile() && info.size <= few.bytes)
  return isSmall && named.length > 0 && named.length <= few.files
}

/** A word may be anything: an option, or a name that is too long for any file. */
function informationOn(word: string): Stats | undefined {
  try {
    return statSync(word, {throwIfNoEntry: false})
  } catch {
    return undefined
  }
}

if (brief) setFlagsFromString('--no-opt')
load('main.cjs')
