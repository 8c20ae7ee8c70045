import type {Place} from '../../src/tree/index.js'

const run = /[!！¡?？؟]{1,80}/gu

/** Runs with two marks and more; single ones too where there are more of them in all than may be. */
export function exclamations(stretches: readonly Place[], most: number): Place[] {
  const loud = stretches.flatMap(({text, start, end}) =>
    [...text.value.slice(start, end).matchAll(run)].flatMap(({index, 0: found}) => {
      const marks = found.replace(/[^!！]/g, '').length
      return marks > 0 ? [{text, start: start + index, end: start + index + found.length, marks}] : []
    })
  )
  const all = loud.reduce((sum, {marks}) => sum + marks, 0)
  return loud.filter(({marks}) => marks > 1 || all > most).map(({text, start, end}) => ({text, start, end}))
}
