import type {Span, Token} from '../../tree/index.js'
import {readCurly} from './curly.js'
import {type Dialect, familyOf} from './dialect.js'
import {findLeftovers, lookUp} from './leftovers.js'
import {spanAt} from './make-token.js'
import {readers} from './marks.js'
import {findMarkup, type Markup} from './markup.js'
import {SpintaxReader} from './spintax.js'

export * from './dialect.js'

export interface TokenScan {
  /** In order of place. A spintax token holds the tags in it; nothing else overlaps. */
  readonly tokens: readonly Token[]
  /** The dialect that the draft's own tags tell, where none was given. */
  readonly dialect: string | undefined
  /** The tag that told it. */
  readonly inferredFrom: Token | undefined
  /** Tags that mean one thing in one dialect and another in the next; they were read by their looks. */
  readonly ambiguous: readonly Token[]
}

const NEXT = /[{}|%*[<($【&]|\n[ \t\r]{0,20}\n/g
/**
 * Finds merge tags, spintax and leftover placeholders in a source of any format, in one pass.
 *
 * @param dialect the dialect that config or draft name
 * @param dialects those to choose from where none is named
 */
export function findTokens(
  source: string,
  dialect: Dialect | undefined,
  dialects: Readonly<Record<string, Dialect>> = {}
): TokenScan {
  const markup = findMarkup(source)
  const scan = scanTags(source, markup, dialect)
  const inferred = dialect ? undefined : inferDialect(scan.tokens, dialects)
  const told = inferred && dialects[inferred.name]
  const final = told && scan.ambiguous.length > 0 ? scanTags(source, markup, told) : scan
  const tags = dialect ? final.tokens.map((token) => markForeign(token, dialect)) : final.tokens
  const outer = outermost(tags)
  const leftovers = findLeftovers(source, lookUp(outer, markup.opaque, markup.tags))
  const tokens = leftovers.length > 0 ? [...tags, ...leftovers].sort(byPlace) : tags
  return {tokens, dialect: inferred?.name, inferredFrom: inferred?.from, ambiguous: final.ambiguous}
}

const byPlace = (a: Span, b: Span) => a.start - b.start || b.end - a.end

interface TagScan {
  readonly tokens: Token[]
  readonly ambiguous: Token[]
}

function scanTags(source: string, markup: Markup, dialect: Dialect | undefined): TagScan {
  const spintax = new SpintaxReader(source)
  const ambiguous: Token[] = []
  NEXT.lastIndex = 0
  for (let found = NEXT.exec(source); found; found = NEXT.exec(source)) {
    const at = found.index
    const hidden = spanAt(markup.opaque, at)
    if (hidden) NEXT.lastIndex = hidden.end
    else if (source[at] === '{') NEXT.lastIndex = readBrace(source, at, dialect, spintax, ambiguous)
    else NEXT.lastIndex = readOther(source, at, markup, dialect, spintax)
  }
  spintax.finish()
  return {tokens: disjoint(spintax.tokens), ambiguous}
}

/** @returns the offset to read on from */
function readBrace(
  source: string,
  at: number,
  dialect: Dialect | undefined,
  spintax: SpintaxReader,
  ambiguous: Token[]
): number {
  const begun = spintax.begin(at)
  if (begun !== undefined) return begun
  const reading = readCurly(source, at, dialect)
  if (!reading) return spintax.brace(at)
  spintax.tokens.push(reading.token)
  if (!reading.sure) ambiguous.push(reading.token)
  return reading.token.end
}

/** @returns the offset to read on from */
function readOther(
  source: string,
  at: number,
  {tags}: Markup,
  dialect: Dialect | undefined,
  spintax: SpintaxReader
): number {
  const char = source.charAt(at)
  if (char === '}') return spintax.close(at)
  const own = (syntax: string) => dialect?.tags.some((tag) => tag === syntax) ?? false
  const token = readers[char]?.({source, at, inTag: spanAt(tags, at) !== undefined, own})
  if (token) spintax.tokens.push(token)
  else if (char === '|') spintax.pipe(at)
  else if (char === '\n') spintax.paragraph(at)
  return token?.end ?? at + 1
}

/** Keeps what is nested in spintax or stands apart, in order of place. */
function disjoint(found: Token[]): Token[] {
  const kept: Token[] = []
  const around: Token[] = []
  for (const token of found.sort(byPlace)) {
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= token.start) around.pop()
    const outer = around.at(-1)
    if (outer && (outer.kind !== 'spintax' || token.end > outer.end)) continue
    around.push(token)
    kept.push(token)
  }
  return kept
}

function outermost(tokens: readonly Token[]): Token[] {
  let end = 0
  return tokens.filter((token) => {
    if (token.start < end) return false
    end = token.end
    return true
  })
}

function inferDialect(
  tokens: readonly Token[],
  dialects: Readonly<Record<string, Dialect>>
): {name: string; from: Token} | undefined {
  for (const from of tokens) {
    const sign = /^\{\{.*\|\s*default\s*:/s.test(from.raw) ? 'liquid' : from.syntax
    const name = Object.keys(dialects).find((each) => dialects[each]?.signs?.some((syntax) => syntax === sign))
    if (name && from.kind !== 'broken' && from.kind !== 'leftover') return {name, from}
  }
  return undefined
}

/** A tag that the draft's own sequencer does not fill reaches the buyer as it stands. */
function markForeign(token: Token, dialect: Dialect): Token {
  if (token.kind !== 'tag' && token.kind !== 'control') return token
  const family = familyOf(token.syntax)
  if (dialect.tags.some((tag) => familyOf(tag) === family)) return token
  return {...token, kind: 'broken', syntax: 'foreign'}
}
