import type {Readable} from 'node:stream'

const signals = {SIGINT: 130, SIGTERM: 143} as const

/** The exit code that a shell gives a program which SIGPIPE ended. */
export const brokenPipe = 141

/** Whether somebody asked the run to end. The second time the signal ends it at once. */
export class Stop {
  by: keyof typeof signals | undefined

  /** @param input is closed, so that nobody waits for what may never come */
  constructor(input: Readable) {
    for (const signal of Object.keys(signals) as (keyof typeof signals)[])
      process.once(signal, () => {
        this.by = signal
        input.destroy()
      })
  }

  get exitCode(): number | undefined {
    return this.by && signals[this.by]
  }
}
