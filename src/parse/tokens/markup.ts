import type {Span} from '../../tree/index.js'
import {matchAt} from './make-token.js'

export interface Markup {
  /** Code, style sheets, scripts, style attributes, comments: nothing in them is a token. */
  readonly opaque: readonly Span[]
  /** HTML tags: merge tags may stand in their attributes, prose may not. */
  readonly tags: readonly Span[]
}

const ELEMENTS = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure ' +
    'font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link ' +
    'main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q ' +
    's samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea ' +
    'tfoot th thead time title tr track tt u ul var video wbr xml'
  ).split(' ')
)
/** Elements whose names are also what a placeholder would be called; they count when they are closed somewhere. */
const DOUBTFUL = new Set(['ADDRESS', 'DATA', 'TIME', 'TITLE', 'LABEL', 'SUMMARY', 'LINK', 'OBJECT', 'VAR'])

const NEXT = /<!--|<[/!?]?[A-Za-z]|`+/g
const NAME = /<[/!?]?([A-Za-z][\w:-]{0,40})/y
const TAG = /(?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,2000}>/y
const SIMPLE_TAG = /[^<>]{0,4000}>/y
const STYLE_ATTRIBUTE = /\sstyle\s{0,9}=\s{0,9}(?:"[^"]{0,4000}"|'[^']{0,4000}')/i
const INLINE_CODE = /`[^`\n]{1,300}`|``[^\n`]{1,300}``/y
const SUBJECT_COMMENT = /<!--\s{0,20}subject\s{0,5}:/iy

/** Finds once what closes what is open; a closer that never comes is not looked for again. */
class Closers {
  private readonly missing = new Set<string>()
  constructor(private readonly source: string) {}

  after(closer: RegExp, from: number): number | undefined {
    if (this.missing.has(closer.source)) return undefined
    closer.lastIndex = from
    if (closer.test(this.source)) return closer.lastIndex
    this.missing.add(closer.source)
    return undefined
  }
}

export function findMarkup(source: string): Markup {
  const opaque: Span[] = []
  const tags: Span[] = []
  const closers = new Closers(source)
  const closed = source.includes('</') ? new Set(source.match(/<\/[A-Z]{4,7}(?=>)/g)) : new Set<string>()
  NEXT.lastIndex = 0
  for (let found = NEXT.exec(source); found; found = NEXT.exec(source)) {
    const start = found.index
    const sign = found[0]
    if (sign === '<!--') {
      const end = closers.after(/-->/g, start)
      if (end !== undefined && !matchAt(SUBJECT_COMMENT, source, start)) opaque.push({start, end})
      if (end !== undefined) NEXT.lastIndex = end
    } else if (sign.startsWith('`')) {
      NEXT.lastIndex = readCode(source, start, sign.length, closers, opaque)
    } else {
      NEXT.lastIndex = readTag(source, start, closed, closers, opaque, tags)
    }
  }
  return {opaque, tags}
}

function readCode(source: string, start: number, ticks: number, closers: Closers, opaque: Span[]): number {
  const fenced = ticks >= 3 && (start === 0 || /[\r\n]/.test(source.charAt(start - 1)))
  const end = fenced
    ? (closers.after(/[\r\n]`{3,}/g, start + ticks) ?? source.length)
    : ticks < 3
      ? matchAt(INLINE_CODE, source, start) && INLINE_CODE.lastIndex
      : undefined
  if (end !== undefined) opaque.push({start, end})
  return end ?? start + ticks
}

function readTag(
  source: string,
  start: number,
  closed: ReadonlySet<string>,
  closers: Closers,
  opaque: Span[],
  tags: Span[]
): number {
  const name = matchAt(NAME, source, start)?.[1] ?? ''
  const after = start + Math.max(1, name.length)
  const lower = name.toLowerCase()
  const known = ELEMENTS.has(lower) || source[start + 1] === '!' || source[start + 1] === '?' || /[:-]/.test(name)
  const bare = source[after + 1] === '>'
  if (!known || (bare && DOUBTFUL.has(name) && !closed.has(`</${name}`))) return after
  const end = matchAt(TAG, source, after) ? TAG.lastIndex : matchAt(SIMPLE_TAG, source, after) && SIMPLE_TAG.lastIndex
  if (end === undefined) return after
  tags.push({start, end})
  const style = STYLE_ATTRIBUTE.exec(source.slice(start, end))
  if (style) opaque.push({start: start + style.index, end: start + style.index + style[0].length})
  if (lower !== 'style' && lower !== 'script') return end
  if (source[start + 1] === '/') return end
  const inside = closers.after(lower === 'style' ? /<\/style/gi : /<\/script/gi, end)
  if (inside !== undefined) opaque.push({start: end, end: inside})
  return inside ?? end
}
