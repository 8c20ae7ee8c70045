import {describe, expect, test, vi} from 'vitest'
import {type Attack, attacks, draftOf} from '../bench/attacks.js'
import {lint} from '../src/lint.js'
import type {Format} from '../src/tree/index.js'

vi.setConfig({testTimeout: 120_000})

const small = 8
const large = 64
/**
 * What grows with the square takes 8 times as long a character in a text 8 times as long; what grows with the text, as
 * long. Caches and the collection of garbage take their part, and the machine may be busy.
 */
const most = 4
/** In microseconds; what takes less is no danger however it grows. */
const least = 50_000

describe('a character costs about the same in a draft 8 times as long', () => {
  const first = attacks.map((attack) => [attack.name, attack.formats[0] as Format, attack] as const)
  // Each in one more format, in turn.
  const others = attacks.flatMap((attack, index) => {
    const [, ...rest] = attack.formats
    const format = rest[index % rest.length]
    return format ? [[attack.name, format, attack] as const] : []
  })
  test.each([...first, ...others])('%s in %s', hold)
})

async function hold(_name: string, format: Format, attack: Attack): Promise<void> {
  const short = await spent(attack, format, small)
  const long = await spent(attack, format, large)
  expect(Math.max(long, least) / Math.max(short * (large / small), least)).toBeLessThan(most)
}

/** Processor time in microseconds, the better of two rounds: the first may compile. */
async function spent(attack: Attack, format: Format, kilobytes: number): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 2; round++) {
    const draft = draftOf(attack, format, kilobytes * 1024, round * 100_000)
    const start = process.cpuUsage()
    await lint(draft, {format})
    const {user, system} = process.cpuUsage(start)
    rounds.push(user + system)
    // Nothing to be learned from another round.
    if (kilobytes === large && user + system < least) break
  }
  return Math.min(...rounds)
}
