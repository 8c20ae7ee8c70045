import type {Rule} from '../rules/define-rule.js'
import {ConfigError} from './config-error.js'
import {type ResolvedSettings, settingsResolver} from './resolve.js'
import {type JsonSchema, schemaOf} from './schema.js'
import type {Config, RuleSetting} from './types.js'
import {validate} from './validate.js'

/** What configurations are checked against: the rules and merge tag dialects that exist. */
export interface Known {
  readonly rules: Readonly<Record<string, Rule>>
  readonly dialects: Readonly<Record<string, unknown>>
}

type Resolver = (file: string | undefined) => ResolvedSettings

const schemas = new WeakMap<object, JsonSchema>()
const resolvers = new WeakMap<Config, Resolver>()

/**
 * What a program's configuration says for its files. Checked and worked out once an object.
 * @throws ConfigError where something in it is unknown or wrong
 */
export function checkedResolver(config: Config, known: Known): Resolver {
  const ready = resolvers.get(config)
  if (ready) return ready
  check(config, known)
  if (config.extends !== undefined) {
    throw ConfigError.of('`extends` is followed only in configuration files: load them with `loadConfig`.')
  }
  const resolver = settingsResolver(config, known.rules)
  resolvers.set(config, resolver)
  return resolver
}

/** @throws ConfigError where the rule, the level or an option does not exist */
export function checkSetting(id: string, setting: RuleSetting, known: Known): void {
  check({rules: {[id]: setting}}, known)
}

function check(config: unknown, {rules, dialects}: Known): void {
  const schema = schemas.get(rules) ?? schemaOf(rules, Object.keys(dialects))
  schemas.set(rules, schema)
  const faults = validate(config, schema)
  if (faults.length === 0) return
  throw new ConfigError(faults.map(({message}) => ({message, file: undefined, line: undefined, column: undefined})))
}
