import type {Preset} from 'unified'
import {coldreadAnatomy} from './anatomy.js'
import {coldreadMessages} from './messages.js'
import {coldreadParse} from './parse.js'
import {rulePlugins} from './rules.js'

export {coldreadAnatomy} from './anatomy.js'
export type {Draft} from './draft.js'
export {coldreadMessages} from './messages.js'
export {coldreadParse, type ParseOptions} from './parse.js'
export {type RulePlugin, type RulePluginSetting, rulePlugins} from './rules.js'

/** Every stage with every rule: finds what `lint` finds. A stage that is used again after it is configured again. */
export const presetColdread: Preset = {
  plugins: [coldreadParse, coldreadAnatomy, ...Object.values(rulePlugins), coldreadMessages]
}
