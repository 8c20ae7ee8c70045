import path from 'node:path'
import {findFiles} from '../cli/files/find-files.js'
import {type Reading, readDraft, readDrafts} from '../cli/files/read-draft.js'
import {lintDraft} from '../cli/lint/engine.js'
import {type JudgingOptions, openSession, type Session} from '../cli/session.js'
import {type LoadedConfig, loadConfig as load} from '../config/node/index.js'
import {dialects} from '../generated/dialects.js'
import {rules} from '../generated/rules.js'
import type {Result} from '../result.js'
import type {Format} from '../tree/index.js'

export type {LoadedConfig} from '../config/node/index.js'

export interface FileOptions {
  /** Relative paths count from here, and the configuration is searched from here upwards. Default: the process's own. */
  readonly cwd?: string
  /** A configuration file in place of the one that is found; `false` for none. */
  readonly config?: string | false
  /** Goes before what the files' names tell. */
  readonly format?: Format
  /** Larger files are refused. In bytes; default what the configuration says, else 10,000,000. */
  readonly maxFileSize?: number
}

/** One file with what was found in it. */
export interface LintedFile {
  readonly kind: 'linted'
  /** Absolute. */
  readonly file: string
  /** The file as text; offsets of findings count in it. */
  readonly source: string
  readonly result: Result
}

/** A file that could not be read, or one in a folder that is no draft, with the reason in plain words. */
export interface UnlintedFile {
  readonly kind: 'failure' | 'passed-over'
  readonly file: string
  readonly why: string
}

/**
 * Finds and loads the configuration of a folder, with all that it extends.
 * @returns `config` for `lint`, and `base`, the folder that its globs start from; an empty one where there is none
 * @throws ConfigError, with file, line and column, where the configuration can't be used
 */
export function loadConfig({
  cwd = process.cwd(),
  config
}: Pick<FileOptions, 'cwd' | 'config'> = {}): Promise<LoadedConfig> {
  if (config === false) return Promise.resolve({config: {}, file: undefined, base: path.resolve(cwd), files: []})
  return load({cwd, rules, dialects: Object.keys(dialects), ...(config === undefined ? {} : {file: config})})
}

/**
 * Lints one file under the configuration that holds for it.
 * @throws Error where the file can't be read or is no text; ConfigError where the configuration can't be used
 */
export async function lintFile(file: string, options: FileOptions = {}): Promise<LintedFile> {
  const session = await openSession(judgingOptions(options), options.cwd)
  const absolute = path.resolve(session.cwd, file)
  const outcome = await judge(await readDraft({kind: 'file', file: absolute, named: true}, session), session)
  if (outcome.kind === 'linted') return outcome
  throw new Error(`${file}: ${outcome.why}`)
}

/**
 * Lints files, folders and globs as the command line does, one after the other, in its order. A file that fails is told
 * and stops nothing.
 * @throws ConfigError where the configuration can't be used
 */
export async function* lintFiles(
  paths: readonly string[],
  options: FileOptions = {}
): AsyncGenerator<LintedFile | UnlintedFile> {
  const session = await openSession(judgingOptions(options), options.cwd)
  for await (const reading of readDrafts(findFiles(paths, session.search), session)) yield judge(reading, session)
}

async function judge(reading: Reading, session: Session): Promise<LintedFile | UnlintedFile> {
  const {kind, file} = reading
  if (kind !== 'draft') return {kind, file, why: reading.why}
  const {source} = reading
  return {kind: 'linted', file, source, result: await lintDraft(reading, source, session)}
}

function judgingOptions({config, format, maxFileSize}: FileOptions): JudgingOptions {
  return {
    ...(config !== undefined && {config}),
    ...(format !== undefined && {formatAs: format}),
    ...(maxFileSize !== undefined && {maxFileSize})
  }
}
