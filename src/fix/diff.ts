import type {Edit} from '../rules/define-rule.js'
import {rewrite} from './rewrite.js'

const context = 3

/** Lines that edits change, and those edits. Indexes count the old lines, end exclusive. */
interface Block {
  readonly from: number
  to: number
  readonly edits: Edit[]
}

/**
 * The edits as a unified diff. Nothing is searched for: the edits say which lines change.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(path: string, source: string, edits: readonly Edit[]): string {
  const starts = lineStarts(source)
  const hunks = asHunks(changedBlocks(edits, starts))
  let shift = 0
  const parts = [`--- a/${path}\n+++ b/${path}\n`]
  for (const hunk of hunks) {
    const {text, grown} = hunkText(hunk, source, starts, shift)
    parts.push(text)
    shift += grown
  }
  return hunks.length > 0 ? parts.join('') : ''
}

function changedBlocks(edits: readonly Edit[], starts: readonly number[]): Block[] {
  const blocks: Block[] = []
  let line = 0
  for (const edit of edits) {
    while ((starts[line + 1] ?? Infinity) <= edit.start) line++
    const from = line
    while ((starts[line + 1] ?? Infinity) < edit.end) line++
    if (joinsNextLine(edit, starts[from], starts[line + 1]) && line < starts.length - 2) line++
    const last = blocks.at(-1)
    if (last && from <= last.to) {
      last.to = Math.max(last.to, line + 1)
      last.edits.push(edit)
    } else blocks.push({from, to: line + 1, edits: [edit]})
  }
  return blocks
}

/** Blocks whose contexts touch belong to one hunk. */
function asHunks(blocks: readonly Block[]): Block[][] {
  const hunks: Block[][] = []
  for (const block of blocks) {
    const last = hunks.at(-1)
    if (last && block.from <= (last.at(-1)?.to ?? 0) + context * 2) last.push(block)
    else hunks.push([block])
  }
  return hunks
}

/** Whether the edit takes a line end away and leaves something of its line. */
function joinsNextLine({start, end, text}: Edit, lineStart: number | undefined, nextLine: number | undefined): boolean {
  if (end !== nextLine || start === end || text.endsWith('\n')) return false
  return start !== lineStart || text !== ''
}

function hunkText(blocks: readonly Block[], source: string, starts: readonly number[], shift: number) {
  const lineCount = starts.length - 1
  const first = Math.max(0, (blocks[0]?.from ?? 0) - context)
  const last = Math.min(lineCount, (blocks.at(-1)?.to ?? 0) + context)
  const between = (from: number, to: number) => source.slice(starts[from], starts[Math.min(to, lineCount)])
  let at = first
  let grown = 0
  let body = ''
  for (const {from, to, edits} of blocks) {
    const old = between(from, to)
    const fresh = rewrite(old, edits, starts[from])
    body += prefixed(' ', between(at, from)) + changed(linesOf(old), linesOf(fresh))
    grown += countLines(fresh) - countLines(old)
    at = to
  }
  body += prefixed(' ', between(Math.min(at, lineCount), last))
  const header = `@@ -${first + 1},${last - first} +${first + 1 + shift},${last - first + grown} @@\n`
  return {text: header + body, grown}
}

/** Lines that an edit leaves as they were, beside those that it adds, are no change. */
function changed(old: readonly string[], fresh: readonly string[]): string {
  let head = 0
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const part = (sign: string, lines: readonly string[]) => prefixed(sign, lines.join(''))
  return (
    part(' ', old.slice(0, head)) +
    part('-', old.slice(head, old.length - tail)) +
    part('+', fresh.slice(head, fresh.length - tail)) +
    part(' ', old.slice(old.length - tail))
  )
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
