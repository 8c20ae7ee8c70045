import {availableParallelism} from 'node:os'
import {Hand} from './hand.js'

/** More would have too few drafts each to become fast. */
const mostUnasked = 8

/** The threads beside this one. */
export function crewOf(threads = Math.min(availableParallelism(), mostUnasked)): Hand[] {
  return Array.from({length: threads - 1}, () => new Hand())
}

/**
 * From how many drafts on threads pay. On two cores V8 uses the second one too, to compile and to collect: measured there
 * two threads were slower for 1,000 drafts and a sixth faster for 3,000. On more cores it is reckoned (bench/README.md).
 */
export function manyHere(): number {
  return availableParallelism() < 4 ? 3000 : 300
}
