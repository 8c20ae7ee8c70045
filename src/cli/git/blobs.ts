import {startGit} from './git.js'
import type {Repository} from './repository.js'

export interface Blob {
  readonly size: number
  /** All of them, or where those are too many, as many as tell a draft from another file. */
  readonly bytes: Buffer
}

const headLength = 64 * 1024

/** Asks one git for many objects. https://git-scm.com/docs/git-cat-file#_batch_output */
export class Blobs {
  private readonly git
  private readonly answers: Bytes

  constructor(
    {cwd}: Repository,
    private readonly largest: number
  ) {
    this.git = startGit(cwd, ['cat-file', '--batch'])
    this.answers = new Bytes(this.git.stdout[Symbol.asyncIterator]())
  }

  /** @returns nothing where the repository does not have the object */
  async read(id: string): Promise<Blob | undefined> {
    this.git.stdin.write(`${id}\n`)
    const [, , length] = (await this.answers.line()).split(' ')
    if (length === undefined) return undefined
    const size = Number(length)
    const kept = size > this.largest ? Math.min(size, headLength) : size
    const bytes = await this.answers.take(kept)
    await this.answers.skip(size - kept + 1)
    return bytes.length < kept ? undefined : {size, bytes}
  }

  close(): void {
    this.git.stdin.end()
    this.git.stdout.destroy()
  }
}

/** A stream read by counts of bytes. */
class Bytes {
  private rest: Buffer = Buffer.alloc(0)

  constructor(private readonly chunks: AsyncIterator<Buffer>) {}

  async line(): Promise<string> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(Infinity)) {
      const end = piece.indexOf(10)
      pieces.push(end < 0 ? piece : piece.subarray(0, end))
      if (end < 0) continue
      this.rest = Buffer.concat([piece.subarray(end + 1), this.rest])
      break
    }
    return Buffer.concat(pieces).toString('latin1')
  }

  async take(count: number): Promise<Buffer> {
    const taken: Buffer[] = []
    for await (const piece of this.pieces(count)) taken.push(piece)
    return Buffer.concat(taken)
  }

  async skip(count: number): Promise<void> {
    for await (const _ of this.pieces(count));
  }

  private async *pieces(count: number): AsyncGenerator<Buffer> {
    for (let missing = count; missing > 0; ) {
      if (this.rest.length === 0) {
        const {value, done} = await this.chunks.next()
        if (done) return
        this.rest = value
      }
      const piece = this.rest.subarray(0, missing)
      this.rest = this.rest.subarray(piece.length)
      missing -= piece.length
      yield piece
    }
  }
}
