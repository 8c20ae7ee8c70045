import {narrowing} from '../../tree/letters.js'

const SEPARATOR = /[|·•/,،؛;:()\t–—]| - |☎/u
/** Not the dot of "Inc." or "Ltd." */
const SENTENCE_END = narrowing(String.raw`(?:[!?\u061f]|[\p{Ll}\p{Lo}]{4}\.)\s{0,3}$`, 'u')
const LONGEST_LINE = 120
/** A whole signature in one line: "Jo Perrin | Hallam Ice Ltd | 4 Kiln Lane, … | +44 … | jo@…". */
const LONGEST_ROW = 320
const LEAST_PARTS = 4
const LONGEST_PART = 40

export interface Part {
  readonly value: string
  readonly start: number
}

export interface Line {
  readonly parts: readonly Part[]
  readonly text: string
}

/** The blocks of lines that blank lines part. */
export function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [[]]
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') blocks.push([])
    else blocks.at(-1)?.push({text: line.slice(0, LONGEST_LINE), parts: partsOf(line, start)})
    start += line.length + 1
  }
  return blocks.filter((block) => block.length > 0)
}

function partsOf(line: string, start: number): Part[] {
  if (line.length > LONGEST_LINE && !isRow(line)) return []
  if (/[.!?؟]\s{0,3}$/.test(line) && SENTENCE_END(line).test(line)) return []
  let at = start
  return line.split(SEPARATOR).map((value) => {
    const found = line.indexOf(value, at - start) + start
    at = found + value.length
    return {value: value.trim(), start: found + value.length - value.trimStart().length}
  })
}

/** Many short parts, and a way to make contact among them. */
function isRow(line: string): boolean {
  if (line.length > LONGEST_ROW || !/@|[0-9٠-٩۰-۹]{3}/.test(line)) return false
  const parts = line.split(SEPARATOR)
  return parts.length >= LEAST_PARTS && parts.every((part) => part.length <= LONGEST_PART)
}
