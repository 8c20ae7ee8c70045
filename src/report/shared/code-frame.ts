import stringWidth from 'string-width'
import type {Finding} from '../../result.js'
import {printable} from './printable.js'

/** Columns kept before the words when a line is too long to be shown whole. */
const lead = 30
// Made when it is needed, as string-width is loaded: both cost a good part of a start.
let segmenter: Intl.Segmenter | undefined

export interface CodeFrame {
  readonly line: string
  /** Blanks, then carets; undefined where carets would point at other words than those meant. */
  readonly carets: string | undefined
  /** The words themselves, where carets can't show them. */
  readonly words: string | undefined
}

/** The line of a finding, or the part of it around the words. Looks at no more of the source than it shows. */
export function codeFrame(source: string, finding: Finding, width: number): CodeFrame {
  const lineStart = finding.start - (finding.column - 1)
  const reach = width * 2
  const before = printable(source.slice(Math.max(lineStart, finding.start - reach), finding.start))
  const rest = firstLine(source.slice(finding.start, finding.start + reach))
  const marked = printable(rest.slice(0, finding.end - finding.start))
  const after = printable(rest.slice(finding.end - finding.start))
  const whole = finding.start - lineStart <= reach && columns(before + marked + after) <= width
  const left = whole ? before : tail(before, lead)
  const right = whole ? marked + after : head(marked + after, width - columns(left))
  const shown = left + right
  if (!finding.exact || isRightToLeft(shown)) return {line: shown, carets: undefined, words: quote(finding, width)}
  const length = Math.max(1, Math.min(columns(marked), columns(right)))
  const words = isEncoded(rest.slice(0, finding.end - finding.start)) ? quote(finding, width) : undefined
  return {line: shown, carets: ' '.repeat(columns(left)) + '^'.repeat(length), words}
}

// Terminals disagree on right-to-left text: some turn its order round, some do not, and with words of both directions
// on a line no column of carets is right in all of them. So the words are quoted on a line of their own.
function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
}

/** Whether the file writes the words in a way that a person does not read: quoted-printable, RFC 2047, entities. */
function isEncoded(cut: string): boolean {
  return /=[0-9A-F]{2}|=\?|&#?\w{2,10};/i.test(cut)
}

function quote(finding: Finding, width: number): string | undefined {
  const words = printable(finding.text.slice(0, width * 2).replace(/\s+/g, ' '))
  return words ? `"${head(words, width - 2)}"` : undefined
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/)
  return end < 0 ? text : text.slice(0, end)
}

function columns(text: string): number {
  if (isPlain(text)) return text.length
  const visible = text.replaceAll('\u200c', '')
  return isNarrow(visible) ? visible.length : stringWidth(text)
}

function isPlain(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text)
}

/** Letters and punctuation of Latin, Greek, Cyrillic, Hebrew, Arabic and Persian that take one column each. */
function isNarrow(text: string): boolean {
  return /^[\u0020-\u007e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0391-\u03a1\u03a3-\u0481\u05d0-\u05ea\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u06f0-\u06ff\u2010-\u2027\u20a0-\u20bf]*$/.test(
    text
  )
}

/** As much of the beginning as has room; the ellipsis takes a column. */
function head(text: string, limit: number): string {
  if (columns(text) <= limit) return text
  if (isNarrow(text)) return `${text.slice(0, limit - 1)}…`
  return `${withinColumns(charactersOf(text), limit - 1).join('')}…`
}

function tail(text: string, limit: number): string {
  if (columns(text) <= limit) return text
  if (isNarrow(text)) return `…${text.slice(1 - limit)}`
  return `…${withinColumns(charactersOf(text).reverse(), limit - 1)
    .reverse()
    .join('')}`
}

/** What a reader takes for one character, however many code points it has. */
function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}

function withinColumns(characters: readonly string[], limit: number): string[] {
  let used = 0
  const end = characters.findIndex((character) => {
    used += columns(character)
    return used > limit
  })
  return characters.slice(0, end < 0 ? undefined : end)
}
