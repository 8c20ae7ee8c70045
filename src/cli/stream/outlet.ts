import {setImmediate} from 'node:timers/promises'
import type {Destination} from '../standard-output.js'

const blockLength = 16_384
const longestWait = 100

/** Answers on their way out, whole ones, some at a time: a write for each would cost more than to make it. */
export class Outlet {
  private block = ''
  private since = Date.now()

  constructor(private readonly output: Destination['output']) {}

  get open(): boolean {
    return this.output.open
  }

  async add(answer: string): Promise<void> {
    this.block += answer
    if (this.block.length >= blockLength || Date.now() - this.since > longestWait) await this.flush()
  }

  /** Resolves when what was added has left and signals that came meanwhile were heard. */
  async flush(): Promise<void> {
    const {block} = this
    // What failed to be written is not written again.
    this.block = ''
    await this.output.write(block)
    await setImmediate()
    this.since = Date.now()
  }
}
