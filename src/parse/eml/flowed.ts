import {type MappedText, TextBuilder} from '../../tree/index.js'

const QUOTE_MARKS = /^>*/
const SIGNATURE_MARK = '-- '

/** Undoes format=flowed (RFC 3676): joins soft-broken lines of one quote depth, removes stuffed spaces. */
export function unflow(text: MappedText, deleteSpace: boolean): MappedText {
  const builder = new TextBuilder()
  let at = 0
  let softFrom = -1
  for (const line of text.value.split('\n')) {
    const depth = QUOTE_MARKS.exec(line)?.[0].length ?? 0
    const content = depth + (line[depth] === ' ' ? 1 : 0)
    const joins = softFrom === depth
    if (at > 0 && !joins) builder.verbatim('\n', at - 1)
    const start = joins || depth === 0 ? content : 0
    const soft = line.length > content && line.endsWith(' ') && line.slice(content) !== SIGNATURE_MARK
    const isLast = at + line.length === text.value.length
    const end = soft && deleteSpace && nextDepth(text.value, at + line.length + 1) === depth ? -1 : line.length
    builder.verbatim(line.slice(start, end), at + start)
    softFrom = soft && !isLast ? depth : -1
    at += line.length + 1
  }
  return builder.build(0, text)
}

function nextDepth(text: string, from: number): number {
  if (from > text.length) return -1
  let at = from
  while (text[at] === '>') at++
  return at - from
}
