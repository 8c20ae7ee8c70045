import type {Edit} from '../../rules/define-rule.js'
import type {Email} from '../../tree/index.js'
import * as html from './html.js'
import {lineAt, type WrittenLine} from './line.js'
import * as plain from './plain.js'

type Insert = (line: WrittenLine, lines: readonly string[]) => Edit | undefined

/** A paragraph of its own below the line of the body that an offset of the visible text lies in. */
export function paragraphAfter(email: Email, offset: number, lines: readonly string[]): Edit[] {
  return insert(email, offset, lines, plain.paragraphAfter, html.paragraphAfter)
}

export function paragraphBefore(email: Email, offset: number, lines: readonly string[]): Edit[] {
  return insert(email, offset, lines, plain.paragraphBefore, html.paragraphBefore)
}

/** Further lines in the paragraph of that line. */
export function linesAfter(email: Email, offset: number, lines: readonly string[]): Edit[] {
  return insert(email, offset, lines, plain.linesAfter, html.linesAfter)
}

export function linesBefore(email: Email, offset: number, lines: readonly string[]): Edit[] {
  return insert(email, offset, lines, plain.linesBefore, html.linesBefore)
}

function insert(email: Email, offset: number, lines: readonly string[], inPlain: Insert, inHtml: Insert): Edit[] {
  const line = lines.length > 0 ? lineAt(email, offset) : undefined
  const edit = line && (line.content.markup === 'html' ? inHtml : inPlain)(line, lines)
  return edit ? [edit] : []
}
