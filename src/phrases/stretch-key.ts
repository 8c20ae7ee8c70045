import {wordFlag} from './word-flags.js'
import type {Words} from './words.js'

/**
 * The text of a row of words, from place `from` up to `to`: two rows with the same key have the same norms, flags and
 * gaps. Merge tags are told, since the text alone does not say which of it is one.
 */
export function stretchKey({text, starts, ends, flags}: Words, from: number, to: number): string {
  let key = text.slice(starts[from], ends[to - 1])
  for (let at = from; at < to; at++) if ((flags[at] as number) & wordFlag.tag) key += `\0${at - from}`
  return key
}
