import type {Edit} from '../rules/define-rule.js'
import type {Span} from '../tree/index.js'
import {rewrite} from './rewrite.js'

interface Change extends Span {
  /** By how much the first edit in this place made the text longer. */
  readonly growth: number
  readonly edit: Edit | undefined
}

/** Two rounds of edits as one. `first` counts in the oldest text, `second` in `middle`, the text after the first round. */
export function composeEdits(first: readonly Edit[], middle: string, second: readonly Edit[]): Edit[] {
  const composed: Edit[] = []
  let growth = 0
  for (const cluster of clusters([...asChanges(first), ...second.map((edit) => ({...edit, growth: 0, edit}))])) {
    const start = cluster[0]?.start ?? 0
    const end = cluster.reduce((furthest, change) => Math.max(furthest, change.end), 0)
    const inside = cluster.flatMap(({edit}) => edit ?? [])
    const text = rewrite(middle.slice(start, end), inside, start)
    const from = start - growth
    for (const change of cluster) growth += change.growth
    composed.push({start: from, end: end - growth, text})
  }
  return composed
}

/** The first round as ranges of the text it made. */
function asChanges(edits: readonly Edit[]): Change[] {
  let shift = 0
  return edits.map(({start, end, text}) => {
    const growth = text.length - (end - start)
    const change = {start: start + shift, end: start + shift + text.length, growth, edit: undefined}
    shift += growth
    return change
  })
}

/** Changes that touch, together. */
function clusters(changes: Change[]): Change[][] {
  const all: Change[][] = []
  let reach = -1
  for (const change of changes.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (change.start <= reach) all.at(-1)?.push(change)
    else all.push([change])
    reach = Math.max(reach, change.end)
  }
  return all
}
