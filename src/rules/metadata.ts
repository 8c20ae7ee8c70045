import {defaultLevels} from '../config/resolve.js'
import type {Level} from '../config/types.js'
import {rules} from '../generated/rules.js'
import type {Category, Evidence, OptionSchemas} from './define-rule.js'
import type {RuleId} from './index.js'

/** What is known of a rule without running it. */
export interface RuleInfo {
  readonly id: RuleId
  /** One sentence: what is found. */
  readonly summary: string
  readonly category: Category
  /** The level that holds where no configuration says another; the category decides it. */
  readonly level: Level
  /** What the rule rests on, what speaks against it included. */
  readonly evidence: readonly Evidence[]
  /** A JSON Schema for each option, with its default. */
  readonly options: OptionSchemas
}

/** Every rule, in the order of their ids. */
export const ruleList: readonly RuleInfo[] = Object.entries(rules)
  .map(([id, {summary, category, evidence, options = {}}]) => ({
    id: id as RuleId,
    summary,
    category,
    level: defaultLevels[category],
    evidence,
    options
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

/**
 * What a rule's documentation says, in Markdown: why, examples, options, when not to use it, sources.
 * @throws TypeError for an id that no rule has
 */
export async function ruleDocs(id: RuleId): Promise<string> {
  const {docs} = await import('../generated/docs.js')
  const text = Object.hasOwn(docs, id) ? docs[id] : undefined
  if (text === undefined) throw new TypeError(`There is no rule \`${id}\`: \`rules\` lists them.`)
  return text
}
