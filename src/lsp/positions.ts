import type {PositionEncodingKind} from 'vscode-languageserver/node'

/** The units in which an editor counts the characters of a line. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

const fallback: Encoding = 'utf-16'

/** The first unit of the editor's own order that is known here; an editor that names none counts in UTF-16. */
export function chooseEncoding(offered: readonly PositionEncodingKind[] = []): Encoding {
  return offered.find(isEncoding) ?? fallback
}

function isEncoding(kind: PositionEncodingKind): kind is Encoding {
  return kind === 'utf-8' || kind === 'utf-16' || kind === 'utf-32'
}

/** How many UTF-16 units of a line an editor's count of characters covers; inside of a character, those before it. */
export function toUtf16(line: string, count: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return count
  let [seen, units] = [0, 0]
  for (const character of line) {
    seen += widthOf(character, encoding)
    if (seen > count) break
    units += character.length
  }
  return units
}

/** The editor's count for so many UTF-16 units of a line. */
export function fromUtf16(line: string, units: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return units
  const before = line.slice(0, units)
  if (encoding === 'utf-8') return Buffer.byteLength(before)
  let count = 0
  for (const _ of before) count += 1
  return count
}

function widthOf(character: string, encoding: Encoding): number {
  return encoding === 'utf-8' ? Buffer.byteLength(character) : 1
}
