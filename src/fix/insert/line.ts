import type {Block, Email, Span} from '../../tree/index.js'
import {type BodyContent, contentOfBody, inContent} from '../written/content.js'

/** A line of the body as the reader sees it, and where it stands in the content. */
export interface WrittenLine {
  readonly content: BodyContent
  /** Offsets in the content, from the first to the last character that is seen. */
  readonly start: number
  readonly end: number
  /** The block that holds it, and the same line there; offsets count in the visible text. */
  readonly block: Block
  readonly seen: Span
}

/** The line at an offset of the visible text; undefined where nothing can be written beside it. */
export function lineAt(email: Email, offset: number): WrittenLine | undefined {
  const content = contentOfBody(email)
  const {text, blocks} = email.body
  const block = blocks.find(({start, end}) => offset >= start && offset <= end)
  if (!content || !block || block.kind === 'code' || block.quoteDepth > 0) return undefined
  const start = Math.max(block.start, text.value.lastIndexOf('\n', offset - 1) + 1)
  const next = text.value.indexOf('\n', offset)
  const seen = {start, end: next < 0 ? block.end : Math.min(next, block.end)}
  const place = seen.end > seen.start ? inContent(content, {text, ...seen}) : undefined
  return place && {content, start: place.start, end: place.end, block, seen}
}

/** How many lines the reader sees in the line's block. */
export function linesInBlock({content: {email}, block}: WrittenLine): number {
  return email.body.text.value.slice(block.start, block.end).split('\n').length
}
