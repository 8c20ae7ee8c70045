import type {Span} from '../../tree/index.js'

/** Signs of what reaches over empty lines: HTML, fences, definitions of links, tables, and lone carriage returns. */
const reachesFar = /<[A-Za-z/!?]|```|~~|\]:|^[ \t>]*(?:\|[ \t]*:?-|:?-+:?[ \t]*\|)|\r(?!\n)|\uFEFF/m

/** What stands above an empty line may go on with it: in a list, or as code. */
const indented = /[ \t\r\n]/y
/** An item goes on with the list above an empty line. https://spec.commonmark.org/0.31.2/#lists */
const item = /(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/y
/** Above an item only a plain paragraph is sure to be no list, nor anything that an item may mean something else after. */
const noParagraph = /^(?:[ \t]|[-+*>#=]|\d{1,9}[.)])/m

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
  let read = from
  let listed = false
  emptyLines.lastIndex = from
  for (let found = emptyLines.exec(markdown); found; found = emptyLines.exec(markdown)) {
    const to = emptyLines.lastIndex
    for (; next < whole.length && (whole[next] as Span).start < to; next++)
      covered = Math.max(covered, (whole[next] as Span).end)
    listed ||= noParagraph.test(markdown.slice(read, found.index))
    read = to
    if (covered > found.index || startsWith(indented, markdown, to) || (listed && startsWith(item, markdown, to)))
      continue
    parts.push({start: from, end: found.index})
    from = to
    listed = false
  }
  const end = textEnd(markdown, from)
  return end > from ? [...parts, {start: from, end}] : parts
}

function startsWith(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at
  return sticky.test(text)
}

/** Where the line ends at the end of the text begin. */
function textEnd(text: string, from: number): number {
  let end = text.length
  while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return end
}
