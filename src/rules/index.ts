import type {RuleTypes} from '../generated/rules.js'
import type {OptionSchemas, OptionsOf, Rule} from './define-rule.js'

/** The name of a rule's folder. */
export type RuleId = keyof RuleTypes

/** The options of one rule, with their types. */
export type RuleOptions<Id extends RuleId> =
  RuleTypes[Id] extends Rule<infer Schemas>
    ? OptionSchemas extends Schemas
      ? Readonly<Record<string, never>>
      : Partial<OptionsOf<Schemas>>
    : never
