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
  /** The first paragraph of why it matters, as text; the summary where there is none. */
  readonly why: string
  readonly level: Level
  /** Undefined for what Coldread itself finds: files that could not be read as meant, suppressions that are wrong. */
  readonly category: Category | undefined
  /** Markdown. */
  readonly readme: string
}

/** Everything that a finding's `ruleId` may name, in the order of their names. */
export function allRuleDocs(): RuleDocs[] {
  const own = Object.entries(ownFindings).map(([id, summary]) => {
    return {id, summary, why: summary, level: 'warn' as const, category: undefined, readme: `# ${id}\n\n${summary}\n`}
  })
  const known = Object.entries(rules).map(([id, {summary, category}]) => {
    const readme = docs[id] ?? ''
    return {
      id,
      summary,
      why: firstParagraph(sectionOf(readme, 'Why')) || summary,
      level: defaultLevels[category],
      category,
      readme
    }
  })
  return [...known, ...own].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What stands below a heading of the second level. */
export function sectionOf(readme: string, title: string): string {
  const [, after = ''] = readme.split(`\n## ${title}\n`, 2)
  return (after.split('\n## ', 1)[0] ?? '').trim()
}

/** On one line. */
function firstParagraph(text: string): string {
  return (text.split('\n\n', 1)[0] ?? '').replace(/\s+/g, ' ')
}
