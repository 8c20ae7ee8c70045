import {existsSync, watch} from 'node:fs'
import path from 'node:path'
import {baselineName} from '../../baseline/node/index.js'
import {configNames} from '../../config/node/index.js'

/** One change writes a file in several steps. */
const settled = 50

/** @param folder where a configuration is searched from, upwards @param files those that were read for it */
type Watch = (folder: string, files: readonly string[], isBroken: boolean) => void

/**
 * Watches the folders in which a configuration may stand: not every editor watches files for a server, and none knows what a configuration extends.
 * @param onChange called once for changes that follow each other closely
 */
export function watchConfigs(onChange: () => void): Watch {
  const watched = new Set<string>()
  const read = new Set<string>()
  const broken = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const changed = (file: string) => {
    // A broken one may want for a file that is not there yet.
    if (!read.has(file) && !names.has(path.basename(file)) && broken.size === 0) return
    clearTimeout(timer)
    timer = setTimeout(onChange, settled)
  }
  const add = (folder: string) => {
    if (watched.has(folder)) return
    watched.add(folder)
    watchFolder(folder, changed, () => watched.delete(folder))
  }
  return (folder, files, isBroken) => {
    if (isBroken) broken.add(folder)
    else broken.delete(folder)
    for (const file of files) read.add(file)
    for (const each of [...foldersUpFrom(folder), ...files.map((file) => path.dirname(file))]) add(each)
  }
}

const names: ReadonlySet<string> = new Set([...configNames, baselineName])

/** A folder that can't be watched, or is no more, is as one in which nothing changes. */
function watchFolder(folder: string, changed: (file: string) => void, gone: () => void): void {
  try {
    const watcher = watch(folder, {persistent: false}, (_, name) => name && changed(path.join(folder, name)))
    watcher.on('error', () => {
      watcher.close()
      gone()
    })
  } catch {
    gone()
  }
}

/** As far as a configuration is searched. */
function foldersUpFrom(folder: string): string[] {
  const above = path.dirname(folder)
  return existsSync(path.join(folder, '.git')) || above === folder ? [folder] : [folder, ...foldersUpFrom(above)]
}
