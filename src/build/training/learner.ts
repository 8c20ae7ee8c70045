/** A row of a sparse matrix. */
export interface Row {
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly has: boolean
  /** What an error on this row costs. */
  readonly cost: number
}

const mostRounds = 100
const smallestGradient = 1e-3

/**
 * A linear classifier with squared hinge loss and L2 regularisation, by coordinate descent in the dual: Hsieh et al.,
 * A Dual Coordinate Descent Method for Large-scale Linear SVM (2008), algorithm 1. Nothing but + - * /, so that every
 * machine learns the same weights; the logistic loss needs exponentials and measured no better.
 * @returns a weight a column, and at the end the one of the constant
 */
export function learn(rows: readonly Row[], columnCount: number): Float64Array {
  const weights = new Float64Array(columnCount + 1)
  const duals = new Float64Array(rows.length)
  const squares = rows.map(({values}) => values.reduce((sum, value) => sum + value * value, 1))
  const order = rows.map((_, index) => index)
  const random = generator()
  for (let round = 0; round < mostRounds; round++) {
    shuffle(order, random)
    let largest = 0
    for (const index of order) {
      const row = rows[index] as Row
      const side = row.has ? 1 : -1
      const slack = 1 / (2 * row.cost)
      const dual = duals[index] as number
      const gradient = side * product(weights, row) - 1 + slack * dual
      if (dual === 0 && gradient >= 0) continue
      largest = Math.max(largest, Math.abs(gradient))
      const next = Math.max(dual - gradient / ((squares[index] as number) + slack), 0)
      duals[index] = next
      add(weights, row, (next - dual) * side)
    }
    if (largest < smallestGradient) break
  }
  return weights
}

function product(weights: Float64Array, {columns, values}: Row): number {
  let sum = weights[weights.length - 1] as number
  for (let at = 0; at < columns.length; at++) sum += (weights[columns[at] as number] as number) * (values[at] as number)
  return sum
}

function add(weights: Float64Array, {columns, values}: Row, step: number): void {
  const constant = weights.length - 1
  weights[constant] = (weights[constant] as number) + step
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as number
    weights[column] = (weights[column] as number) + step * (values[at] as number)
  }
}

/** Numerical Recipes' linear congruential generator; the seed is fixed, so that training repeats itself. */
function generator(): (below: number) => number {
  let state = 1
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function shuffle(items: number[], random: (below: number) => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random(at + 1)
    const item = items[at] as number
    items[at] = items[other] as number
    items[other] = item
  }
}
