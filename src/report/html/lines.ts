import type {Finding} from '../../result.js'

/** Text that the same findings speak of; `gap` tells what was left out in its place. */
export interface Piece {
  readonly text: string
  readonly gap?: string
  /** Findings by their place in the list. */
  readonly on: readonly number[]
  /** Those that end with this piece. */
  readonly closes: readonly number[]
}

export interface Line {
  readonly number: number
  readonly pieces: Piece[]
}

/** A stretch above this length is an attachment or the like; its two ends are shown. */
const longest = 20_000
const shownEnd = 4_000

/** The lines of a draft, cut where findings begin and end. */
export function linesOf(source: string, findings: readonly Finding[]): Line[] {
  const lines: Line[] = [{number: 1, pieces: []}]
  let number = 1
  for (const piece of shortened(piecesOf(source, findings))) {
    const parts = piece.text.split('\n')
    const lastShown = parts.at(-1) === '' ? Math.max(0, parts.length - 2) : parts.length - 1
    parts.forEach((part, index) => {
      const text = index < parts.length - 1 ? part.replace(/\r$/, '') : part
      if (index > 0) lines.push({number: ++number, pieces: []})
      const closes = index === lastShown ? piece.closes : []
      if (text !== '' || closes.length > 0) lines.at(-1)?.pieces.push({text, on: piece.on, closes})
    })
    if (piece.gap !== undefined) lines.at(-1)?.pieces.push({text: '', gap: piece.gap, on: [], closes: []})
    number += piece.skipped
    if (piece.skipped > 0) lines.push({number, pieces: []})
  }
  // After the last line end stands nothing.
  if (lines.length > 1 && lines.at(-1)?.pieces.length === 0) lines.pop()
  return lines
}

function piecesOf(source: string, findings: readonly Finding[]): Piece[] {
  const cuts = [0, source.length, ...findings.flatMap(({start, end}) => [start, end])]
  const places = [...new Set(cuts)].sort((a, b) => a - b)
  // The next one last, where it is taken without moving the others.
  const waiting = findings.map((_, index) => index).sort((a, b) => startOf(b) - startOf(a) || b - a)
  let open: number[] = []
  return places.flatMap((start, index) => {
    const end = places[index + 1] ?? start
    while (waiting.length > 0 && startOf(waiting.at(-1) as number) <= start) open.push(waiting.pop() as number)
    const points = open.filter((each) => startOf(each) === start && endOf(each) === start)
    open = open.filter((each) => endOf(each) > start)
    const closes = open.filter((each) => endOf(each) === end)
    const point = points.length > 0 ? [{text: '', on: points, closes: points}] : []
    return end > start ? [...point, {text: source.slice(start, end), on: [...open], closes}] : point
  })

  function startOf(index: number): number {
    return findings[index]?.start ?? 0
  }

  function endOf(index: number): number {
    return findings[index]?.end ?? 0
  }
}

/** Of what is too long to be shown the beginning and the end; `skipped` lines lie between. */
function* shortened(pieces: readonly Piece[]): Generator<Piece & {readonly skipped: number}> {
  for (const piece of pieces) {
    const {text, on, closes} = piece
    if (text.length <= longest) yield {...piece, skipped: 0}
    else {
      const left = text.slice(shownEnd, -shownEnd)
      const gap = `${left.length.toLocaleString('en-US')} characters are not shown here.`
      yield {text: text.slice(0, shownEnd), gap, on, closes: [], skipped: left.split('\n').length - 1}
      yield {text: text.slice(-shownEnd), on, closes, skipped: 0}
    }
  }
}
