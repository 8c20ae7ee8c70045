import {readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import {Memory} from '../src/memory.js'
import {files, root} from './support/files.js'

describe('a memory', () => {
  test('asks once', () => {
    const memory = new Memory<number>()
    const make = vi.fn(() => 7)
    expect([memory.of('a', make), memory.of('a', make)]).toEqual([7, 7])
    expect(make).toHaveBeenCalledTimes(1)
  })

  test('keeps what is asked for again, and forgets the rest', () => {
    const memory = new Memory<string>(40)
    const made: string[] = []
    const ask = (key: string) => memory.of(key, () => made.push(key).toString())
    ask('often')
    for (let number = 0; number < 100; number++) {
      ask(`once ${number}`)
      ask('often')
    }
    expect(made.filter((key) => key === 'often')).toHaveLength(1)
    ask('once 0')
    expect(made.filter((key) => key === 'once 0')).toHaveLength(2)
  })

  test('holds no more than two generations, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({maxLength: 30})), (keys) => {
        const memory = new Memory<string>(100)
        for (const key of keys) expect(memory.of(key, () => `of ${key}`)).toBe(`of ${key}`)
        const generations = [memory['young' as never], memory['old' as never]] as ReadonlyMap<string, string>[]
        for (const {keys} of generations.map((map) => ({keys: [...map.keys()]})))
          expect(keys.join('').length).toBeLessThanOrEqual(100)
      })
    )
  })

  test('keeps no long key', () => {
    const memory = new Memory<number>()
    const make = vi.fn(() => 7)
    for (let time = 0; time < 2; time++) memory.of('long '.repeat(1000), make)
    expect(make).toHaveBeenCalledTimes(2)
  })
})

/** A Coldread that has seen nothing yet. */
async function fresh() {
  vi.resetModules()
  return (await import('../src/lint.js')).lint
}

describe('what was judged before', () => {
  const drafts = files('fixtures/drafts')
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(root, name), 'utf8'))
  const heads = drafts.map((draft) => /^---\n[\s\S]*?\n---\n/.exec(draft)?.[0] ?? '')
  const blocks = drafts.flatMap((draft, index) =>
    draft
      .slice(heads[index]?.length)
      .trim()
      .split(/\n{2,}/)
  )

  test('changes nothing in a draft that shares blocks with it', {timeout: 240_000}, async () => {
    const recombined = fc.sample(
      fc
        .tuple(fc.constantFrom(...heads), fc.array(fc.constantFrom(...blocks), {minLength: 2, maxLength: 7}))
        .map(([head, chosen]) => `${head}\n${chosen.join('\n\n')}\n`),
      {numRuns: 150, seed: 20_261_122}
    )
    const experienced = await fresh()
    for (const draft of drafts) await experienced(draft, {format: 'markdown'})
    const remembered = await Promise.all(recombined.map((draft) => experienced(draft, {format: 'markdown'})))
    const unspoilt = await fresh()
    for (const [index, draft] of [...recombined.entries()].reverse())
      expect(await unspoilt(draft, {format: 'markdown'})).toEqual(remembered[index])
  })
})
