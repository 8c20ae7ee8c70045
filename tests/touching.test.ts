import fc from 'fast-check'
import {expect, test} from 'vitest'
import {firstTouching, type Span, touching} from '../src/tree/index.js'

/** Spans in order without overlaps, some of them empty, some with gaps between them. */
const ordered = fc.array(fc.tuple(fc.nat(3), fc.nat(4))).map((steps) => {
  const spans: Span[] = []
  let at = 0
  for (const [gap, length] of steps) {
    spans.push({start: at + gap, end: at + gap + length})
    at += gap + length
  }
  return spans
})
const stretch = fc.tuple(fc.nat(40), fc.nat(10)).map(([start, length]) => ({start, end: start + length}))

test('halving finds what looking at each span finds', () => {
  fc.assert(
    fc.property(ordered, stretch, (spans, {start, end}) => {
      const each = spans.filter((span) => span.start < end && start < span.end)
      expect(touching(spans, {start, end})).toEqual(each)
      expect(firstTouching(spans, {start, end})).toBe(each[0] ? spans.indexOf(each[0]) : -1)
    })
  )
})
