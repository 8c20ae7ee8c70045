import path from 'node:path'
import {everyFile} from '../config/globs.js'
import {
  fileMatcher,
  mergeConfigs,
  parseRuleFlag,
  type ResolvedSettings,
  type Settings,
  settingsMatcher,
  settingsResolver
} from '../config/index.js'
import {findConfig, type LoadedConfig, loadConfig, pathForGlobs} from '../config/node/index.js'
import {defaultMaxFileSize} from '../drafts.js'
import {formatOf} from '../format-of.js'
import {dialects} from '../generated/dialects.js'
import {rules} from '../generated/rules.js'
import type {Format} from '../tree/index.js'
import type {CachedResults} from './cache/results.js'
import type {Search} from './files/find-files.js'
import type {ReadOptions} from './files/read-draft.js'

/** The options that say how a draft is read and judged, as commander gives them. */
export interface JudgingOptions {
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly formatAs?: Format
  readonly stdinFilename?: string
  readonly maxFileSize?: number
}

/** What holds for one run: the configuration with what the command line adds to it. */
export interface Session extends ReadOptions {
  readonly cwd: string
  readonly loaded: LoadedConfig
  readonly search: Search
  readonly formatAs: Format | undefined
  /** Results of drafts that are known already. */
  readonly results?: CachedResults
  settingsFor(file: string): ResolvedSettings
  /** What the configuration and the command line say of a file, without the defaults of the rules. */
  givenFor(file: string): Settings
  /** A path as the user would write it. */
  shown(file: string): string
}

const namelessDraft = '<stdin>'

/** @param folder relative paths count from it, and the configuration is searched from it upwards */
export async function openSession(options: JudgingOptions, folder = '.'): Promise<Session> {
  const cwd = path.resolve(folder)
  const loaded = withRuleFlags(await readConfig(cwd, options.config), options.rule ?? [])
  let resolve: ReturnType<typeof settingsResolver> | undefined
  const given = settingsMatcher(loaded.config)
  const {ignore = [], include = [], overrides = [], maxFileSize = defaultMaxFileSize} = loaded.config
  const [isIgnored, isIncluded] = [fileMatcher(ignore), fileMatcher(include)]
  const relative = (file: string) => pathForGlobs(loaded, file)
  // Working out a path costs as much as reading a draft, so only where there are globs to decide by it.
  const nameOf = (file: string) => (overrides.length === 0 ? undefined : relative(file))
  return {
    cwd,
    loaded,
    search: {
      cwd,
      isIgnored: (file) => ignore.length > 0 && isIgnored(folderKept(file, relative(file))),
      isIncluded: (file) => include.length > 0 && isIncluded(relative(file))
    },
    formatAs: options.formatAs,
    maxFileSize: options.maxFileSize ?? maxFileSize,
    stdinFile: path.resolve(cwd, options.stdinFilename ?? namelessDraft),
    isMessage: (file) => (options.formatAs ?? formatOf(file)) === 'eml',
    settingsFor: (file) => {
      // The rules are loaded when a draft is judged, which a run that knows all its results does not do.
      resolve ??= settingsResolver(loaded.config, rules)
      return resolve(nameOf(file))
    },
    givenFor: (file) => given(nameOf(file)),
    shown: (file) => shownPath(cwd, file)
  }
}

async function readConfig(cwd: string, config: string | false | undefined): Promise<LoadedConfig> {
  const file = config ?? findConfig(cwd)
  if (file === false || file === undefined) return {config: {}, file: undefined, base: cwd, files: []}
  return loadConfig({cwd, rules, dialects: Object.keys(dialects), file})
}

/** The command line goes before every override of the configuration. */
function withRuleFlags(loaded: LoadedConfig, flags: readonly string[]): LoadedConfig {
  if (flags.length === 0) return loaded
  const settings = Object.fromEntries(
    flags.map((flag) => parseRuleFlag(flag, rules)).map(({id, setting}) => [id, setting])
  )
  return {...loaded, config: mergeConfigs(loaded.config, {overrides: [{files: [everyFile], rules: settings}]})}
}

/** `path.relative` drops the separator at the end, by which globs know a folder. */
function folderKept(file: string, relative: string): string {
  return file.endsWith(path.sep) ? `${relative}/` : relative
}

function shownPath(cwd: string, file: string): string {
  if (file.endsWith(namelessDraft) && file === path.resolve(cwd, namelessDraft)) return namelessDraft
  const below = `${cwd}${path.sep}`
  const relative = file.startsWith(below) ? file.slice(below.length) : path.relative(cwd, file)
  const isBelow = !relative.startsWith('..') && !path.isAbsolute(relative)
  return (isBelow ? relative : file).replaceAll(path.sep, '/')
}
