import {existsSync, realpathSync} from 'node:fs'
import {dirname, isAbsolute, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Rule} from '../../rules/define-rule.js'
import {ConfigError} from '../config-error.js'
import {mergeConfigs} from '../merge.js'
import {type JsonSchema, schemaOf} from '../schema.js'
import type {Config} from '../types.js'
import {type ConfigPath, type Fault, validate} from '../validate.js'
import {findConfig} from './find.js'
import {type ConfigSource, placeOf, readSource} from './source.js'

export interface LoadOptions {
  readonly cwd: string
  /** The configuration that the user names; else it is searched from `cwd` upwards. */
  readonly file?: string
  readonly rules: Readonly<Record<string, Rule>>
  /** Names of the merge tag dialects that exist; without them any name passes. */
  readonly dialects?: readonly string[]
}

export interface LoadedConfig {
  /** With everything that it extends. */
  readonly config: Config
  readonly file: string | undefined
  /** The folder that globs start from: the configuration's, or the working directory. */
  readonly base: string
  /** Every file that was read for it. */
  readonly files: readonly string[]
}

export async function loadConfig({cwd, file, rules, dialects}: LoadOptions): Promise<LoadedConfig> {
  const found = file === undefined ? findConfig(resolve(cwd)) : resolve(cwd, file)
  if (found === undefined) return {config: {}, file: undefined, base: resolve(cwd), files: []}
  if (!existsSync(found)) throw ConfigError.of('There is no configuration of this name.', found)
  const loader = new Loader(schemaOf(rules, dialects))
  const config = await loader.load(found, [])
  return {config, file: found, base: dirname(found), files: [...loader.loaded.keys()]}
}

/** A path as globs want it: relative to the folder of the configuration, with `/`. */
export function pathForGlobs({base}: LoadedConfig, file: string): string {
  return relative(base, resolve(base, file)).split(sep).join('/')
}

class Loader {
  readonly loaded = new Map<string, Config>()

  constructor(private readonly schema: JsonSchema) {}

  /** @param trail the configurations that led to this one */
  async load(file: string, trail: readonly string[]): Promise<Config> {
    const known = this.loaded.get(file)
    if (known) return known
    const source = await readSource(file)
    const faults = validate(source.value, this.schema)
    if (faults.length > 0) throw errorFor(faults, source, file)
    const own = source.value as Config
    let below: Config = {}
    for (const {name, path} of namesIn(own)) {
      const fail = (message: string) => errorFor([{path, on: 'value', message}], source, file)
      below = mergeConfigs(below, await this.loadBase(name, file, [...trail, file], fail))
    }
    const config = mergeConfigs(below, own)
    this.loaded.set(file, config)
    return config
  }

  private async loadBase(name: string, from: string, trail: readonly string[], fail: (message: string) => ConfigError) {
    const base = await resolveBase(name, from)
    if (base === undefined) throw fail(notThere(name))
    const again = trail.indexOf(base)
    if (again >= 0) {
      const circle = [...trail.slice(again), base].map((file) => relative(dirname(base), file).split(sep).join('/'))
      throw fail(`\`extends\` goes in a circle: ${circle.join(' > ')}.`)
    }
    return this.load(base, trail)
  }
}

function namesIn({extends: names = []}: Config): {name: string; path: ConfigPath}[] {
  if (typeof names === 'string') return [{name: names, path: ['extends']}]
  return names.map((name, index) => ({name, path: ['extends', index]}))
}

async function resolveBase(name: string, from: string): Promise<string | undefined> {
  try {
    // The real path: through a symbolic link a circle would have a new name at every turn.
    if (isFileName(name)) return realpathSync(resolve(dirname(from), name))
    const {importJiti} = await import('./native-import.js')
    const {createJiti} = await importJiti()
    const url = createJiti(from).esmResolve(name, {try: true})
    return url === undefined ? undefined : realpathSync(fileURLToPath(url))
  } catch {
    return undefined
  }
}

function isFileName(name: string): boolean {
  return /^\.{1,2}[\\/]/u.test(name) || isAbsolute(name)
}

function notThere(name: string): string {
  if (isFileName(name)) return `\`extends\` names \`${name}\`, which does not exist.`
  return `\`extends\` names \`${name}\`, which is no installed package: a file beside this one is written \`./${name}\`.`
}

function errorFor(faults: readonly Fault[], source: ConfigSource, file: string): ConfigError {
  const problems = faults.map(({path, on, message}) => {
    const offset = source.locate?.(path, on)
    const place = offset === undefined || source.text === undefined ? undefined : placeOf(source.text, offset)
    return {message, file, line: place?.line, column: place?.column}
  })
  return new ConfigError(problems)
}
