import type {Expression} from './pattern.js'

type Word = Extract<Expression, {readonly type: 'word' | 'stem'}>

/** Each way to say the one and then the other, parted or written as one word. */
export function join(left: Expression, right: Expression): Expression | undefined {
  const before = waysOf(left)
  const after = waysOf(right)
  if (!before || !after) return undefined
  const parts = before.flatMap((one) => after.flatMap((other) => [[...one, ...other], glue(one, other)]))
  return {type: 'choice', parts: parts.map((words) => ({type: 'sequence', parts: words}))}
}

function glue(one: readonly Word[], other: readonly Word[]): Word[] {
  const last = one.at(-1)
  const [first, ...rest] = other
  if (!last || !first) return [...one, ...other]
  return [...one.slice(0, -1), {type: first.type, value: last.value + first.value}, ...rest]
}

/** The rows of words an expression stands for; undefined where it holds marks or lists. */
function waysOf(expression: Expression): Word[][] | undefined {
  if (expression.type === 'word' || expression.type === 'stem') return [[expression]]
  if (!('parts' in expression)) return undefined
  const ways = expression.parts.map(waysOf)
  if (!ways.every((way) => way !== undefined)) return undefined
  if (expression.type === 'choice') return ways.flat()
  return ways.reduce((rows, next) => rows.flatMap((row) => next.map((words) => [...row, ...words])), [[]])
}
