import type {Span} from '../../tree/index.js'

/** Signs of what reaches over empty lines: HTML, fences, definitions of links, tables, and lone carriage returns. */
const reachesFar = /<[A-Za-z/!?]|```|~~|\]:|^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)|\r(?!\n)|\uFEFF/m

/**
 * A line that goes on with what stands above an empty line, or may: it is indented, or an item of a list.
 * https://spec.commonmark.org/0.31.2/#list-items
 */
const goesOn = /[ \t\r\n]|[-+*](?:[ \t\r\n]|$)|\d{1,9}[.)](?:[ \t\r\n]|$)/y

const emptyStart = /(?:[ \t]*\r?\n)*/y
const emptyLines = /\n(?:[ \t]*\r?\n)+/g

/**
 * Cuts Markdown at empty lines into parts that mean the same alone as they do together; parsing takes time that grows
 * faster than the part, and a part that was parsed before need not be again.
 * @param whole stretches that must not be cut, in order of their beginning
 * @returns undefined where parts can't be told
 */
export function independentParts(markdown: string, start: number, whole: readonly Span[]): Span[] | undefined {
  if (reachesFar.test(markdown)) return undefined
  const parts: Span[] = []
  emptyStart.lastIndex = start
  let from = start + (emptyStart.exec(markdown)?.[0].length ?? 0)
  let next = 0
  let covered = from
  emptyLines.lastIndex = from
  for (let found = emptyLines.exec(markdown); found; found = emptyLines.exec(markdown)) {
    const to = emptyLines.lastIndex
    for (; next < whole.length && (whole[next] as Span).start < to; next++)
      covered = Math.max(covered, (whole[next] as Span).end)
    goesOn.lastIndex = to
    if (covered > found.index || goesOn.test(markdown)) continue
    parts.push({start: from, end: found.index})
    from = to
  }
  const end = textEnd(markdown, from)
  return end > from ? [...parts, {start: from, end}] : parts
}

/** Where the line ends at the end of the text begin. */
function textEnd(text: string, from: number): number {
  let end = text.length
  while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return end
}
