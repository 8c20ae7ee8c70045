import type {Span, Token} from '../../tree/index.js'
import type {Dialect} from './dialect.js'
import {makeToken, matchAt} from './make-token.js'
import {isFieldName, isIdentifier} from './placeholder.js'

const LIQUID = /\{%-?([^\n]{1,300}?)%\}/y
const LIQUID_BROKEN =
  /\{%-? ?(?:if|elsif|else|endif|unless|endunless|for|endfor|assign|case|when)\b[^%{}\n]{0,120}(?:%|\})?/y
const SALESFORCE = /\{!([^{}\n]{1,160})\}/y
const TRIPLE = /\{\{\{([^{}\n]{1,120})\}\}\}/y
const PAIR = /\{\{([^{}]{0,300})\}\}/y
const APART = /\{ \{ ?([\p{L}_][\w.]{0,40}) ?\} ?\}|\{\{ ?([\p{L}_][\w.]{0,40}) ?\} \}/uy
const SHORT = /\{\{\s?([\p{L}_][\p{L}\p{N}_.]{0,40}(?: [\p{L}\p{N}_.]{1,40}){0,2})\s?\}(?!\})/uy
const SINGLE = /\{([^{}|\n]{1,60})\}/y
const SINGLE_FALLBACK = /\{([\p{L}_][\w.]{0,40})\|(?:(?:fallback|default)=)([^{}|\n]{0,80})\}/uy
const SINGLE_PIPE = /\{([\p{L}_][\w. ]{0,40})\|([^{}|\n]{0,80})\}/uy

/** https://shopify.github.io/liquid/filters/ */
const FILTER =
  /^(?:default|capitalize|upcase|downcase|date|truncate|truncatewords|strip|lstrip|rstrip|escape|append|prepend|replace|replace_first|remove|remove_first|round|floor|ceil|plus|minus|times|divided_by|modulo|split|join|first|last|size|slice|sort|url_encode|strip_html|newline_to_br|pluralize|titleize)\b/

/** A token, or `spintax` where the braces hold alternatives; `sure` is false where the dialect would have to say. */
interface CurlyReading {
  readonly token: Token
  readonly sure: boolean
}

const unquote = (text: string) => text.trim().replace(/^(["'“”‘’])(.*)(["'“”‘’])$/u, '$2')
const spanOf = (match: RegExpExecArray): Span => ({start: match.index, end: match.index + match[0].length})
const surely = (token: Token): CurlyReading => ({token, sure: true})

/** Reads a tag that begins with a brace and holds no other one. */
export function readCurly(source: string, at: number, dialect: Dialect | undefined): CurlyReading | undefined {
  const second = source[at + 1]
  if (second === '%') return readLiquid(source, at)
  if (second === '!') {
    const tag = matchAt(SALESFORCE, source, at)
    if (!tag) return undefined
    const [name, fallback] = (tag[1] ?? '').split(',', 2)
    return surely(makeToken(source, 'tag', 'salesforce', spanOf(tag), {name, fallback: fallback && unquote(fallback)}))
  }
  const apart = matchAt(APART, source, at)
  if (apart) return surely(makeToken(source, 'broken', 'curly2', spanOf(apart), {name: apart[1] ?? apart[2]}))
  return second === '{' ? readDouble(source, at, dialect) : readSingle(source, at, dialect)
}

function readLiquid(source: string, at: number): CurlyReading | undefined {
  const tag = matchAt(LIQUID, source, at)
  if (tag) return surely(makeToken(source, 'control', 'liquid', spanOf(tag), {name: tag[1]?.trim()}))
  const broken = matchAt(LIQUID_BROKEN, source, at)
  return broken && surely(makeToken(source, 'broken', 'liquid', spanOf(broken)))
}

function readDouble(source: string, at: number, dialect: Dialect | undefined): CurlyReading | undefined {
  if (source[at + 2] === '{') {
    const triple = matchAt(TRIPLE, source, at)
    return triple && surely(makeToken(source, 'tag', 'curly3', spanOf(triple), {name: triple[1]?.trim()}))
  }
  const pair = matchAt(PAIR, source, at)
  if (pair) return readPair(source, spanOf(pair), pair[1] ?? '', dialect)
  const short = matchAt(SHORT, source, at)
  return short && surely(makeToken(source, 'broken', 'curly2', spanOf(short), {name: short[1]}))
}

function readPair(source: string, span: Span, inner: string, dialect: Dialect | undefined): CurlyReading | undefined {
  const parts = inner.split(/\|\|?/)
  const [first = '', second] = parts
  const name = first.trim()
  if (name === '' && second === undefined) return surely(makeToken(source, 'broken', 'curly2', span))
  if (second === undefined) return surely(readPlain(source, span, name))
  const filter = second.trim()
  if (FILTER.test(filter)) {
    const fallback = /(?:^|\|)\s*default\s*:\s*(.*)$/su.exec(parts.slice(1).join('|'))?.[1]
    return surely(makeToken(source, 'tag', 'curly2', span, {name, fallback: fallback && unquote(fallback)}))
  }
  const {spins, sure} = pipeMeaning(parts, name, dialect)
  if (!spins) return {token: makeToken(source, 'tag', 'curly2', span, {name, fallback: unquote(second)}), sure}
  const alternatives = alternativesOf(parts, span.start + 2, source)
  return {token: makeToken(source, 'spintax', 'curly2', span, {alternatives}), sure}
}

/** `{{x|y}}` is a fallback in one sequencer and spintax in another: the dialect decides, then the look of `x`. */
function pipeMeaning(
  parts: readonly string[],
  name: string,
  dialect: Dialect | undefined
): {spins: boolean; sure: boolean} {
  const named = parts.length === 2 && isFieldName(name)
  const spinning = dialect?.spintax?.includes('curly2') ?? false
  if (dialect && (named || !spinning)) return {spins: false, sure: true}
  if (dialect) return {spins: true, sure: true}
  if (named) return {spins: false, sure: true}
  if (parts.length > 2 || !isIdentifier(name)) return {spins: true, sure: parts.length > 2}
  return {spins: /^\p{Lu}\p{Ll}/u.test(name), sure: false}
}

function alternativesOf(parts: readonly string[], from: number, source: string): Span[] {
  let start = from
  return parts.map((part) => {
    while (source[start] === '|') start++
    const span = {start, end: start + part.length}
    start = span.end
    return span
  })
}

function readPlain(source: string, span: Span, inner: string): Token {
  if (/^(?:[#/^>]|else\b|end)/.test(inner)) return makeToken(source, 'control', 'handlebars', span, {name: inner})
  const fallback = /^([^:,]{1,60})(?::\s?|,\s{0,3}fallback=)(.{0,120})$/su.exec(inner)
  return makeToken(source, 'tag', 'curly2', span, {
    name: fallback?.[1]?.trim() ?? inner,
    fallback: fallback?.[2] && unquote(fallback[2])
  })
}

function readSingle(source: string, at: number, dialect: Dialect | undefined): CurlyReading | undefined {
  const named = matchAt(SINGLE_FALLBACK, source, at)
  if (named) return surely(makeToken(source, 'tag', 'curly1', spanOf(named), {name: named[1], fallback: named[2]}))
  if (dialect?.fallback === 'pipe' && dialect.tags.includes('curly1') && !dialect.spintax?.includes('curly1')) {
    const piped = matchAt(SINGLE_PIPE, source, at)
    if (piped) return surely(makeToken(source, 'tag', 'curly1', spanOf(piped), {name: piped[1], fallback: piped[2]}))
  }
  const single = matchAt(SINGLE, source, at)
  if (!single) return undefined
  const [name = '', fallback] = (single[1] ?? '').trim().split(/:(?=\S)/, 2)
  // Braces around one word may also be prose; the dialect or the word must speak for a tag.
  const stated = dialect?.tags.includes('curly1') && isIdentifier(name)
  if (!stated && !isFieldName(name) && !/^\p{Lu}[\p{Lu}\d_]+$/u.test(name)) return undefined
  return surely(makeToken(source, 'tag', 'curly1', spanOf(single), {name, fallback}))
}
