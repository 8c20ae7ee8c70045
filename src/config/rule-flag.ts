import type {Rule} from '../rules/define-rule.js'
import {ConfigError, type ConfigProblem} from './config-error.js'
import {schemaOf} from './schema.js'
import type {RuleSetting} from './types.js'
import {validate} from './validate.js'

/** Reads `id:level` or `id:[level, {"option": value}]`, as the command line gives it. */
export function parseRuleFlag(text: string, rules: Readonly<Record<string, Rule>>): {id: string; setting: RuleSetting} {
  const [, id = '', written = ''] = /^\s*([^\s:]+)\s*:\s*(\S.*)$/su.exec(text) ?? []
  if (!id)
    throw ConfigError.of(
      `\`--rule ${text}\` is not understood: write \`id:level\` or \`id:[level, {"option": value}]\`.`
    )
  const setting = readValue(written, text)
  const faults = validate({rules: {[id]: setting}}, schemaOf(rules))
  if (faults.length > 0) throw new ConfigError(faults.map(({message}) => problem(text, message)))
  return {id, setting: setting as RuleSetting}
}

function readValue(written: string, text: string): unknown {
  if (!written.startsWith('[')) return written.trim()
  try {
    // Shells eat quotes: the level may do without.
    return JSON.parse(written.replace(/^\[\s*(\w+)/u, '["$1"'))
  } catch {
    throw ConfigError.of(
      `\`--rule ${text}\`: what follows the colon is no JSON list such as \`[warn, {"option": 1}]\`.`
    )
  }
}

function problem(text: string, message: string): ConfigProblem {
  return {message: `\`--rule ${text}\`: ${message}`, file: undefined, line: undefined, column: undefined}
}
