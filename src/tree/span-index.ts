import type {Span} from './text.js'
import {countBefore} from './touching.js'

/**
 * Spans in any order, some in one another, that are asked for again and again: sorted once, found by halving. Where a
 * draft holds thousands of facts and thousands of findings, looking at each for each would take minutes.
 */
export class SpanIndex<Each extends Span> {
  private readonly spans: readonly Each[]
  /** For each span the furthest end of those up to it. */
  private readonly reach: number[] = []

  constructor(spans: readonly Each[]) {
    this.spans = [...spans].sort((a, b) => a.start - b.start)
    let furthest = -1
    for (const {end} of this.spans) {
      furthest = Math.max(furthest, end)
      this.reach.push(furthest)
    }
  }

  touches({start, end}: Span): boolean {
    return this.furthestBefore(end) > start
  }

  /** Whether one of the spans holds all of the stretch. */
  covers({start, end}: Span): boolean {
    return this.furthestBefore(start + 1) >= end
  }

  /** In order of their beginning. */
  touching({start, end}: Span): Each[] {
    const found: Each[] = []
    for (let index = countBefore(this.spans, end) - 1; (this.reach[index] ?? -1) > start; index--) {
      const span = this.spans[index] as Each
      if (span.end > start) found.push(span)
    }
    return found.reverse()
  }

  /** The furthest end of the spans that begin before an offset. */
  private furthestBefore(offset: number): number {
    return this.reach[countBefore(this.spans, offset) - 1] ?? -1
  }
}
