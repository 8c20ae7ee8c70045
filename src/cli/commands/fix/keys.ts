import {emitKeypressEvents} from 'node:readline'

interface Key {
  readonly name?: string
  readonly sequence?: string
  readonly ctrl?: boolean
}

/** Single keys from a terminal, in the order in which they were pressed. */
export class Keys {
  private readonly pressed: string[] = []
  private waiting: ((key: string) => void) | undefined
  private ended = false

  constructor(private readonly input: NodeJS.ReadStream) {
    emitKeypressEvents(input)
    input.on('keypress', (typed: string | undefined, key: Key) => this.add(key.ctrl ? 'q' : (typed ?? key.name ?? '')))
    input.on('end', () => {
      this.ended = true
      this.add('q')
    })
    this.listen()
  }

  /** The next key; `q` when the terminal is gone. */
  next(): Promise<string> {
    const key = this.pressed.shift()
    if (key !== undefined) return Promise.resolve(key)
    if (this.ended) return Promise.resolve('q')
    return new Promise((resolve) => {
      this.waiting = resolve
    })
  }

  listen(): void {
    this.input.setRawMode(true)
    this.input.resume()
  }

  /** Leaves the terminal to another program, or to the shell. */
  pause(): void {
    this.input.setRawMode(false)
    this.input.pause()
  }

  private add(key: string): void {
    const resolve = this.waiting
    this.waiting = undefined
    if (resolve) resolve(key)
    else this.pressed.push(key)
  }
}
