import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Range,
  type SymbolInformation,
  SymbolKind
} from 'vscode-languageserver/node'
import type {Email, Fact, Section, Span} from '../tree/index.js'
import type {OpenDocument} from './open-document.js'

/** The header lines and the parts of the mail, with what was found in them. */
export function symbols(email: Email, document: OpenDocument): DocumentSymbol[] {
  const headers = email.headers.map(({name, nameSpan, end, text}) => ({
    ...shown(name, text.value),
    kind: SymbolKind.Field,
    range: document.rangeOf({start: nameSpan.start, end: Math.max(nameSpan.end, end)}),
    selectionRange: document.rangeOf(nameSpan)
  }))
  return [...headers, ...email.sections.map((section) => sectionSymbol(section, email, document))]
}

/** For editors that know no tree of symbols. */
export function flatSymbols(email: Email, document: OpenDocument): SymbolInformation[] {
  const {uri} = document
  return symbols(email, document).map(({name, kind, range}) => ({name, kind, location: {uri, range}}))
}

/** Header lines and parts that take more than a line. */
export function foldings(email: Email, document: OpenDocument): FoldingRange[] {
  const [first] = email.headers
  const last = email.headers.at(-1)
  const head = first && last ? [{start: first.nameSpan.start, end: last.end}] : []
  const ranges = [...head, ...email.sections.map((section) => spanOf(section, email))].map((span) =>
    document.rangeOf(span)
  )
  return ranges
    .filter(({start, end}) => end.line > start.line)
    .map(({start, end}) => ({startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region}))
}

function sectionSymbol(section: Section, email: Email, document: OpenDocument): DocumentSymbol {
  const range = document.rangeOf(spanOf(section, email))
  const facts = email.facts.filter(
    ({text, start, end}) => text === email.body.text && start >= section.start && end <= section.end
  )
  return {
    ...shown(section.name, email.body.text.value.slice(section.start, section.end)),
    kind: SymbolKind.Namespace,
    range,
    selectionRange: {start: range.start, end: range.start},
    children: facts.map((fact) => factSymbol(fact, document))
  }
}

function factSymbol({kind, value, text, start, end}: Fact, document: OpenDocument): DocumentSymbol {
  const range: Range = document.rangeOf(text.toSource(start, end))
  return {...shown(kind, value), kind: SymbolKind.Property, range, selectionRange: range}
}

function spanOf({start, end}: Section, {body}: Email): Span {
  return body.text.toSource(start, end)
}

const longestDetail = 60

function shown(name: string, detail: string): {name: string; detail: string} {
  const line = detail
    .slice(0, 2 * longestDetail)
    .replace(/\s+/g, ' ')
    .trim()
  return {name, detail: line.length > longestDetail ? `${line.slice(0, longestDetail).trimEnd()}…` : line}
}
