import type {Edit} from '../../rules/define-rule.js'
import {editOf} from '../written/content.js'
import {escaped} from '../written/escape.js'
import {linesInBlock, type WrittenLine} from './line.js'
import {
  type Element,
  elementAfter,
  elementBefore,
  lineBreakAfter,
  lineBreakBefore,
  pastEndTags,
  pastStartTags
} from './tags.js'

/**
 * HTML: a paragraph is written as the one beside it, in the same element with the same looks; where that one ends in
 * line breaks, so does the new one.
 */
export function paragraphAfter(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const inner = pastEndTags(content.value, line.end)
  const parting = lineBreakAfter(content.value, inner)
  const element = parting === undefined ? elementAfter(content.value, line.start, inner) : undefined
  if (!element) return editOf(content, {start: inner, end: inner}, `${parting ?? '<br>\n<br>\n'}${inLines(lines)}`)
  const words = `${element.gap}${inElement(element, lines)}`
  const next = /^[ \t]*\r?\n/.exec(content.value.slice(element.end, element.end + 200))?.[0].length
  if (next === undefined) return editOf(content, {start: element.end, end: element.end}, `\n${words}`)
  return editOf(content, {start: element.end + next, end: element.end + next}, `${words}\n`)
}

export function paragraphBefore(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const inner = pastStartTags(content.value, line.start)
  const parting = lineBreakBefore(content.value, inner)
  const element = parting === undefined ? elementBefore(content.value, inner, line.end) : undefined
  if (!element) return editOf(content, {start: inner, end: inner}, `${inLines(lines)}${parting ?? '<br>\n<br>\n'}`)
  return editOf(content, {start: element.start, end: element.start}, `${inElement(element, lines)}\n${element.gap}`)
}

/** In the same element, or each line in one of its own where the lines above are written so. */
export function linesAfter(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const inner = pastEndTags(content.value, line.end)
  const element = elementAfter(content.value, line.start, inner)
  if (element && linesInBlock(line) === 1 && hasLikeAbove(line, element)) {
    const all = lines.map((one) => `\n${inElement(element, [one])}`)
    return editOf(content, {start: element.end, end: element.end}, all.join(''))
  }
  return editOf(content, {start: inner, end: inner}, `<br>\n${inLines(lines)}`)
}

export function linesBefore(line: WrittenLine, lines: readonly string[]): Edit | undefined {
  const {content} = line
  const inner = pastStartTags(content.value, line.start)
  const element = elementBefore(content.value, inner, line.end)
  if (element && linesInBlock(line) === 1 && element.open.startsWith('<div')) {
    const all = lines.map((one) => `${inElement(element, [one])}\n`)
    return editOf(content, {start: element.start, end: element.start}, all.join(''))
  }
  return editOf(content, {start: inner, end: inner}, `${inLines(lines)}<br>\n`)
}

/** Whether the block above is a single line in the same element: then a line is an element here. */
function hasLikeAbove({content, block}: WrittenLine, {open}: Element): boolean {
  const {blocks, text} = content.email.body
  const above = blocks[blocks.indexOf(block) - 1]
  const name = /^<\w+/.exec(open)?.[0] ?? '<p'
  if (!above || name !== '<div') return false
  return !text.value.slice(above.start, above.end).includes('\n')
}

function inElement({open, close}: Element, lines: readonly string[]): string {
  return `${open}${inLines(lines)}${close}`
}

function inLines(lines: readonly string[]): string {
  return lines.map((one) => escaped(one, 'html')).join('<br>\n')
}
