import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {describe, expect, test, vi} from 'vitest'
import {piecesOf} from '../src/anatomy/pieces.js'
import {lint} from '../src/lint.js'
import {Memory} from '../src/memory.js'
import type {Format} from '../src/tree/index.js'

vi.setConfig({testTimeout: 120_000})
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are alive. */
function alive(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

describe('what is remembered', () => {
  test('is bounded by the characters of its keys', () => {
    const memory = new Memory<number>(1000)
    let made = 0
    const ask = (number: number) => memory.of(String(number).padStart(100, '0'), () => ++made)
    for (let number = 0; number < 50; number++) ask(number)
    expect(made).toBe(50)
    expect(ask(49)).toBe(50)
    expect(ask(0)).toBe(51)
  })

  test('is made of a key of its own, so that a slice of it keeps no draft alive', () => {
    const memory = new Memory<string>()
    const before = alive()
    for (let number = 0; number < 40; number++) {
      const draft = `${number} `.padEnd(1_000_000, `${number} lids and drums, `)
      memory.of(draft.slice(500_000, 500_100), (key) => key.slice(10, 60))
    }
    expect(alive() - before).toBeLessThan(4_000_000)
  })

  // Huge drafts with little in them that can be remembered: only their paragraph of 200 KB is too long for it.
  test.each(['markdown', 'text', 'html'] as const)('keeps no %s draft alive', async (format) => {
    for (let number = 0; number < 4; number++) await lint(hugeDraft(number, format), {format})
    const before = alive()
    for (let number = 4; number < 16; number++) await lint(hugeDraft(number, format), {format})
    expect(alive() - before).toBeLessThan(12 * 200_000)
  })
})

function hugeDraft(number: number, format: Format): string {
  const huge = `lids${'x'.repeat(30)}${number} `.repeat(5000)
  const link = format === 'markdown' ? `[the list](https://lids${number}.example/lists/of/lids)` : ''
  const letter = `Dear Ms Drumsandlidsandmore${number},

${huge}

We sell lids, see ${link} {{unsubscribe_link_${number}}} and ask.

Regards,
Anna Lindenbergerhausen${number}
Lidsanddrumsanddocks${number} Ltd
anna.lindenberger${number}@lids.example
`
  return format === 'html' ? `<p>${letter.replaceAll('\n\n', '</p>\n<p>')}</p>` : letter
}

describe('pieces of a huge paragraph', () => {
  test('are the paragraph again', () => {
    for (const sentence of ['We sell lids. ', 'lids ', 'x', '🚀', 'Is it? Yes!\n'])
      for (const length of [0, 10, 3999, 4000, 4001, 30_000]) {
        const text = sentence.repeat(Math.ceil(length / sentence.length))
        const pieces = piecesOf(text)
        expect(pieces.join('')).toBe(text)
        expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(4000)
      }
  })

  test('begin with a sentence where there are any', () => {
    for (const piece of piecesOf('We sell lids. '.repeat(1000))) expect(piece).toMatch(/^We sell/)
    for (const piece of piecesOf('🚀'.repeat(4000))) expect(piece).not.toMatch(/[\ud800-\udbff]$/)
  })
})
