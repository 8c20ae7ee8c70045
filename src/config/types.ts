import type {Sender} from './sender.js'

export type Level = 'off' | 'warn' | 'error'
export type RuleSetting = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>]

/** What may stand in a configuration and in each of its overrides. */
export interface Settings {
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** BCP 47 tag, for drafts that do not state their language. */
  readonly language?: string
  /** Name of a merge tag dialect, for drafts that do not state it. */
  readonly dialect?: string
  readonly sender?: Sender
}

export interface Config extends Settings {
  /** Other configuration files, or packages, that this one builds on. Later ones win. */
  readonly extends?: string | readonly string[]
  /** Settings for the files that match a glob, relative to the configuration file. Later ones win. */
  readonly overrides?: readonly (Settings & {readonly files: readonly string[]})[]
  /** Globs of files that are never linted, in .gitignore's syntax. */
  readonly ignore?: readonly string[]
  /** Globs of files that are drafts although nothing in them says so. */
  readonly include?: readonly string[]
  /** Files above this many bytes are refused. Default 10,000,000. */
  readonly maxFileSize?: number
}
