import {fstatSync, statSync, writeSync} from 'node:fs'
import {printable} from '../report/shared/printable.js'
import {codeOf, reasonOf, UsageError} from './failures.js'
import {Output} from './output.js'

/** Where a report goes, and what it is written for. */
export interface Destination {
  readonly screen: {readonly isTTY?: boolean; readonly columns?: number}
  readonly output: Pick<Output, 'open' | 'write'>
}

/** File descriptors. */
export const standard = {output: 1, error: 2} as const

/**
 * Whether somebody watches. The null device is a device of characters too; Node's own `isTTY` would load streams and
 * sockets, which takes longer than to lint a draft.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    const info = fstatSync(descriptor)
    return info.isCharacterDevice() && info.rdev !== nullDevice()
  } catch {
    return false
  }
}

function nullDevice(): number | undefined {
  return statSync('/dev/null', {throwIfNoEntry: false})?.rdev
}

/** Where a report goes that nobody sent elsewhere. */
export function standardOutput(): Destination {
  if (isTerminal(standard.output)) return {screen: process.stdout, output: new Output(process.stdout)}
  return {screen: {}, output: new DirectOutput(standard.output)}
}

/** Writes without the streams of Node; to pipes and files they write at once as well. */
class DirectOutput {
  open = true
  private instead: Output | undefined

  constructor(private readonly descriptor: number) {}

  async write(text: string | Uint8Array): Promise<void> {
    if (this.instead) return this.instead.write(text)
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    for (let at = 0; this.open && at < bytes.length; ) {
      try {
        at += writeSync(this.descriptor, bytes, at)
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') return this.writeLater(bytes.subarray(at))
        if (codeOf(error) !== 'EPIPE') throw new UsageError(`the report could not be written: ${reasonOf(error)}`)
        this.open = false
      }
    }
  }

  /** A pipe that is full and does not wait: from here on Node has to wait for it. */
  private async writeLater(rest: Uint8Array): Promise<void> {
    this.instead = new Output(process.stdout)
    await this.instead.write(rest)
    this.open = this.instead.open
  }
}

/** A line on standard error. That nobody reads it must not change what the run does. */
export function complain(line: string): void {
  const text = `coldread: ${printable(line)}\n`
  try {
    writeSync(standard.error, text)
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') process.stderr.on('error', () => undefined).write(text)
  }
}
