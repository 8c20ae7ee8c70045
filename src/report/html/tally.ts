import type {LintedFile} from '../shared/define-reporter.js'

/** Links to more drafts than these help nobody, and memory must not grow with the number of drafts. */
const mostLinks = 200

/** What the end of the page says about all drafts. */
export class Tally {
  readonly byRule = new Map<string, {errors: number; warnings: number}>()
  readonly links: {readonly id: string; readonly path: string; readonly count: number}[] = []
  drafts = 0
  withFindings = 0

  /** Gives the draft's number. */
  add({path, result: {findings}}: LintedFile): number {
    this.drafts += 1
    for (const {ruleId, severity} of findings) {
      const counts = this.byRule.get(ruleId) ?? {errors: 0, warnings: 0}
      counts[severity === 'error' ? 'errors' : 'warnings'] += 1
      this.byRule.set(ruleId, counts)
    }
    if (findings.length > 0) {
      this.withFindings += 1
      if (this.links.length < mostLinks) this.links.push({id: `d${this.drafts}`, path, count: findings.length})
    }
    return this.drafts
  }

  /** The most frequent first. */
  rules(): {readonly id: string; readonly errors: number; readonly warnings: number}[] {
    return [...this.byRule]
      .map(([id, counts]) => ({id, ...counts}))
      .sort((a, b) => b.errors + b.warnings - a.errors - a.warnings || (a.id < b.id ? -1 : 1))
  }
}
