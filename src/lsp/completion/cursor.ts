import {type CompletionItem, type CompletionItemKind, MarkupKind, type Position} from 'vscode-languageserver/node'
import {trimEndOf} from '../../trim-end.js'
import type {OpenDocument} from '../open-document.js'

/** Where something is to be completed. */
export interface Cursor {
  readonly document: OpenDocument
  readonly offset: number
  readonly line: number
  /** What stands on the line before the cursor, and behind it. */
  readonly before: string
  readonly after: string
}

export function cursorAt(position: Position, document: OpenDocument): Cursor {
  const offset = document.offsetAt(position)
  const line = trimEndOf(document.lineAt(position.line), '\r\n')
  const column = offset - document.offsetAt({line: position.line, character: 0})
  return {document, offset, line: position.line, before: line.slice(0, column), after: line.slice(column)}
}

export interface Word {
  readonly text: string
  readonly says: string
  readonly kind: CompletionItemKind
  /** Put behind the text. */
  readonly more?: string
  /** Goes before words with a greater one. */
  readonly rank?: number
}

/** An item that puts a word in place of what was typed of it. */
export function itemOf(
  {text, says, kind, more = '', rank = 0}: Word,
  typed: number,
  cursor: Cursor,
  eaten = 0
): CompletionItem {
  const range = cursor.document.rangeOf({start: cursor.offset - typed, end: cursor.offset + eaten})
  return {
    label: text,
    kind,
    documentation: {kind: MarkupKind.PlainText, value: says},
    filterText: text,
    sortText: `${rank}${text}`,
    textEdit: {range, newText: text + more}
  }
}
