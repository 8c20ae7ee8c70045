import {createHash} from 'node:crypto'
import type {Finding, Result} from '../../result.js'

/**
 * What a finding is known by in later runs, whatever lines come or go around it: its rule, its words, and which of
 * several with the same words it is; of what the draft lacks its rule alone, for it is missing wherever the signature
 * goes. Suppressed findings count among those, so that suppressing one moves no other.
 */
export function fingerprintsOf({findings, suppressed}: Result): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>()
  const prints = new Map<Finding, string>()
  for (const finding of [...findings, ...suppressed].sort((a, b) => a.start - b.start)) {
    const words = finding.missing ? '' : finding.text.replace(/\s+/g, ' ')
    const key = `${finding.ruleId}\0${words}`
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    prints.set(finding, hash(`${key}\0${occurrence}`))
  }
  return prints
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
