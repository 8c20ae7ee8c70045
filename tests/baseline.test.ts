import {readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import {accept, type Entry, entriesFor, formatBaseline, parseBaseline, without} from '../src/baseline/index.js'
import {lint, type Result} from '../src/index.js'
import {files, root} from './support/files.js'

vi.setConfig({testTimeout: 60_000})

const drafts = files('fixtures/drafts').filter((file) => /\.(?:md|txt|html|eml)$/.test(file))

/** A draft of Markdown, with words that two rules find and an opt-out that is missing. */
const lines = [
  '---',
  'subject: Pallet racks from stock',
  'lang: en',
  '---',
  '',
  'Hello Ann,',
  '',
  'I hope this email finds you well. Our racks are the best on the market, and',
  'they hold two tonnes a bay.',
  '',
  'I hope this email finds you well.'
]
const source = lines.join('\n')

async function judged(text: string): Promise<Result> {
  return lint(text, {file: 'a.md'})
}

async function left(text: string, entries: readonly Entry[]) {
  const {result, unused} = accept(await judged(text), text, entries, 'accepted')
  return {left: result.findings.map(({ruleId, text}) => [ruleId, text]), unused}
}

describe('what a baseline accepts', () => {
  test('is everything that was there when it was written', async () => {
    expect(drafts.length).toBeGreaterThan(100)
    for (const file of drafts) {
      const bytes = readFileSync(path.join(root, file))
      const result = await lint(bytes, {file})
      const text = bytes.toString('utf8')
      const written = parseBaseline(formatBaseline(entriesFor(result.findings, text, file)), 'a.json')
      const {result: after, unused} = accept(result, text, written, 'accepted')
      expect({file, findings: after.findings, unused}).toEqual({file, findings: [], unused: []})
      expect(after.suppressed).toHaveLength(result.findings.length + result.suppressed.length)
    }
  })

  const changed: [string, (text: string) => string][] = [
    ['lines that move', (text) => text.replace('Hello Ann,', 'Hello Ann,\n\nthank you for the drawings.\n\n')],
    ['lines that are wrapped anew', (text) => text.replace('on the market, and\nthey', 'on\nthe market, and they')],
    ['words that are wrapped anew', (text) => text.replace('I hope this email', 'I hope\nthis email')],
    ['another line end', (text) => text.replaceAll('\n', '\r\n')],
    ['a sign-off that moves what is missing', (text) => `${text}\n\nKind regards\nJo Whitlow\n`]
  ]
  test.each(changed)('stays accepted with %s', async (_, change) => {
    const entries = entriesFor((await judged(source)).findings, source, 'a.md')
    const text = change(source)
    expect(text).not.toBe(source)
    const fresh = (await judged(text)).findings.map(({ruleId}) => ruleId)
    expect(fresh).toContain('filler')
    const {left: found, unused} = await left(text, entries)
    // What the change itself brings or mends may differ; what was there and still is, is accepted.
    expect(found).toEqual([])
    expect(unused.filter(({rule}) => rule === 'filler' || rule === 'generic-claims')).toEqual([])
  })

  test('is not what takes its place', async () => {
    const entries = entriesFor((await judged(source)).findings, source, 'a.md')
    const {left: found, unused} = await left(source.replace('the best on the market', 'second to none'), entries)
    expect(found).toEqual([['generic-claims', expect.stringContaining('second to none')]])
    expect(unused).toContainEqual(expect.objectContaining({rule: 'generic-claims'}))
  })

  test('is counted: a third of two is new, and one of two leaves one unused', async () => {
    const entries = entriesFor((await judged(source)).findings, source, 'a.md')
    expect(entries).toContainEqual(expect.objectContaining({rule: 'filler', count: 2}))
    const third = await left(`${source}\n\nI hope this email finds you well.`, entries)
    expect(third.left).toEqual([['filler', expect.stringContaining('I hope this email finds you well')]])
    const one = await left(lines.slice(0, -1).join('\n'), entries)
    expect(one.left).toEqual([])
    expect(one.unused).toContainEqual(expect.objectContaining({rule: 'filler'}))
    expect(one.unused.find(({rule}) => rule === 'filler')?.count).toBeUndefined()
    expect(without(entries, one.unused)).toContainEqual({
      ...entries.find(({rule}) => rule === 'filler'),
      count: undefined
    })
  })

  test('names no words for what is missing, and few for what was found', async () => {
    const entries = entriesFor((await judged(source)).findings, source, 'a.md')
    expect(entries).toContainEqual({file: 'a.md', rule: 'opt-out'})
    const long = {...(await judged(source)).findings[0], text: 'word '.repeat(1000), missing: undefined}
    const [entry] = entriesFor([long as never], source, 'a.md')
    expect(entry?.words?.length).toBeLessThanOrEqual(80)
  })
})

const entry = fc.record(
  {
    file: fc.string({unit: 'binary', minLength: 1}),
    rule: fc.constantFrom('filler', 'opt-out', 'parse'),
    words: fc.string({unit: 'binary'}),
    count: fc.integer({min: 2, max: 9})
  },
  {requiredKeys: ['file', 'rule'], noNullPrototype: true}
) as fc.Arbitrary<Entry>
const distinct = fc.uniqueArray(entry, {selector: ({file, rule, words}) => JSON.stringify([file, rule, words])})

describe('the file of a baseline', () => {
  test('comes back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(distinct, (entries) => {
        const back = parseBaseline(formatBaseline(entries), 'a.json')
        expect(new Set(back.map((each) => JSON.stringify(each)))).toEqual(
          new Set(entries.map(({file, rule, words, count}) => JSON.stringify({file, rule, words, count})))
        )
      })
    )
  })

  test('is the same in whatever order drafts were read, an entry a line, with nothing invisible', () => {
    fc.assert(
      fc.property(distinct, (entries) => {
        const text = formatBaseline(entries)
        expect(formatBaseline(entries.toReversed())).toBe(text)
        expect(text.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(entries.length)
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u)
      })
    )
  })

  test('reads the lines of both sides of a merge, and an entry that both have once', () => {
    const one = {file: 'a.md', rule: 'filler', words: 'x'}
    const two = {...one, count: 2}
    const merged = formatBaseline([one]).replace('\n  ]', `,\n    ${JSON.stringify(two)}\n  ]`)
    expect(parseBaseline(merged, 'a.json')).toEqual([two])
  })
})
