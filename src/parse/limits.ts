import type {Notice} from '../tree/index.js'

/** Parsers recurse once a level; Node's default stack holds some thousands. No mail nests a tenth of this. */
const deepest = 300

const selfClosing = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th option thead tbody tfoot'.split(
    ' '
  )
)

/** Whether elements or Markdown quotations nest deeper than a parser can follow. One pass over the text. */
export function isTooDeep(text: string): boolean {
  if (/^(?:[ \t]{0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]{0,4}){100}/m.test(text)) return true
  let depth = 0
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9:-]{0,40})/g)) {
    if (selfClosing.has(name.toLowerCase())) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return true
  }
  return false
}

export function tooDeep(source: string): Notice {
  const message = `The mail nests more than ${deepest} levels deep, so its markup was not read, only its text. Send a flat layout: mail programs give up here too.`
  return {start: 0, end: Math.min(source.length, 1), message}
}

/** The text with every tag hidden; as long as before. */
export function untagged(masked: string): string {
  return masked.replace(/<[^<>]{0,2000}>/g, (tag) => '\uF8FF'.repeat(tag.length))
}

/** The text with everything before `end` blank, line ends kept, so that offsets after it stay. */
export function blanked(text: string, end: number): string {
  const from = text.startsWith('\uFEFF') ? Math.max(end, 1) : end
  return from === 0 ? text : text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from)
}
