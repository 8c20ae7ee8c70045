import type {Edit} from '../../rules/define-rule.js'
import {editOf} from '../written/content.js'
import {escaped} from '../written/escape.js'
import type {WrittenLine} from './line.js'

/** Text and Markdown: an empty line parts paragraphs. */
export function paragraphAfter(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const end = lineEnd(line)
  const next = nextLine(content.value, end)
  const words = joined(line, lines)
  // Whole lines, so that a diff shows just those.
  if (next === undefined) return editOf(content, {start: end, end}, `\n\n${words}`)
  return editOf(content, {start: next, end: next}, `\n${words}\n${isEmpty(content.value, next) ? '' : '\n'}`)
}

export function paragraphBefore(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const at = content.value.lastIndexOf('\n', line.start - 1) + 1
  return editOf(content, {start: at, end: at}, `${joined(line, lines)}\n\n`)
}

export function linesBefore(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content, block} = line
  if (block.kind !== 'paragraph') return paragraphBefore(line, lines)
  const at = content.value.lastIndexOf('\n', line.start - 1) + 1
  return editOf(content, {start: at, end: at}, `${joined(line, lines)}${breakIn(line)}\n`)
}

/** Further lines of the same paragraph; below an item, a heading or a row of a table a paragraph of their own. */
export function linesAfter(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content, block} = line
  if (block.kind !== 'paragraph') return paragraphAfter(line, lines)
  const end = lineEnd(line)
  const mark = breakIn(line)
  const next = nextLine(content.value, end)
  const words = joined(line, lines)
  if (next !== undefined && content.value.slice(line.end, end).endsWith(mark))
    return editOf(content, {start: next, end: next}, `${words}\n`)
  return editOf(content, {start: end, end}, `${mark}\n${words}`)
}

function joined(line: WrittenLine, lines: readonly string[]): string {
  return lines.map((one) => escaped(one, line.content.markup)).join(`${breakIn(line)}\n`)
}

/** Markdown says in two ways that a line ends here; drafts often do without, and are read so. */
function breakIn({content}: WrittenLine): string {
  if (content.markup !== 'markdown') return ''
  return /\S(\\|[ ]{2,})\r?\n[^\s]/.exec(content.value)?.[1] ?? ''
}

function lineEnd({content: {value}, end}: WrittenLine): number {
  const found = /[\r\n]/g
  found.lastIndex = end
  return found.exec(value)?.index ?? value.length
}

/** Undefined where the file ends in the line. */
function nextLine(value: string, end: number): number | undefined {
  if (end >= value.length) return undefined
  return value.startsWith('\r\n', end) ? end + 2 : end + 1
}

function isEmpty(value: string, at: number): boolean {
  return at >= value.length || /^[ \t]*(?:\r|\n|$)/.test(value.slice(at, at + 200))
}
