import type {Span} from '../../tree/index.js'

/** An element that holds one paragraph, as it is written. */
export interface Element extends Span {
  /** Its start tag, and the end tag to go with it, with those of elements that hold all of its text. */
  readonly open: string
  readonly close: string
  /** An empty element of the same kind that parts it from the next one, if mail programs wrote it so. */
  readonly gap: string
}

const inline = '(?:a|abbr|acronym|b|big|cite|code|em|font|i|ins|kbd|mark|s|small|span|strike|strong|sub|sup|u)'
const blank = '(?:\\s|&nbsp;|<!--(?:(?!-->)[\\s\\S]){0,2000}-->|<o:p>|</o:p>)'
const endTags = new RegExp(`(?:${blank}*</${inline}\\s*>)*`, 'iy')
const startTag = new RegExp(`<${inline}(?:\\s[^<>]*)?>${blank}*`, 'gi')
const breaksAfter = new RegExp(`${blank}*(?:<br\\s*/?>\\s*)+`, 'iy')
const lineBreak = /<br\s*\/?>\s*/gi
const blockEnd = new RegExp(`${blank}*</(p|div|h[1-6])\\s*>`, 'iy')
const blockStart = new RegExp(`<(p|div|h[1-6])((?:\\s[^<>]*)?)>${blank}*$`, 'i')
/** As far back as a start tag is looked for. */
const reach = 4000

/** The offset behind end tags of elements inside a line. */
export function pastEndTags(html: string, at: number): number {
  endTags.lastIndex = at
  return at + (endTags.exec(html)?.[0].length ?? 0)
}

export function pastStartTags(html: string, at: number): number {
  const from = Math.max(0, at - reach)
  return from + runAtEnd(html.slice(from, at), startTag)
}

/** The line breaks that part the line from the next one; undefined where none follow. */
export function lineBreakAfter(html: string, at: number): string | undefined {
  breaksAfter.lastIndex = at
  const found = breaksAfter.exec(html)?.[0]
  return found && doubled(found)
}

export function lineBreakBefore(html: string, at: number): string | undefined {
  const before = html.slice(Math.max(0, at - reach), at)
  const found = before.slice(runAtEnd(before, lineBreak))
  return found === '' ? undefined : doubled(found)
}

/** Where the run of such pieces begins that ends the text; its length where none does. */
function runAtEnd(text: string, piece: RegExp): number {
  let start = text.length
  let end = text.length
  for (const found of text.matchAll(piece)) {
    if (found.index !== end) start = found.index
    end = found.index + found[0].length
  }
  return end === text.length ? start : text.length
}

/** Paragraphs are parted by two. */
function doubled(breaks: string): string {
  const [one = '<br>'] = /<br\s*\/?>/i.exec(breaks) ?? []
  return (breaks.match(/<br/gi) ?? []).length > 1 ? breaks.replace(/^\s+/, '') : `${one}\n${one}\n`
}

/** The element that ends here, if one does and it holds a paragraph. */
export function elementAfter(html: string, lineStart: number, at: number): Element | undefined {
  blockEnd.lastIndex = at
  const found = blockEnd.exec(html)
  const name = found?.[1]?.toLowerCase()
  if (!found || !name) return nextElement(html, at)
  const end = at + found[0].length
  const open = startTagOf(name, html, lineStart)
  return {start: end, end, ...written(name, open), gap: emptyElement(html.slice(end, end + reach), name)}
}

/** The line stands bare, and an element with the next paragraph follows. */
function nextElement(html: string, at: number): Element | undefined {
  const next = new RegExp(`${blank}*(<(p|div)(?:\\s[^<>]*)?>)`, 'iy')
  next.lastIndex = at
  const found = next.exec(html)
  if (!found) return undefined
  return {start: at, end: at, ...written((found[2] ?? 'p').toLowerCase(), found[1] ?? '<p>'), gap: ''}
}

/** The element that begins here, if one does. A `div` may hold more than the paragraph. */
export function elementBefore(html: string, at: number, lineEnd: number): Element | undefined {
  const from = Math.max(0, at - reach)
  const found = blockStart.exec(html.slice(from, at))
  const name = found?.[1]?.toLowerCase()
  if (!found || !name) return undefined
  const closes = new RegExp(`</${name}\\s*>|<br|<(?:p|div|table|ul|ol)\\b`, 'gi')
  closes.lastIndex = lineEnd
  if (name === 'div' && !closes.exec(html)?.[0].startsWith('</')) return undefined
  const start = from + found.index
  const tag = `<${name}${found[2] ?? ''}>`
  return {start, end: start, ...written(name, tag), gap: emptyElementBefore(html.slice(0, start), name)}
}

function startTagOf(name: string, html: string, before: number): string {
  const tags = [
    ...html.slice(Math.max(0, before - reach), before).matchAll(new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'gi'))
  ]
  return tags.at(-1)?.[0] ?? `<${name}>`
}

/** A heading's neighbour is a plain paragraph; an id belongs to one element alone. */
function written(name: string, tag: string): Pick<Element, 'open' | 'close'> {
  if (name.startsWith('h')) return {open: '<p>', close: '</p>'}
  return {open: tag.replace(/\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, ''), close: `</${name}>`}
}

function emptyElement(html: string, name: string): string {
  const empty = new RegExp(`^\\s*(<${name}(?:\\s[^<>]*)?>(?:\\s|&nbsp;|<br\\s*/?>)*</${name}\\s*>)`, 'i').exec(
    html
  )?.[1]
  return empty ? `${empty}\n` : ''
}

function emptyElementBefore(html: string, name: string): string {
  const near = html.slice(-reach)
  const empty = new RegExp(`(<${name}(?:\\s[^<>]*)?>(?:\\s|&nbsp;|<br\\s*/?>)*</${name}\\s*>)\\s*$`, 'i').exec(
    near
  )?.[1]
  return empty ? `${empty}\n` : ''
}
