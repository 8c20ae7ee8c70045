import {statSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {ConfigError} from '../config-error.js'
import {importFile, importJiti} from './native-import.js'
import type {ConfigSource} from './source.js'

/** Runs a configuration that is a program, and takes its default export. */
export async function readModule(file: string): Promise<ConfigSource> {
  const exported = await run(file)
  if (!('default' in exported)) {
    throw ConfigError.of('This configuration exports nothing: write `export default {rules: {}}`.', file)
  }
  return {value: exported.default}
}

async function run(file: string): Promise<object> {
  try {
    if (file.endsWith('ts')) {
      const {createJiti} = await importJiti()
      return await createJiti(file, {fsCache: false, moduleCache: false}).import<object>(file)
    }
    // An editor that stays open reads a changed file anew.
    return await importFile(`${pathToFileURL(file).href}?${statSync(file).mtimeMs}`)
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    throw ConfigError.of(`This configuration fails while it runs: ${reason}`, file)
  }
}
