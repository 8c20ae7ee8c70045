import type {Finding, Result} from '../result.js'
import {countOf, type Entry, entryOf, keyOf} from './entry.js'

export interface Accepted {
  readonly result: Result
  /** What the entries accept beyond what was found: it is mended, or its words are others now. */
  readonly unused: readonly Entry[]
}

/**
 * Takes the accepted findings of a draft out of its result; they stand among the suppressed ones then.
 * @param entries those of this draft
 * @param reason what is said of each
 */
export function accept(result: Result, source: string, entries: readonly Entry[], reason: string): Accepted {
  const [first] = entries
  if (!first) return {result, unused: []}
  const left = new Map(entries.map((entry) => [keyOf(entry), countOf(entry)]))
  const isAccepted = (finding: Finding): boolean => {
    const key = keyOf(entryOf(finding, first.file, source))
    const more = left.get(key) ?? 0
    left.set(key, more - 1)
    return more > 0
  }
  const findings: Finding[] = []
  const accepted: Finding[] = []
  for (const finding of result.findings) (isAccepted(finding) ? accepted : findings).push(finding)
  const suppressed = accepted.map((finding) => ({...finding, reason, by: 'baseline' as const}))
  const unused = entries.flatMap((entry) => withCount(entry, left.get(keyOf(entry)) ?? 0))
  return {result: {...result, findings, suppressed: [...result.suppressed, ...suppressed]}, unused}
}

/** The entries that accept all these findings. */
export function entriesFor(findings: readonly Finding[], source: string, file: string): Entry[] {
  const entries = new Map<string, Entry>()
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const entry = entryOf(finding, file, source)
    const key = keyOf(entry)
    entries.set(key, entry)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...entries].flatMap(([key, entry]) => withCount(entry, counts.get(key) ?? 1))
}

/** What is left of entries when others were taken away from them. */
export function without(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const taken = new Map(others.map((entry) => [keyOf(entry), countOf(entry)]))
  return entries.flatMap((entry) => withCount(entry, countOf(entry) - (taken.get(keyOf(entry)) ?? 0)))
}

function withCount({count: _, ...entry}: Entry, count: number): Entry[] {
  if (count <= 0) return []
  return [count === 1 ? entry : {...entry, count}]
}
