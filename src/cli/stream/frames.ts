/** Tells where records end. Remembers between two chunks what it must. */
export interface RecordEnds {
  /** The offset behind the record that goes on at `from`; -1 where the chunk ends before it does. */
  find(chunk: Buffer, from: number): number
  /** The record is too long to be one: let it end with its line. */
  giveUp(): void
}

/** The bytes of one record, and where in the input they stand. */
export interface Frame {
  /** Of a record that is too long, only the beginning. */
  readonly bytes: Buffer
  readonly tooLong: boolean
  /** The record's first line, from 1. */
  readonly line: number
  /** Bytes of the input before the record, and up to its end. */
  readonly start: number
  readonly end: number
}

const lineFeed = 10
/** What is kept of a record that is too long: enough to find its id. */
const headLength = 1024

/** JSON writes no line feed inside of a value. https://github.com/ndjson/ndjson-spec */
export const lineEnds: RecordEnds = {
  find: (chunk, from) => chunk.indexOf(lineFeed, from) + 1 || -1,
  giveUp: () => undefined
}

/** Cuts a stream into records; holds no more than one record and one chunk. */
export class Framer {
  private pieces: Buffer[] = []
  private tooLong = false
  private start = 0
  /** Bytes that were taken. */
  end = 0
  private line = 1
  private lineFeeds = 0

  /** @param most bytes that a record may have */
  constructor(
    private readonly ends: RecordEnds,
    private readonly most: number
  ) {}

  *push(chunk: Buffer): Generator<Frame> {
    let from = 0
    while (from < chunk.length) {
      const end = this.ends.find(chunk, from)
      this.take(chunk.subarray(from, end < 0 ? chunk.length : end))
      if (end >= 0) yield this.finish()
      else if (this.tooLong) this.ends.giveUp()
      from = end < 0 ? chunk.length : end
    }
  }

  /** The last record, where no line feed ends it. */
  *rest(): Generator<Frame> {
    if (this.end > this.start) yield this.finish()
  }

  private take(piece: Buffer): void {
    this.end += piece.length
    this.lineFeeds += countLineFeeds(piece)
    if (this.tooLong) return
    this.pieces.push(piece)
    if (this.end - this.start <= this.most) return
    this.tooLong = true
    this.pieces = [Buffer.from(this.joined().subarray(0, headLength))]
  }

  private finish(): Frame {
    const {tooLong, line, start, end} = this
    const frame = {bytes: withoutMark(this.joined()), tooLong, line, start, end}
    this.pieces = []
    this.tooLong = false
    this.start = end
    this.line += this.lineFeeds
    this.lineFeeds = 0
    return frame
  }

  private joined(): Buffer {
    const [only] = this.pieces
    return only && this.pieces.length === 1 ? only : Buffer.concat(this.pieces)
  }
}

function countLineFeeds(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) count += 1
  return count
}

/** Files that were put one behind the other have a byte order mark wherever one begins. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
