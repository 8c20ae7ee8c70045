import type {Category, Rule} from '../rules/define-rule.js'
import {fileMatcher} from './globs.js'
import {mergeSettings, readSetting} from './merge.js'
import {ownFindings} from './own-findings.js'
import type {Sender} from './sender.js'
import type {Config, Level, RuleSetting, Settings} from './types.js'

export interface RuleSettings {
  readonly level: Level
  /** Every option of the rule: as configured, else its default. */
  readonly options: Readonly<Record<string, unknown>>
}

/** What holds for one file. */
export interface ResolvedSettings {
  /** Every rule by id; `parse` and `suppression` where the configuration sets their level. */
  readonly rules: ReadonlyMap<string, RuleSettings>
  readonly language: string | undefined
  readonly dialect: string | undefined
  readonly sender: Sender | undefined
}

export const defaultLevels: Readonly<Record<Category, Level>> = {
  law: 'error',
  trust: 'error',
  clarity: 'warn',
  tone: 'warn',
  nursery: 'off'
}

/** @param file relative to the folder of the configuration, with `/`; undefined for a draft without a name */
export function resolveSettings(
  config: Config,
  file: string | undefined,
  rules: Readonly<Record<string, Rule>>
): ResolvedSettings {
  return settingsResolver(config, rules)(file)
}

/** As `resolveSettings`, for many files: files that match the same overrides get the same object. */
export function settingsResolver(
  config: Config,
  rules: Readonly<Record<string, Rule>>
): (file: string | undefined) => ResolvedSettings {
  const settingsFor = settingsMatcher(config)
  const resolved = new WeakMap<Settings, ResolvedSettings>()
  return (file) => {
    const settings = settingsFor(file)
    const known = resolved.get(settings) ?? resolve(settings, rules)
    resolved.set(settings, known)
    return known
  }
}

/** What a configuration itself says of a file, without the defaults: files that match the same overrides get the same object. */
export function settingsMatcher(config: Config): (file: string | undefined) => Settings {
  const overrides = (config.overrides ?? []).map((override) => ({...override, matches: fileMatcher(override.files)}))
  const merged = new Map<string, Settings>()
  return (file) => {
    const matching = overrides.filter((override) => override.matches(file))
    const key = matching.map((override) => overrides.indexOf(override)).join()
    const known = merged.get(key) ?? matching.reduce<Settings>(mergeSettings, mergeSettings({}, config))
    merged.set(key, known)
    return known
  }
}

function resolve(settings: Settings, rules: Readonly<Record<string, Rule>>): ResolvedSettings {
  const configured = new Map(Object.entries(settings.rules ?? {}))
  const levels = new Map(Object.entries(rules).map(([id, rule]) => [id, resolveRule(rule, configured.get(id))]))
  for (const id of Object.keys(ownFindings)) {
    const setting = configured.get(id)
    if (setting) levels.set(id, {level: readSetting(setting)[0], options: {}})
  }
  return {rules: levels, language: settings.language, dialect: settings.dialect, sender: settings.sender}
}

export function resolveRule(rule: Rule, setting: RuleSetting | undefined): RuleSettings {
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default] as const)
  const [level, options] = readSetting(setting ?? defaultLevels[rule.category])
  return {level, options: {...Object.fromEntries(defaults), ...options}}
}
