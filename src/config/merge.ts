import {everyFile} from './globs.js'
import type {Config, Level, RuleSetting, Settings} from './types.js'

/** The level of a setting and the options it names. */
export function readSetting(setting: RuleSetting): readonly [Level, Readonly<Record<string, unknown>>] {
  return typeof setting === 'string' ? [setting, {}] : [setting[0], setting[1] ?? {}]
}

/** Settings of `top` over those of `base`: rule by rule, option by option. */
export function mergeSettings(base: Settings, top: Settings): Settings {
  const language = top.language ?? base.language
  const dialect = top.dialect ?? base.dialect
  return {
    rules: mergeRules(base.rules ?? {}, top.rules ?? {}),
    ...(language !== undefined && {language}),
    ...(dialect !== undefined && {dialect}),
    ...((base.sender || top.sender) && {sender: {...base.sender, ...top.sender}})
  }
}

function mergeRules(base: NonNullable<Settings['rules']>, top: NonNullable<Settings['rules']>) {
  const merged = new Map(Object.entries(base))
  for (const [id, setting] of Object.entries(top)) {
    const below = merged.get(id)
    const [level, options] = readSetting(setting)
    const all = {...(below && readSetting(below)[1]), ...options}
    merged.set(id, Object.keys(all).length === 0 ? level : [level, all])
  }
  return Object.fromEntries(merged)
}

/** A configuration over the one that it extends: all of `top` wins over all of `base`. */
export function mergeConfigs(base: Config, top: Config): Config {
  const {extends: _, overrides = [], ignore = [], include = [], maxFileSize = base.maxFileSize, ...settings} = top
  // The overrides of `base` would else win over the plain settings of `top`.
  const above = base.overrides?.length ? [...base.overrides, {...settings, files: [everyFile]}] : []
  return {
    ...mergeSettings(base, settings),
    overrides: [...above, ...overrides],
    ignore: [...(base.ignore ?? []), ...ignore],
    include: [...(base.include ?? []), ...include],
    ...(maxFileSize !== undefined && {maxFileSize})
  }
}
