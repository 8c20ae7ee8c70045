import {
  type Position,
  type Range,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
  type TextDocumentsConfiguration
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Span} from '../tree/index.js'
import {type Encoding, fromUtf16, toUtf16} from './positions.js'

export const syncKind = TextDocumentSyncKind.Incremental

/** A document as the editor has it, whose positions are counted in the unit that was agreed upon. */
export class OpenDocument {
  private constructor(
    private readonly document: TextDocument,
    private readonly encoding: Encoding
  ) {}

  static of(uri: string, languageId: string, version: number, text: string, encoding: Encoding): OpenDocument {
    return new OpenDocument(TextDocument.create(uri, languageId, version, text), encoding)
  }

  get uri(): string {
    return this.document.uri
  }

  get languageId(): string {
    return this.document.languageId
  }

  get version(): number {
    return this.document.version
  }

  get text(): string {
    return this.document.getText()
  }

  /** Each change counts in the text that the one before it made. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const counted = 'range' in change ? {text: change.text, range: this.utf16Range(change.range)} : change
      TextDocument.update(this.document, [counted], version)
    }
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(this.utf16Position(position))
  }

  /** @param character in UTF-16 units */
  offsetAtUtf16(line: number, character: number): number {
    return this.document.offsetAt({line, character})
  }

  positionAt(offset: number): Position {
    const {line, character} = this.document.positionAt(offset)
    return {line, character: fromUtf16(this.lineAt(line), character, this.encoding)}
  }

  /** The end of the line that holds the offset. */
  lineEndAt(offset: number): Position {
    const {line} = this.document.positionAt(offset)
    return this.positionAt(this.document.offsetAt({line, character: this.lineAt(line).trimEnd().length}))
  }

  rangeOf({start, end}: Span): Range {
    return {start: this.positionAt(start), end: this.positionAt(end)}
  }

  lineAt(line: number): string {
    return this.document.getText({start: {line, character: 0}, end: {line: line + 1, character: 0}})
  }

  private utf16Range({start, end}: Range): Range {
    return {start: this.utf16Position(start), end: this.utf16Position(end)}
  }

  private utf16Position({line, character}: Position): Position {
    return this.encoding === 'utf-16'
      ? {line, character}
      : {line, character: toUtf16(this.lineAt(line), character, this.encoding)}
  }
}

/** How the library makes and changes documents. @param encoding asked when a document is opened, after it was agreed upon */
export function documentsIn(encoding: () => Encoding): TextDocumentsConfiguration<OpenDocument> {
  return {
    create: (uri, languageId, version, text) => OpenDocument.of(uri, languageId, version, text, encoding()),
    update: (document, changes, version) => {
      document.update(changes, version)
      return document
    }
  }
}
