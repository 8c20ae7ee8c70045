import type {Place} from '../../src/tree/index.js'

const run = /[!！¡?？؟]{1,80}/gu

/** How many exclamation marks stand in all of them. */
export function marksIn(stretches: readonly Place[]): number {
  const marks = stretches.map(({text, start, end}) => text.value.slice(start, end).match(/[!！]/g)?.length ?? 0)
  return marks.reduce((sum, count) => sum + count, 0)
}

/** Runs with two marks and more; single ones too where there are more of them in all than may be. */
export function exclamations(stretches: readonly Place[], most: number): Place[] {
  const loud = stretches.flatMap(({text, start, end}) =>
    [...text.value.slice(start, end).matchAll(run)].flatMap(({index, 0: found}) => {
      const marks = found.replace(/[^!！]/g, '').length
      return marks > 0 ? [{text, start: start + index, end: start + index + found.length, marks}] : []
    })
  )
  const all = marksIn(stretches)
  return loud.filter(({marks}) => marks > 1 || all > most).map(({text, start, end}) => ({text, start, end}))
}
