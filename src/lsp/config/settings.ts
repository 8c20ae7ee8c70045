import path from 'node:path'
import type {Entry} from '../../baseline/index.js'
import {locateBaseline, pathInBaseline, readBaseline, type StoredBaseline} from '../../baseline/node/index.js'
import {ConfigError, type ConfigProblem} from '../../config/config-error.js'
import {type Config, fileMatcher, type ResolvedSettings, settingsResolver} from '../../config/index.js'
import {type LoadedConfig, loadConfig, pathForGlobs} from '../../config/node/index.js'
import {defaultMaxFileSize} from '../../drafts.js'
import {dialects} from '../../generated/dialects.js'
import {rules} from '../../generated/rules.js'

/** What the configuration says about the files of a folder. */
export interface FolderSettings {
  /** The configuration file; undefined where there is none. */
  readonly file: string | undefined
  /** It can't be used as it stands now: these settings are older ones, or the defaults. */
  readonly isBroken: boolean
  /** Every file that was read for it. */
  readonly files: readonly string[]
  readonly overrides: NonNullable<Config['overrides']>
  readonly maxFileSize: number
  settingsFor(file: string | undefined): ResolvedSettings
  isIgnored(file: string): boolean
  isIncluded(file: string): boolean
  /** Findings of the file that the project's baseline accepts. */
  acceptedIn(file: string): readonly Entry[]
}

interface Loaded {
  readonly settings: FolderSettings
  readonly problems: readonly ConfigProblem[]
}

/** Reads the configuration of each folder once, until it is told that one has changed. */
export class Configurations {
  private readonly folders = new Map<string, Promise<Loaded>>()
  private generation = 0
  /** Stays in force while its file can't be used. */
  private readonly lastGood = new Map<string, FolderSettings>()

  /** @param onLoad told of what is wrong, each time that a folder's configuration was read */
  constructor(
    private readonly onLoad: (folder: string, settings: FolderSettings, problems: readonly ConfigProblem[]) => void
  ) {}

  async of(folder: string): Promise<FolderSettings> {
    const known = this.folders.get(folder) ?? this.load(folder)
    this.folders.set(folder, known)
    return (await known).settings
  }

  /** Every folder's configuration is read again when it is next asked for. */
  forget(): void {
    this.generation += 1
    this.folders.clear()
  }

  private async load(folder: string): Promise<Loaded> {
    const {generation} = this
    const loaded = await this.read(folder)
    // What was read before a change tells nothing of what holds after it.
    if (generation !== this.generation) return loaded
    if (loaded.problems.length === 0) this.lastGood.set(folder, loaded.settings)
    this.onLoad(folder, loaded.settings, loaded.problems)
    return loaded
  }

  private async read(folder: string): Promise<Loaded> {
    try {
      const loaded = await loadConfig({cwd: folder, rules, dialects: Object.keys(dialects)})
      const baseline = await readBaseline(locateBaseline({cwd: folder, config: loaded.file}))
      return {settings: settingsOf(loaded, baseline), problems: []}
    } catch (error) {
      const problems = error instanceof ConfigError ? error.problems : [problemOf(error)]
      return {settings: {...(this.lastGood.get(folder) ?? withoutConfig(folder)), isBroken: true}, problems}
    }
  }
}

function withoutConfig(folder: string): FolderSettings {
  return settingsOf({config: {}, file: undefined, base: folder, files: []}, {file: folder, entries: []})
}

function settingsOf(loaded: LoadedConfig, baseline: Pick<StoredBaseline, 'file' | 'entries'>): FolderSettings {
  const {ignore = [], include = [], maxFileSize = defaultMaxFileSize} = loaded.config
  const resolve = settingsResolver(loaded.config, rules)
  const [isIgnored, isIncluded] = [fileMatcher(ignore), fileMatcher(include)]
  const relative = (file: string) => pathForGlobs(loaded, path.resolve(file))
  return {
    file: loaded.file,
    isBroken: false,
    files: loaded.files,
    overrides: loaded.config.overrides ?? [],
    maxFileSize,
    settingsFor: (file) => resolve(file === undefined ? undefined : relative(file)),
    isIgnored: (file) => isIgnored(relative(file)),
    isIncluded: (file) => isIncluded(relative(file)),
    acceptedIn: (file) => {
      const shown = pathInBaseline(baseline.file, file)
      return baseline.entries.filter((entry) => entry.file === shown)
    }
  }
}

function problemOf(error: unknown): ConfigProblem {
  return {
    message: error instanceof Error ? error.message : String(error),
    file: undefined,
    line: undefined,
    column: undefined
  }
}
