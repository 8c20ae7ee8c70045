import type {Span} from '../../tree/text.js'

/** @returns whether an offset lies in one of the spans; to be asked in rising order */
export function coveredBy(spans: readonly Span[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  return (at) => {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    return (sorted[next]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}
