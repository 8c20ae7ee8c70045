/** A half-open range of UTF-16 offsets: `start` included, `end` excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span in the source file. `exact` is false where cutting it out gives more than the characters asked for. */
export interface SourceSpan extends Span {
  readonly exact: boolean
}

/** A span of the source file that may lie in a coded part of a message. */
export interface CodedSpan extends Span {
  /** What the span says once decoded, and whether it says no more than that; unset where nothing is coded. */
  readonly coded?: {readonly text: string; readonly exact: boolean}
}

/**
 * How a piece of text stands in its origin:
 * `verbatim` character by character; `coded` as a whole (an entity, an escape, quoted-printable bytes);
 * `shared` as a whole together with neighbours (a base64 quantum); `made` not at all (a line break between two blocks).
 */
export type PieceKind = 'verbatim' | 'coded' | 'shared' | 'made'

export interface Piece {
  /** Offset in the text. */
  readonly at: number
  /** Length in the text. */
  readonly length: number
  /** Offsets in the origin, end exclusive. */
  readonly from: number
  readonly to: number
  readonly kind: PieceKind
}

/**
 * Visible text that knows for each of its characters where it comes from.
 * Its origin is the source file, or another mapped text (the decoded part of a MIME message).
 */
export class MappedText {
  readonly value: string
  readonly pieces: readonly Piece[]
  readonly origin: MappedText | undefined
  private ordered: boolean | undefined

  /** @param pieces in order of `at`, without gaps, covering `value`; an empty text has one that tells its place */
  constructor(value: string, pieces: readonly Piece[], origin?: MappedText) {
    this.value = value
    this.pieces = pieces
    this.origin = origin
  }

  /** Text that stands in the source file as it is, from `start` to `end`. */
  static slice(source: string, start = 0, end = source.length): MappedText {
    const length = end - start
    return new MappedText(source.slice(start, end), [{at: 0, length, from: start, to: end, kind: 'verbatim'}])
  }

  /** The smallest span of the source file that holds the characters from `start` to `end` (offsets in `value`). */
  toSource(start: number, end: number): SourceSpan {
    const own = this.toOrigin(start, end)
    if (!this.origin) return own
    const outer = this.origin.toSource(own.start, own.end)
    return {...outer, exact: own.exact && outer.exact}
  }

  /** As `toSource`, but only one step back: to where this text was read from. */
  toOrigin(start: number, end: number): SourceSpan {
    if (end <= start) {
      const point = this.pointOf(start)
      return {start: point, end: point, exact: true}
    }
    const first = this.indexAt(start)
    const last = this.indexAt(end - 1)
    const opening = this.pieces[first]
    const closing = this.pieces[last]
    if (!opening || !closing) return {start: 0, end: 0, exact: false}
    const from = opening.kind === 'verbatim' ? opening.from + start - opening.at : opening.from
    const to = closing.kind === 'verbatim' ? closing.from + end - closing.at : closing.to
    const exact = isWhole(opening, start, opening.at) && isWhole(closing, end, closing.at + closing.length)
    if (first === last || this.inOrder) return {start: from, end: to, exact}
    return spanAround({start: from, end: to, exact}, this.pieces.slice(first, last + 1))
  }

  private pointOf(offset: number): number {
    const piece = this.pieces[this.indexAt(offset)]
    if (piece) return piece.kind === 'verbatim' ? piece.from + offset - piece.at : piece.from
    return this.pieces.at(-1)?.to ?? 0
  }

  /** Whether the pieces stand in the origin in the order in which they are read. */
  private get inOrder(): boolean {
    this.ordered ??= areInOrder(this.pieces)
    return this.ordered
  }

  private indexAt(offset: number): number {
    let low = 0
    let high = this.pieces.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const piece = this.pieces[middle] as Piece
      if (offset < piece.at) high = middle - 1
      else if (offset >= piece.at + piece.length) low = middle + 1
      else return middle
    }
    return -1
  }
}

/** Text that was moved (out of a table in HTML) makes a span take in what stands between its parts. */
function spanAround({start, end, exact}: SourceSpan, pieces: readonly Piece[]): SourceSpan {
  const last = pieces.length - 1
  const froms = pieces.map(({from}, index) => (index === 0 ? start : from))
  const tos = pieces.map(({to}, index) => (index === last ? end : to))
  const from = froms.reduce((least, each) => Math.min(least, each), start)
  const to = tos.reduce((most, each) => Math.max(most, each), end)
  return {start: from, end: to, exact: exact && from === start && to === end && areInOrder(pieces)}
}

function areInOrder(pieces: readonly Piece[]): boolean {
  return pieces.every(({from, to}, index) => {
    const before = pieces[index - 1]
    return !before || (from >= before.from && to >= before.to)
  })
}

function isWhole(piece: Piece, offset: number, edge: number): boolean {
  return piece.kind === 'verbatim' || (piece.kind !== 'shared' && offset === edge)
}

/** Builds a mapped text piece by piece, in reading order. */
export class TextBuilder {
  private readonly parts: string[] = []
  private readonly pieces: {-readonly [Key in keyof Piece]: Piece[Key]}[] = []
  length = 0

  /** Characters that stand in the origin as they are, beginning at `from`. */
  verbatim(text: string, from: number): void {
    const last = this.pieces.at(-1)
    if (last?.kind === 'verbatim' && last.to === from && text.length > 0) {
      this.parts.push(text)
      last.length += text.length
      last.to = from + text.length
      this.length += text.length
      return
    }
    this.add(text, from, from + text.length, 'verbatim')
  }

  /** Characters that the origin writes in another way between `from` and `to`. */
  coded(text: string, from: number, to: number, kind: 'coded' | 'shared' = 'coded'): void {
    this.add(text, from, to, kind)
  }

  /** Characters that the origin does not have; they belong to the place `at`. */
  made(text: string, at: number): void {
    this.add(text, at, at, 'made')
  }

  /** A text that was built of a part of the origin which begins at `from`; `gap` stands before it, and is made. */
  append({value, pieces}: MappedText, from: number, gap: string): void {
    if (gap) this.made(gap, from + (pieces[0]?.from ?? 0))
    const base = this.length
    for (const piece of pieces)
      this.pieces.push({
        at: base + piece.at,
        length: piece.length,
        from: from + piece.from,
        to: from + piece.to,
        kind: piece.kind
      })
    this.parts.push(value)
    this.length += value.length
  }

  /** @param start where the text would stand in its origin if it had any character */
  build(start: number, origin?: MappedText): MappedText {
    const pieces = this.length > 0 ? this.pieces : [{at: 0, length: 0, from: start, to: start, kind: 'made' as const}]
    return new MappedText(this.parts.join(''), pieces, origin)
  }

  private add(text: string, from: number, to: number, kind: PieceKind): void {
    if (text.length === 0) return
    this.parts.push(text)
    this.pieces.push({at: this.length, length: text.length, from, to, kind})
    this.length += text.length
  }
}
