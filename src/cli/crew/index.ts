import type {Reading} from '../files/read-draft.js'
import {inputOf, optionsFor} from '../lint/engine.js'
import type {Session} from '../session.js'
import type {Hand} from './hand.js'

/** Drafts that each thread has waiting: enough that none is idle while a report is written. */
const ahead = 16

/**
 * Hands drafts to further threads before they are asked for. A thread has to start and to compile what it runs often, which
 * costs as much as some thousand drafts: so the first ones are judged where they are asked for (bench/README.md).
 * @param threads how many judge, this one included; undefined: as many as there are cores, from `alone` drafts on
 */
export async function* judgedAhead(
  readings: AsyncIterable<Reading>,
  session: Session,
  threads: number | undefined
): AsyncGenerator<Reading> {
  const alone = threads === undefined ? 3000 : 0
  const source = readings[Symbol.asyncIterator]()
  let reading = await source.next()
  for (let count = 0; !reading.done && count < alone; count++) {
    yield reading.value
    reading = await source.next()
  }
  if (reading.done) return
  yield reading.value
  const hands = await crewOf((threads ?? (await cores())) - 1)
  try {
    yield* handedOut(source, hands, session)
  } finally {
    await Promise.all(hands.map((hand) => hand.close()))
  }
}

async function cores(): Promise<number> {
  return (await import('node:os')).availableParallelism()
}

async function crewOf(size: number): Promise<Hand[]> {
  if (size < 1) return []
  const {Hand} = await import('./hand.js')
  return Array.from({length: size}, () => new Hand())
}

/** One after the other to each thread, this one included: it judges its own when they are asked for. */
async function* handedOut(
  source: AsyncIterator<Reading>,
  hands: readonly Hand[],
  session: Session
): AsyncGenerator<Reading> {
  const queue: Reading[] = []
  let turn = 0
  for (let next = await source.next(); !next.done; next = await source.next()) {
    queue.push(handOver(next.value, hands[turn++ % (hands.length + 1)], session))
    const first = queue.length > ahead * hands.length ? queue.shift() : undefined
    if (first) yield first
  }
  yield* queue
}

function handOver(reading: Reading, hand: Hand | undefined, session: Session): Reading {
  if (!hand || reading.kind !== 'draft') return reading
  const order = {source: inputOf(reading.source, reading), ...optionsFor(reading, session)}
  // Settings that can't be sent to a thread are no reason to fail: the draft is judged here.
  return {...reading, judged: hand.judge(order).catch(() => undefined)}
}
