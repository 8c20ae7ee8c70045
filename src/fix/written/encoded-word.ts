import type {Span} from '../../tree/index.js'

/** An encoded word is at most 75 characters long: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
const longest = 75

/** Whether a span begins or ends inside an encoded word of a header; it may take in whole ones. */
export function cutsEncodedWord(source: string, {start, end}: Span): boolean {
  const from = Math.max(0, start - longest)
  const around = source.slice(from, end + longest)
  for (const word of around.matchAll(/=\?[^?\s]{1,40}\?[bq]\?[^?\s]{0,75}\?=/gi)) {
    const [first, last] = [from + word.index, from + word.index + word[0].length]
    if (first < end && last > start && !(start <= first && last <= end)) return true
  }
  return false
}
