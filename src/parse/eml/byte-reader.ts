import {decodeBytes, guessCharset} from './charset.js'
import type {TextWriter} from './writer.js'

/** Collects bytes with the place each was written at, and writes them as text once their charset can be read whole. */
export class ByteReader {
  /** The charset that the bytes were read in last. */
  used: string
  private bytes: number[] = []
  private from: number[] = []
  private to: number[] = []
  /** Bytes that stand as the characters they mean, not written yet; `runEnd` is 0 where there are none. */
  private runStart = 0
  private runEnd = 0

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
    this.bytes.push(value)
    this.from.push(from)
    this.to.push(to)
  }

  /** Characters that are text already; bytes before them cannot go on after them. */
  text(text: string, from: number): void {
    this.flush()
    this.writer.verbatim(text, from)
  }

  flush(): void {
    if (this.bytes.length === 0) return
    const bytes = new Uint8Array(this.bytes)
    this.used = this.charset ?? guessCharset(bytes, this.otherwise)
    decodeBytes(bytes, this.used, (text, first, end) => {
      const from = this.from[first] ?? 0
      this.write(text, from, this.to[end - 1] ?? from)
    })
    this.writeRun()
    this.bytes = []
    this.from = []
    this.to = []
  }

  private write(text: string, from: number, to: number): void {
    const isVerbatim = to - from === 1 && this.source[from] === text
    if (!isVerbatim || from !== this.runEnd) this.writeRun()
    if (isVerbatim) {
      if (this.runEnd === 0) this.runStart = from
      this.runEnd = to
    } else this.writer.coded(text, from, to, this.kind)
  }

  private writeRun(): void {
    if (this.runEnd > 0) this.writer.verbatim(this.source.slice(this.runStart, this.runEnd), this.runStart)
    this.runEnd = 0
  }
}
