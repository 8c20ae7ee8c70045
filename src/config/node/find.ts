import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {ConfigError} from '../config-error.js'

const extensions = ['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs', 'ts']
const packageFile = 'package.json'

/** Every name that a configuration may have. */
export const configNames: readonly string[] = [
  ...extensions.map((extension) => `coldread.config.${extension}`),
  packageFile
]

/**
 * The configuration that holds for a folder: its own, or that of the nearest folder above it,
 * up to the root of the repository.
 */
export function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = configsIn(folder)
    if (found.length > 1) throw tooMany(folder, found)
    if (found[0] !== undefined) return join(folder, found[0])
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

function configsIn(folder: string): string[] {
  const names = extensions.map((extension) => `coldread.config.${extension}`)
  const found = names.filter((name) => existsSync(join(folder, name)))
  return hasSection(join(folder, packageFile)) ? [...found, packageFile] : found
}

function hasSection(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    const text = readFileSync(file, 'utf8')
    return text.includes('"coldread"') && Object.hasOwn(JSON.parse(text.replace(/^\uFEFF/u, '')), 'coldread')
  } catch {
    // A package.json that is broken or locked is npm's to report; no configuration can be read from it.
    return false
  }
}

function tooMany(folder: string, names: readonly string[]): ConfigError {
  const quoted = names.map((name) => `\`${name}\``)
  const list = `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
  const message = `${list} stand in one folder, and only one can hold: keep one of them.`
  return ConfigError.of(message, join(folder, names[0] ?? packageFile))
}
