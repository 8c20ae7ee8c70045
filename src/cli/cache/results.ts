import type {Result} from '../../result.js'
import {pack, StringTable, unpack} from './packing.js'

/** Some 30,000 drafts with findings. */
const mostBytes = 32 * 1024 * 1024

/** Results by the key of what they follow from; the packed form is what stands in the file. */
export class CachedResults {
  /** Whether there is something that was not there before. */
  changed = false
  private readonly used = new Set<string>()
  private size = 0

  constructor(
    readonly lines: Map<string, Buffer> = new Map(),
    readonly table = new StringTable()
  ) {
    for (const line of lines.values()) this.size += line.length
  }

  get(key: string): Result | undefined {
    const line = this.lines.get(key)
    if (!line) return undefined
    this.used.add(key)
    return unpack(line.toString('utf8'), this.table)
  }

  set(key: string, result: Result): void {
    // A million drafts must not fill the memory: those above are judged anew each time.
    if (this.size > 2 * mostBytes) return
    const line = Buffer.from(pack(result, this.table))
    this.lines.set(key, line)
    this.used.add(key)
    this.size += line.length
    this.changed = true
  }

  /** What is worth keeping for later runs: everything, or where that is too much what this run used. */
  toKeep(): CachedResults {
    if (this.size <= mostBytes) return this
    const kept = new CachedResults()
    for (const key of this.used) {
      const result = this.get(key)
      if (result && kept.size < mostBytes) kept.set(key, result)
    }
    return kept
  }
}
