import type {Email} from '../tree/index.js'
import type {Found} from './sentences.js'

/** Makes one finding of those in sentences that follow each other: a digression is read, and cut, as a whole. */
export function joinNeighbours(found: readonly Found[], email: Email): Found[] {
  const joined: Found[] = []
  for (const next of found) {
    const last = joined.at(-1)
    if (last && areNeighbours(last, next, email)) joined[joined.length - 1] = together(last, next)
    else joined.push(next)
  }
  return joined
}

function areNeighbours(first: Found, second: Found, {body, sentences}: Email): boolean {
  if (first.at.text !== body.text || second.at.text !== body.text) return false
  const last = sentences.findLastIndex(({start}) => start < first.at.end)
  const next = sentences.findIndex(({end}) => end > second.at.start)
  return next === last || (next === last + 1 && sentences[next]?.section === sentences[last]?.section)
}

function together(first: Found, second: Found): Found {
  const at = {text: first.at.text, start: first.at.start, end: Math.max(first.at.end, second.at.end)}
  const words = at.text.value.slice(at.start, at.end)
  return {at, words, hit: first.hit ?? second.hit, detail: [...first.detail, ...second.detail]}
}
