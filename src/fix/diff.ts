import type {Edit} from '../rules/define-rule.js'
import {rewrite} from './rewrite.js'

const context = 3

interface Hunk {
  /** Indexes of old lines, end exclusive, context not counted in. */
  from: number
  to: number
  readonly edits: Edit[]
}

/**
 * The edits as a unified diff. Nothing is searched for: the edits say which lines change.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(path: string, source: string, edits: readonly Edit[]): string {
  const starts = lineStarts(source)
  const hunks = groupByLines(edits, starts)
  let shift = 0
  const parts = [`--- a/${path}\n+++ b/${path}\n`]
  for (const hunk of hunks) {
    const {text, grown} = hunkText(hunk, source, starts, shift)
    parts.push(text)
    shift += grown
  }
  return hunks.length > 0 ? parts.join('') : ''
}

/** Edits whose contexts touch belong to one hunk. */
function groupByLines(edits: readonly Edit[], starts: readonly number[]): Hunk[] {
  const hunks: Hunk[] = []
  let line = 0
  for (const edit of edits) {
    while ((starts[line + 1] ?? Infinity) <= edit.start) line++
    const from = line
    while ((starts[line + 1] ?? Infinity) < edit.end) line++
    if (joinsNextLine(edit, starts[from], starts[line + 1]) && line < starts.length - 2) line++
    const last = hunks.at(-1)
    if (last && from <= last.to + context * 2) {
      last.to = Math.max(last.to, line + 1)
      last.edits.push(edit)
    } else hunks.push({from, to: line + 1, edits: [edit]})
  }
  return hunks
}

/** Whether the edit takes a line end away and leaves something of its line. */
function joinsNextLine({start, end, text}: Edit, lineStart: number | undefined, nextLine: number | undefined): boolean {
  if (end !== nextLine || start === end || text.endsWith('\n')) return false
  return start !== lineStart || text !== ''
}

function hunkText({from, to, edits}: Hunk, source: string, starts: readonly number[], shift: number) {
  const lineCount = starts.length - 1
  const first = Math.max(0, from - context)
  const last = Math.min(lineCount, to + context)
  const [begin, end] = [starts[from] ?? source.length, starts[Math.min(to, lineCount)] ?? source.length]
  const old = source.slice(begin, end)
  const lead = source.slice(starts[first], begin)
  const trail = source.slice(end, starts[last])
  const fresh = rewrite(old, edits, begin)
  const body = prefixed(' ', lead) + prefixed('-', old) + prefixed('+', fresh) + prefixed(' ', trail)
  const newCount = last - first - countLines(old) + countLines(fresh)
  const header = `@@ -${first + 1},${last - first} +${first + 1 + shift},${newCount} @@\n`
  return {text: header + body, grown: countLines(fresh) - countLines(old)}
}

/** Where each line begins, and the end of the source. */
function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  if (starts.at(-1) !== source.length) starts.push(source.length)
  return starts
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function countLines(text: string): number {
  return linesOf(text).length
}

function prefixed(sign: string, text: string): string {
  return linesOf(text)
    .map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`))
    .join('')
}
