import {countBefore, type Email, firstTouching} from '../tree/index.js'
import type {Found} from './sentences.js'

/** Makes one finding of those in sentences that follow each other: a digression is read, and cut, as a whole. */
export function joinNeighbours(found: readonly Found[], email: Email): Found[] {
  const rows: [Found, ...Found[]][] = []
  let end = 0
  for (const next of found) {
    const row = rows.at(-1)
    const goesOn = row && areNeighbours({...row[0].at, end}, next.at, email)
    if (goesOn) row.push(next)
    else rows.push([next])
    end = goesOn ? Math.max(end, next.at.end) : next.at.end
  }
  return rows.map(together)
}

function areNeighbours(first: Found['at'], second: Found['at'], {body, sentences}: Email): boolean {
  if (first.text !== body.text || second.text !== body.text) return false
  const last = countBefore(sentences, first.end) - 1
  const next = firstTouching(sentences, {start: second.start, end: Number.POSITIVE_INFINITY})
  return next === last || (next === last + 1 && sentences[next]?.section === sentences[last]?.section)
}

function together(row: readonly [Found, ...Found[]]): Found {
  const [first] = row
  if (row.length === 1) return first
  const end = row.reduce((furthest, {at}) => Math.max(furthest, at.end), 0)
  const at = {text: first.at.text, start: first.at.start, end}
  return {
    at,
    words: at.text.value.slice(at.start, at.end),
    hit: row.find(({hit}) => hit)?.hit,
    detail: row.flatMap(({detail}) => detail)
  }
}
