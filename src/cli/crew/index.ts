import type {Reading} from '../files/read-draft.js'
import {inputOf, optionsFor} from '../lint/engine.js'
import type {Session} from '../session.js'
import type {Hand} from './hand.js'

/** Drafts that each thread has waiting: enough that none is idle while a report is written. */
const ahead = 16

/** Below so many drafts no further thread pays, however many cores there are. */
const few = 300

/**
 * Hands drafts to further threads before they are asked for. A thread has to start and to compile what it runs often, which
 * costs as much as some hundred drafts: so the first ones are judged where they are asked for.
 * @param threads how many judge, this one included; undefined: as many as there are cores, from where they pay
 */
export async function* judgedAhead(
  readings: AsyncIterable<Reading>,
  session: Session,
  threads: number | undefined
): AsyncGenerator<Reading> {
  const source = readings[Symbol.asyncIterator]()
  if (threads === undefined && (yield* next(few, source))) return
  const {crewOf, manyHere} = await import('./crew.js')
  if (threads === undefined && (yield* next(manyHere() - few, source))) return
  const hands = crewOf(threads)
  try {
    yield* handedOut(source, hands, session)
  } finally {
    await Promise.all(hands.map((hand) => hand.close()))
  }
}

/** @returns whether there are no more */
async function* next(count: number, source: AsyncIterator<Reading>): AsyncGenerator<Reading, boolean> {
  for (let left = count; left > 0; left--) {
    const reading = await source.next()
    if (reading.done) return true
    yield reading.value
  }
  return false
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
