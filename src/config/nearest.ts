const longestName = 60

/** The known name that was most likely meant, or undefined where none is close. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined
  const asked = name.toLowerCase()
  let best: string | undefined
  // One slip in three characters: more, and the guess is rather another name than a misspelt one.
  let least = Math.min(3, Math.ceil(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(asked, candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** ` did you mean ...?` as the end of a message, or `otherwise` where no name is close. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const guess = nearest(name, known)
  return guess === undefined ? otherwise : `did you mean \`${guess}\`?`
}

/** Optimal string alignment: insert, delete, replace, or swap two neighbours. */
function editDistance(left: string, right: string): number {
  let before: number[] = []
  let last = Array.from({length: right.length + 1}, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const costs = [at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1)]
      if (row > 1 && column > 1 && swapped) costs.push(at(before, column - 2) + 1)
      next.push(Math.min(...costs))
    }
    before = last
    last = next
  }
  return at(last, right.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
