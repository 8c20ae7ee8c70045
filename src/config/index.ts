export {checkedResolver, checkSetting} from './checked.js'
export {ConfigError} from './config-error.js'
export {fileMatcher} from './globs.js'
export {mergeConfigs} from './merge.js'
export {nearest} from './nearest.js'
export {ownLevel} from './own-findings.js'
export {printConfig} from './print.js'
export {
  defaultLevels,
  type ResolvedSettings,
  type RuleSettings,
  resolveRule,
  resolveSettings,
  settingsMatcher,
  settingsResolver
} from './resolve.js'
export {parseRuleFlag} from './rule-flag.js'
export {schemaOf} from './schema.js'
export type {ByLanguage, Person, Sender} from './sender.js'
export type {Config, Level, RuleSetting, Settings} from './types.js'
export {validate} from './validate.js'
