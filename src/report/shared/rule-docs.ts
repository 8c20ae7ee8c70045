import {ownFindings} from '../../config/own-findings.js'
import {defaultLevels} from '../../config/resolve.js'
import type {Level} from '../../config/types.js'
import {docs} from '../../generated/docs.js'
import {rules} from '../../generated/rules.js'
import type {Category} from '../../rules/define-rule.js'

export interface RuleDocs {
  readonly id: string
  /** One sentence: what is found. */
  readonly summary: string
  readonly level: Level
  /** Undefined for what Coldread itself finds: files that could not be read as meant, suppressions that are wrong. */
  readonly category: Category | undefined
  /** Markdown; empty where there is none. */
  readonly readme: string
}

/** Everything that a finding's `ruleId` may name, in the order of their names. */
export function allRuleDocs(): RuleDocs[] {
  const own = Object.entries(ownFindings).map(([id, summary]) => {
    return {id, summary, level: 'warn' as const, category: undefined, readme: ''}
  })
  const known = Object.entries(rules).map(([id, {summary, category}]) => {
    return {id, summary, level: defaultLevels[category], category, readme: docs[id] ?? ''}
  })
  return [...known, ...own].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The Markdown below a heading of the second level. */
export function sectionOf(readme: string, title: string): string {
  const [, after = ''] = readme.split(`\n## ${title}\n`, 2)
  return (after.split('\n## ', 1)[0] ?? '').trim()
}
