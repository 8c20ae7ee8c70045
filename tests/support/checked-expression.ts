import {checkSync} from 'recheck'
import type {Expression} from './expressions.js'

export type Verdict = 'linear' | 'super-linear' | 'undecided'

/** Of more copies a bounded repeat is no other automaton, only a larger one. */
const copies = 2
/** Fewer copies cost nothing, however they are nested. */
const many = 9
// Far above what any expression takes: in the end a checker that never ends has to be stopped.
const limits = {checker: 'automaton', timeout: 60_000} as const

/**
 * Whether matching takes more than linear time, by the automaton that the expression is: what overlaps with what is
 * the same where a bounded repeat ends after two. Where such repeats are nested, they must not be exponential either
 * if they had no bound: 30 in 30 would be bounded, and never end.
 */
export function verdictOf({source, flags}: Pick<Expression, 'source' | 'flags'>): Verdict {
  const verdict = statusOf(withBounds(source, shrunk), flags)
  if (verdict !== 'linear' || !/\)[{*+]/.test(source)) return verdict
  const unbounded = withBounds(source, stretched)
  return unbounded === source || !isExponential(unbounded, flags) ? 'linear' : 'super-linear'
}

function statusOf(source: string, flags: string): Verdict {
  const {status} = checkSync(source, flags, limits)
  if (status === 'unknown') return 'undecided'
  return status === 'safe' ? 'linear' : 'super-linear'
}

function isExponential(source: string, flags: string): boolean {
  const checked = checkSync(source, flags, limits)
  return checked.status === 'vulnerable' && checked.complexity.type === 'exponential'
}

type Repeat = (least: number, most: number | undefined) => string

const shrunk: Repeat = (least, most) =>
  `{${Math.min(least, copies)},${most === undefined ? '' : Math.min(most, copies)}}`

const stretched: Repeat = (least, most) =>
  most === undefined || most >= many ? `{${Math.min(least, copies)},}` : shrunk(least, most)

function withBounds(source: string, repeat: Repeat): string {
  const bounds = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\{(\d+)(,?)(\d*)\}/g
  return source.replace(bounds, (part, least?: string, comma?: string, most?: string) => {
    if (least === undefined) return part
    return repeat(Number(least), comma && !most ? undefined : Number(most || least))
  })
}
