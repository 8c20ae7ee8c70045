/** Where the lines of a text begin and end; a line ends with CRLF, LF or a bare CR. */
export interface Lines {
  readonly starts: readonly number[]
  /** Offsets of the line ends, the break itself left out. */
  readonly ends: readonly number[]
}

const LINE_BREAK = /\r\n|\n|\r/g

export function linesOf(source: string, from: number): Lines {
  const starts = [from]
  const ends: number[] = []
  LINE_BREAK.lastIndex = from
  for (let found = LINE_BREAK.exec(source); found; found = LINE_BREAK.exec(source)) {
    ends.push(found.index)
    starts.push(LINE_BREAK.lastIndex)
  }
  ends.push(source.length)
  return {starts, ends}
}
