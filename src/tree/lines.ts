import type {Position} from 'unist'
import type {Span} from './text.js'

/** A position in a file: both numbers 1-based, `column` in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Finds lines and columns of offsets. Lines end with a line feed, alone or after a carriage return. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(source: string) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  pointAt(offset: number): Point {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (this.starts[low] as number) + 1}
  }

  /** A span of the file as unist tells it. */
  positionOf({start, end}: Span): Position {
    return {start: {...this.pointAt(start), offset: start}, end: {...this.pointAt(end), offset: end}}
  }
}
