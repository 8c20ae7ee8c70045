import {decodeBytes, guessCharset} from './charset.js'
import type {TextWriter} from './writer.js'

/** Collects bytes with the place each was written at, and writes them as text once their charset can be read whole. */
export class ByteReader {
  /** The charset that the bytes were read in last. */
  used: string
  private bytes = new Uint8Array(0)
  private from = new Uint32Array(0)
  private to = new Uint32Array(0)
  private length = 0

  /**
   * @param charset undefined: to be told from the bytes
   * @param otherwise what bytes that tell nothing are; by default the usual charset of old mail programs
   */
  constructor(
    private readonly source: string,
    private readonly writer: TextWriter,
    readonly charset: string | undefined,
    readonly kind: 'coded' | 'shared',
    private readonly otherwise = 'windows-1252'
  ) {
    this.used = charset ?? 'utf-8'
  }

  byte(value: number, from: number, to: number): void {
    if (this.length === this.bytes.length) this.grow()
    this.bytes[this.length] = value
    this.from[this.length] = from
    this.to[this.length] = to
    this.length++
  }

  /** Characters that are text already; bytes before them cannot go on after them. */
  text(text: string, from: number): void {
    this.flush()
    this.writer.verbatim(text, from)
  }

  flush(): void {
    if (this.length === 0) return
    const bytes = this.bytes.subarray(0, this.length)
    this.used = this.charset ?? guessCharset(bytes, this.otherwise)
    const run = {start: 0, end: 0}
    const writeRun = () => {
      if (run.end > run.start) this.writer.verbatim(this.source.slice(run.start, run.end), run.start)
      run.start = run.end = 0
    }
    decodeBytes(bytes, this.used, (text, first, end) => {
      const from = this.from[first] ?? 0
      const to = this.to[end - 1] ?? from
      const verbatim = to - from === 1 && this.source[from] === text
      if (!verbatim || from !== run.end) writeRun()
      if (!verbatim) this.writer.coded(text, from, to, this.kind)
      else if (run.end === 0) run.start = from
      if (verbatim) run.end = to
    })
    writeRun()
    this.length = 0
  }

  private grow(): void {
    const size = Math.max(64, this.bytes.length * 2)
    const grown = {bytes: new Uint8Array(size), from: new Uint32Array(size), to: new Uint32Array(size)}
    grown.bytes.set(this.bytes)
    grown.from.set(this.from)
    grown.to.set(this.to)
    Object.assign(this, grown)
  }
}
