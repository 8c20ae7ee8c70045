import fc from 'fast-check'
import {expect, test} from 'vitest'
import {countBefore, firstTouching, type Span, SpanIndex, touching} from '../src/tree/index.js'

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

test('an index of spans in any order, some in one another, finds what looking at each finds', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({start, end: start + length})))
  fc.assert(
    fc.property(spans, stretch, (all, asked) => {
      const index = new SpanIndex(all)
      const touched = all.filter((span) => span.start < asked.end && asked.start < span.end)
      const inOrder = [...touched].sort((a, b) => a.start - b.start)
      expect(index.touching(asked)).toEqual(inOrder)
      expect(index.touches(asked)).toBe(touched.length > 0)
      expect(index.covers(asked)).toBe(all.some(({start, end}) => start <= asked.start && asked.end <= end))
    })
  )
})

test('counting by halving is counting', () => {
  fc.assert(
    fc.property(ordered, fc.nat(40), (spans, offset) => {
      expect(countBefore(spans, offset)).toBe(spans.filter(({start}) => start < offset).length)
    })
  )
})
