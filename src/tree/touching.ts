import type {Span} from './text.js'

/** How many of the spans begin before an offset, by halving. @param spans in order of their beginning */
export function countBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the first span that touches a stretch, by halving. @param spans in order, without overlaps; -1 for none */
export function firstTouching(spans: readonly Span[], {start, end}: Span): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= start) low = middle + 1
    else high = middle
  }
  return low < spans.length && (spans[low] as Span).start < end ? low : -1
}

/** The spans that touch a stretch, as `firstTouching` finds the first. */
export function touching<Each extends Span>(spans: readonly Each[], stretch: Span): Each[] {
  const first = firstTouching(spans, stretch)
  if (first < 0) return []
  let after = first + 1
  while (after < spans.length && (spans[after] as Each).start < stretch.end) after++
  return spans.slice(first, after)
}
