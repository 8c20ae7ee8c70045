import type {Writable} from 'node:stream'
import type {Colors} from 'picocolors/types.js'
import {plainColors} from '../report/shared/plain-colors.js'
import {codeOf, reasonOf, UsageError} from './failures.js'

/** A stream for as long as somebody reads it: `coldread | head` closes standard output early, which is no failure. */
export class Output {
  open = true

  constructor(private readonly stream: Writable) {
    // Each write learns of its own error; without a listener the stream would end the process.
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
  }

  /** Resolves when the text has left, so that a slow reader slows the run and does not fill the memory. */
  async write(text: string | Uint8Array): Promise<void> {
    if (!this.open || text.length === 0) return
    const error = await new Promise<unknown>((resolve) => this.stream.write(text, resolve))
    if (!error) return
    if (codeOf(error) !== 'EPIPE') throw new UsageError(`the report could not be written: ${reasonOf(error)}`)
    this.open = false
  }
}

const blockLength = 16_384
const longestWait = 100

/** Pieces of a report put together, for a program that reads it: a write for each would cost more than the report. */
export async function* inBlocks(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let block = ''
  let since = Date.now()
  for await (const piece of pieces) {
    if (typeof piece === 'string') block += piece
    else {
      yield block
      yield piece
      block = ''
    }
    if (block.length < blockLength && Date.now() - since < longestWait) continue
    yield block
    block = ''
    since = Date.now()
  }
  yield block
}

/** https://no-color.org and https://force-color.org; what was asked for on the command line goes first. */
export function wantsColor(stream: {isTTY?: boolean}, asked: boolean): boolean {
  const {NO_COLOR, FORCE_COLOR, TERM} = process.env
  if (!asked || NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}

export async function colorsFor(stream: {isTTY?: boolean}, asked: boolean): Promise<Colors> {
  if (!wantsColor(stream, asked)) return plainColors
  const {default: colors} = await import('picocolors')
  return colors.createColors(true)
}
