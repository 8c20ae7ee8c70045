import type {Coding, Span} from '../../tree/index.js'
import {isAscii} from '../../tree/letters.js'
import {bytesIn} from './charset.js'

/** Where in the file the text goes, and what its part of the message says. */
interface Target extends Span {
  readonly source: string
  readonly part: string
}

/** https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const longestLine = 998
/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7, rule 5; the last sign is the soft break's. */
const longestQuoted = 75

/** A text as a part of a message writes it; undefined where its transfer encoding or its charset can't. */
export function encoded(text: string, coding: Coding, target: Target): string | undefined {
  const stuffed = coding.flowed ? stuff(text) : text
  if (coding.transfer === 'quoted-printable') return quotedPrintable(stuffed, coding.charset, target)
  if (stuffed.split('\n').some((line) => line.length > longestLine)) return undefined
  if (isAscii(stuffed)) return stuffed
  if (coding.bytes) return inBytes(stuffed, coding.charset)
  // What is ASCII so far may go through a relay that takes no more.
  return isAscii(target.part) ? undefined : stuffed
}

/** https://www.rfc-editor.org/rfc/rfc3676#section-4.4 */
function stuff(text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index > 0 && /^(?: |>|From )/.test(line) ? ` ${line}` : line))
    .map((line) => line.trimEnd())
    .join('\n')
}

function inBytes(text: string, charset: string): string | undefined {
  const bytes = Array.from(text, (character) => bytesIn(character, charset))
  if (bytes.includes(undefined)) return undefined
  return String.fromCharCode(...bytes.flatMap((each) => each ?? []))
}

function quotedPrintable(text: string, charset: string, target: Target): string | undefined {
  if (text === '') return text
  const {source, start, end} = target
  const lines: string[] = []
  let column = start - (source.lastIndexOf('\n', start - 1) + 1)
  for (const line of text.split('\n')) {
    const units = Array.from(line, (character) => quoted(character, charset))
    if (units.includes(undefined)) return undefined
    const folded = softBreaks(units as string[], column)
    lines.push(folded)
    column = 0
  }
  const last = lines.at(-1) ?? ''
  const used = last.length - (last.lastIndexOf('\n') + 1)
  const rest = /[^\r\n]*/y
  rest.lastIndex = end
  const follows = rest.exec(source)?.[0].length ?? 0
  const joined = lines.map((line, index) => (index < lines.length - 1 ? line.replace(/ $/, '=20') : line)).join('\n')
  return used > 0 && follows > 0 && used + follows > longestQuoted ? `${joined}=\n` : joined
}

function softBreaks(units: readonly string[], from: number): string {
  let column = from
  let text = ''
  for (const unit of units) {
    if (column + unit.length > longestQuoted) {
      text += '=\n'
      column = 0
    }
    text += unit
    column += unit.length
  }
  return text
}

function quoted(character: string, charset: string): string | undefined {
  if (/^[ -<>-~]$/.test(character)) return character
  const bytes = bytesIn(character, charset)
  return bytes && Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
