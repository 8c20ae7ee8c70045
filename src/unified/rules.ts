import type {Plugin} from 'unified'
import {checkSetting, type Level, type RuleSetting, resolveRule} from '../config/index.js'
import {dialects} from '../generated/dialects.js'
import {rules} from '../generated/rules.js'
import {judgeBy} from '../lint.js'
import type {Rule} from '../rules/define-rule.js'
import type {RuleId, RuleOptions} from '../rules/index.js'
import type {Email} from '../tree/index.js'
import {runOf} from './run.js'

/** A level, or a list of a level and the rule's options. Without one the configuration's word holds, else the default. */
export type RulePluginSetting<Id extends RuleId = RuleId> =
  | Level
  | readonly [level: Level]
  | readonly [level: Level, options: RuleOptions<Id>]

export type RulePlugin<Id extends RuleId = RuleId> = Plugin<[setting?: RulePluginSetting<Id>], Email>

/**
 * Third stage, a transformer for each rule by its id: looks at the `Email` and keeps what it finds for the last stage.
 * `false` in place of a setting leaves the rule out, as in all of unified.
 * @throws ConfigError when the processor is first used, where the level or an option does not exist
 */
export const rulePlugins = Object.fromEntries(
  Object.entries(rules).map(([id, rule]) => [id, pluginOf(id, rule)])
) as unknown as {readonly [Id in RuleId]: RulePlugin<Id>}

function pluginOf(id: string, rule: Rule): Plugin<[setting?: RuleSetting], Email> {
  return (setting) => {
    if (setting !== undefined) checkSetting(id, setting, {rules, dialects})
    const own = setting === undefined ? undefined : resolveRule(rule, setting)
    return (email) => {
      const run = runOf(email)
      const settings = own ?? run.settings.rules.get(id)
      if (!settings || settings.level === 'off') return
      run.asked.push(id)
      for (const finding of judgeBy(id, settings, run, run.lines)) run.found.push(finding)
    }
  }
}
