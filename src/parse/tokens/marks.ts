import type {Span, Token} from '../../tree/index.js'
import {characterAt, isLetter} from '../../tree/letters.js'
import {makeToken, matchAt} from './make-token.js'
import {isFieldName, isPlaceholder} from './placeholder.js'

const PERCENT = /(%{1,2})([\p{L}_][\p{L}\p{N}_.-]{1,40}(?: \p{L}{1,30}){0,2})(%{0,3})/uy
const PERCENT_CODE = /%%(?:=[^\n]{1,300}?=|\[[\s\S]{1,2000}?\])%%/y
const PERCENT_OPEN = /%([A-Z][A-Z0-9_]{2,40}|[a-z]+(?:_[a-z]+)+)(?![\w%])/y
const MAILCHIMP = /\*\|([A-Z][\w:=!. -]{0,80})(?:\|([^|*\n]{1,60}))?\|\*/y
const MAILCHIMP_BROKEN = /\*\|([A-Z][A-Z0-9_:]{1,40})(?:\|(?!\*)|\*(?!\|))?/y
const MAILCHIMP_TAIL = /(?:\*|\|)([A-Z][A-Z0-9_]{2,40})\|\*(?!\w)/y
const SQUARE2 = /\[\[ ?([\p{L}_][\p{L}\p{N}_ .:-]{0,60}?) ?\]\]/uy
const SQUARE = /\[([^[\]\n]{1,60})\]/y
const DEFINITION = /:[ \t]{0,3}(?:<|[a-z]{2,10}:|[/#.])/y
const LENTICULAR = /【([^【】\n]{1,30})】/y
const DOLLAR = /\$\{([^{}\n]{1,80})\}/y
const DOLLAR_OPEN = /\$\{([A-Za-z_][\w.]{1,40})(?![\w.}])/y
const ANGLE2 = /<<([^<>\n]{1,60})>>/y
const ERB = /<%=?([^<>%\n]{1,200})%>/y
const ANGLE = /<([\p{L}][^<>\n]{0,60})>/uy
const ENTITIES = /&lt;(\p{L}[^<>&;\n]{0,60})&gt;/uy
const ROUND2 = /\(\(([^()\n]{1,40})\)\)/y

/** Where a mark is read: the source, the place, whether it is an HTML tag, whether the dialect writes `<<name>>`. */
interface Reading {
  readonly source: string
  readonly at: number
  readonly inTag: boolean
  readonly own: (syntax: string) => boolean
}

type Reader = (reading: Reading) => Token | undefined

const spanOf = (match: RegExpExecArray): Span => ({start: match.index, end: match.index + match[0].length})

function readPercent({source, at, inTag}: Reading): Token | undefined {
  const code = matchAt(PERCENT_CODE, source, at)
  if (code) return makeToken(source, code[0].startsWith('%%[') ? 'control' : 'tag', 'percent2', spanOf(code))
  if (/[\d\p{Nd}%]/u.test(source[at - 1] ?? '') || isUrlCode(source, at)) return undefined
  const pair = matchAt(PERCENT, source, at)
  const closing = pair?.[3]?.length ?? 0
  const spaced = pair?.[2]?.includes(' ') && !isFieldName(pair[2])
  if (pair && closing > 0 && !spaced) {
    const opening = pair[1]?.length
    const syntax = opening === 2 ? 'percent2' : 'percent'
    return makeToken(source, opening === closing ? 'tag' : 'broken', syntax, spanOf(pair), {name: pair[2]})
  }
  const open = inTag ? undefined : matchAt(PERCENT_OPEN, source, at)
  if (!open || !isFieldName(open[1] ?? '')) return undefined
  return makeToken(source, 'broken', 'percent', spanOf(open), {name: open[1]})
}

/** `%C3%A9` in an address is a letter, and `%D8%B3` is not a tag named D8. */
function isUrlCode(source: string, at: number): boolean {
  if (!/^%[\dA-F]{2}/i.test(source.slice(at, at + 3))) return false
  const before =
    source
      .slice(Math.max(0, at - 200), at)
      .split(/[\s"'<>]/)
      .at(-1) ?? ''
  return /www\.|%[\dA-F]{2}|[?&=/]/i.test(before) || source[at + 3] === '%'
}

function readMailchimp({source, at}: Reading): Token | undefined {
  const tag = matchAt(MAILCHIMP, source, at)
  if (tag) {
    const name = tag[1] ?? ''
    const control = /^(?:IF|IFNOT|ELSEIF|ELSE|END|INTERESTED)\b/.test(name)
    return makeToken(source, control ? 'control' : 'tag', 'mailchimp', spanOf(tag), {name, fallback: tag[2]})
  }
  if (source[at - 1] === '*') return undefined
  const broken = matchAt(MAILCHIMP_BROKEN, source, at) ?? matchAt(MAILCHIMP_TAIL, source, at)
  return broken && makeToken(source, 'broken', 'mailchimp', spanOf(broken), {name: broken[1]})
}

function readSquare({source, at, inTag}: Reading): Token | undefined {
  const double = matchAt(SQUARE2, source, at)
  if (double) return makeToken(source, 'tag', 'square2', spanOf(double), {name: double[1]})
  const single = inTag ? undefined : matchAt(SQUARE, source, at)
  if (!single) return undefined
  const before = source[at - 1] ?? '\n'
  const after = source[at + single[0].length] ?? ''
  // Links, references, their definitions and images of Markdown.
  if (/[([]/.test(after) || /[\]!]/.test(before) || matchAt(DEFINITION, source, at + single[0].length)) return undefined
  const escaped = before === '\\' && single[1]?.endsWith('\\')
  if (before === '\\' && !escaped) return undefined
  const inner = escaped ? (single[1] ?? '').slice(0, -1) : (single[1] ?? '')
  const unknown = inner === 'X' && !/(?:^|\n)\s{0,20}[-*+] $/.test(source.slice(Math.max(0, at - 24), at))
  if (!unknown && !isPlaceholder(inner)) return undefined
  const span = {start: escaped ? at - 1 : at, end: at + single[0].length}
  return makeToken(source, 'leftover', 'brackets', span, {name: inner})
}

/** `<name>`, or the same with entities: where a letter follows. */
function angleAt(source: string, at: number): RegExpExecArray | undefined {
  const [open, pattern] = source[at] === '<' ? (['<', ANGLE] as const) : (['&lt;', ENTITIES] as const)
  return isLetter(characterAt(source, at + open.length)) ? matchAt(pattern, source, at) : undefined
}

function readAngle({source, at, inTag, own}: Reading): Token | undefined {
  const erb = matchAt(ERB, source, at)
  if (erb) return makeToken(source, 'tag', 'erb', spanOf(erb), {name: erb[1]?.trim()})
  const double = matchAt(ANGLE2, source, at)
  const name = double?.[1]?.trim() ?? ''
  // Some type quotation marks that way.
  if (double && (own('angle2') || isFieldName(name))) return makeToken(source, 'tag', 'angle2', spanOf(double), {name})
  const single = inTag ? undefined : angleAt(source, at)
  const inner = single?.[1] ?? ''
  if (!single || !(isPlaceholder(inner) || isShouted(inner))) return undefined
  return makeToken(source, 'leftover', 'angles', spanOf(single), {name: inner})
}

function readDollar({source, at}: Reading): Token | undefined {
  const tag = matchAt(DOLLAR, source, at)
  if (tag) return makeToken(source, 'tag', 'dollar', spanOf(tag), {name: tag[1]?.trim()})
  const open = matchAt(DOLLAR_OPEN, source, at)
  return open && makeToken(source, 'broken', 'dollar', spanOf(open), {name: open[1]})
}

function readRound({source, at, own}: Reading): Token | undefined {
  const tag = matchAt(ROUND2, source, at)
  const name = tag?.[1]?.trim() ?? ''
  return tag && (own('round2') || isFieldName(name))
    ? makeToken(source, 'tag', 'round2', spanOf(tag), {name})
    : undefined
}

function readLenticular({source, at, inTag}: Reading): Token | undefined {
  const tag = inTag ? undefined : matchAt(LENTICULAR, source, at)
  return tag && isPlaceholder(tag[1] ?? '')
    ? makeToken(source, 'leftover', 'brackets', spanOf(tag), {name: tag[1]})
    : undefined
}

/** What may begin at a character. */
export const readers: Readonly<Record<string, Reader>> = {
  '%': readPercent,
  '*': readMailchimp,
  '[': readSquare,
  '<': readAngle,
  '&': readAngle,
  '|': readMailchimp,
  $: readDollar,
  '(': readRound,
  '【': readLenticular
}

/** "<COMPANY NAME>" */
function isShouted(inner: string): boolean {
  return inner === inner.toUpperCase() && /^\p{Lu}{2,}(?:[ _-]\p{Lu}+){0,4}$/u.test(inner)
}
