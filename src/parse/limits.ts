import type {Notice} from '../tree/index.js'

/** Parsers recurse once a level; Node's default stack holds some thousands. No mail nests a tenth of this. */
const deepest = 300

/**
 * Parsing Markdown takes time that grows with the square of these (micromark 4: 10,000 runs of `*` take 15 seconds,
 * 1,000 of them 0.1). No mail comes near them.
 */
const mostLines = 3000
const mostEmphasis = 1000
const mostBrackets = 4000

const selfClosing = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th option thead tbody tfoot'.split(
    ' '
  )
)

/** Whether elements nest deeper than a parser can follow. One pass over the text. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9:-]{0,40})/g)) {
    if (selfClosing.has(name.toLowerCase())) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return true
  }
  return false
}

/** Why the text is better not given to a Markdown parser. */
export function markdownLimit(text: string, source: string): Notice | undefined {
  if (isTooDeep(text) || hasDeepContainers(text)) return tooDeep(source)
  const {lines, emphasis, brackets} = countMarks(text)
  if (lines > mostLines) return tooMany(`${count(lines)} lines`, mostLines, source)
  if (emphasis > mostEmphasis) return tooMany(`${count(emphasis)} marks of emphasis`, mostEmphasis, source)
  if (brackets > mostBrackets)
    return tooMany(`${count(brackets)} brackets, bars, escapes and backticks`, mostBrackets, source)
  return undefined
}

/** Quotations and lists in one another: by their marks on one line, or by an indentation only such lists have. */
function hasDeepContainers(text: string): boolean {
  for (const [lead] of text.matchAll(/^[ \t>*+\-\d.)]+/gm)) {
    if (lead.length < 100) continue
    if ((lead.match(/>|[-*+](?=[ \t])|\d[.)](?=[ \t])/g) ?? []).length >= 100) return true
    const inner = lead.trimStart()
    if (inner && lead.length - inner.length >= 200) return true
  }
  return false
}

/** Whether YAML may nest deeper than its parser can follow, or close so much that its errors take minutes. */
export function isYamlTooDeep(yaml: string): boolean {
  return (yaml.match(/[[\]{}]|[-?][ \t]/g) ?? []).length > deepest
}

function countMarks(text: string): {lines: number; emphasis: number; brackets: number} {
  const found = {lines: 1, emphasis: 0, brackets: 0}
  for (const [mark] of text.matchAll(/\r\n|[\r\n]|\*+|_+|~+|[[\]()|<`\\&]/g)) {
    if (/[\r\n]/.test(mark)) found.lines++
    else if (/[*_~]/.test(mark)) found.emphasis++
    else found.brackets++
  }
  return found
}

export function tooDeep(source: string): Notice {
  const message = `The mail nests more than ${deepest} levels deep, so its markup was not read, only its text. Send a flat layout: mail programs give up here too.`
  return {...atStart(source), message}
}

function tooMany(what: string, most: number, source: string): Notice {
  const message = `The draft has ${what}, more than the ${count(most)} that are read as Markdown, so only its text was read, without links and bold. Keep to one mail a file.`
  return {...atStart(source), message}
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function atStart(source: string): {start: number; end: number} {
  return {start: 0, end: Math.min(source.length, 1)}
}

/** The text with everything before `end` blank, line ends kept, so that offsets after it stay. */
export function blanked(text: string, end: number): string {
  const from = text.startsWith('\uFEFF') ? Math.max(end, 1) : end
  return from === 0 ? text : text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from)
}
