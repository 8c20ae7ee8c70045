import {Memory} from '../../memory.js'
import type {Span} from '../../tree/index.js'
import {findCjkAddresses} from './cjk.js'
import {type Segment, splitSegments} from './evidence.js'
import {isLandmarkWord, Role} from './lexicon.js'
import {piecesOf} from './pieces.js'
import {addressAround, type Setting} from './score.js'
import {settle} from './settle.js'
import {Gap, type Token, tokenise, tokenPattern} from './tokens.js'

export interface AddressMatch {
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** White space folded. */
  readonly value: string
}

/** Characters before and after a digit that its address can reach. */
const REACH_BEFORE = 180
const REACH_AFTER = 160

/** Tokens of one address at most; a longer run is read in parts. */
const RUN = 60

/**
 * Postal addresses in the visible text of a mail, in order, none over another.
 * @param cut cuts what is near a number into pieces; what it gives changes nothing but the time it takes
 */
export function findAddresses(text: string, cut = piecesOf): AddressMatch[] {
  const found = findCjkAddresses(text)
  const pattern = tokenPattern(text)
  for (const piece of zonesOf(text).flatMap((zone) => cut(text, zone))) {
    const inside = remembered.of(pieceKey(text, piece), () => readPiece(text, piece, pattern))
    for (const {start, end} of inside) found.push({start: piece.start + start, end: piece.start + end})
  }
  found.sort((one, other) => one.start - other.start)
  const kept: {start: number; end: number}[] = []
  for (const span of found) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept.map(({start, end}) => ({start, end, value: text.slice(start, end).replace(/\s+/g, ' ')}))
}

interface Zone {
  start: number
  end: number
}

/** The addresses of pieces that were read before, counted from the piece's beginning. */
const remembered = new Memory<readonly Span[]>()

function readPiece(text: string, piece: Span, pattern: RegExp): Span[] {
  const tokens = tokenise(text, piece.start, piece.end, pattern)
  settle(tokens)
  const found: Zone[] = []
  readRuns(tokens, found)
  return found.map(({start, end}) => ({start: start - piece.start, end: end - piece.start}))
}

const restOfToken = /\S*\s*\S?/y
/** Characters before a piece that its first token looks at. */
const lookBack = 2

/** The text of a piece with all that its tokens look at: what stands before the first, and where the last one ends. */
function pieceKey(text: string, {start, end}: Span): string {
  restOfToken.lastIndex = end
  const rest = restOfToken.exec(text)?.[0].length ?? 0
  const before = Math.min(start, lookBack)
  return `${before}${text.slice(start - before, end + rest)}`
}

const digit =
  /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]+|پلاک|بلوار|خیابان|میدان|جاده|شهرک|کمربندی/g

/** Every address has a number: only what is near one is read. Persian ones may spell it out. */
function zonesOf(text: string): Zone[] {
  const zones: Zone[] = []
  digit.lastIndex = 0
  for (let match = digit.exec(text); match; match = digit.exec(text)) {
    const after = match.index + match[0].length
    if (isCounted(text, match.index, after)) continue
    const end = Math.min(text.length, after + REACH_AFTER)
    const last = zones.at(-1)
    const start = Math.max(0, match.index - REACH_BEFORE)
    if (last && start <= last.end) last.end = end
    else zones.push({start: wordStart(text, start), end})
  }
  return zones
}

/** "within 14 days": a number between two words in lower case counts something. */
function isCounted(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== ' ' || text[end] !== ' ') return false
  if (!isLower(text.charCodeAt(end + 1)) || !isLower(text.charCodeAt(start - 2))) return false
  let at = start - 2
  while (at > 0 && start - at < 20 && isLower(text.charCodeAt(at))) at--
  return text[at] === ' '
}

function isLower(code: number): boolean {
  return code > 0x60 && code < 0x7b
}

function wordStart(text: string, from: number): number {
  if (from === 0) return 0
  const near = text.slice(from, from + 40).search(/\s/)
  return near < 0 ? from : from + near
}

/** A run is what stands between two tokens that no address holds. */
function readRuns(tokens: readonly Token[], found: Zone[]): void {
  let first = 0
  while (first < tokens.length) {
    if (tokens[first]?.kind === 'break') {
      first++
      continue
    }
    let end = first + 1
    while (end < tokens.length && end - first < RUN && !tokens[end - 1]?.stops && tokens[end]?.kind !== 'break') end++
    if (end - first > 2 && canHoldAddress(tokens, first, end)) readRun(tokens, first, end, found)
    first = end
  }
}

/**
 * A number, or a Persian town or landmark, whose streets and buildings may do without one; and a word of addresses, or at least
 * four words, the least that a house without a street word and its town take.
 */
function canHoldAddress(tokens: readonly Token[], first: number, end: number): boolean {
  let numbered = false
  let worded = end - first > 3
  for (let index = first; index < end; index++) {
    const token = tokens[index] as Token
    numbered ||= token.kind === 'number' || /\d/.test(token.key)
    numbered ||= (token.roles & Role.town) !== 0 || isLandmarkWord(token.key)
    worded ||= (token.roles & (Role.street | Role.weakStreet | Role.box | Role.building | Role.unit)) !== 0
  }
  return numbered && worded
}

function readRun(tokens: readonly Token[], first: number, end: number, found: Zone[]): void {
  const segments = splitSegments(tokens.slice(first, end))
  const setting = settingOf(tokens, first, end)
  let from = 0
  for (const anchor of anchorsOf(segments)) {
    if (anchor < from) continue
    const window = addressAround(segments, anchor, from, setting)
    if (!window) continue
    const start = startOf(segments[window.first] as Segment)
    found.push({start, end: segments[window.last]?.end ?? start})
    from = window.last + 1
  }
}

/** "Registered office 5 High Street" begins at its number. */
function startOf(segment: Segment): number {
  let index = 0
  for (; index < segment.tokens.length - 1; index++) {
    const roles = segment.tokens[index]?.roles ?? 0
    if ((roles & Role.cue) === 0 || (index === 0 && (roles & (Role.unit | Role.building)) !== 0)) break
  }
  return segment.tokens[index]?.start ?? segment.start
}

/** Where a street can be: the strong ones first, so that a bare name does not take a street's place. */
function anchorsOf(segments: readonly Segment[]): number[] {
  const anchors = segments.map((_, index) => index)
  const points = (index: number) => segments[index]?.street ?? 0
  const strong = anchors.filter((index) => points(index) > 1)
  const weak = anchors.filter((index) => points(index) < 2 && isWeakAnchor(segments[index] as Segment))
  return [...strong, ...weak]
}

function isWeakAnchor(segment: Segment): boolean {
  return segment.street > 0 || segment.building > 0 || segment.units > 0
}

function settingOf(tokens: readonly Token[], first: number, end: number): Setting {
  const after = tokens[end]
  const closes = after === undefined || after.gap >= Gap.line || (after.roles & Role.label) !== 0
  return {opens: opensLine(tokens, first), closes, cued: isCued(tokens, first) || tokens[first - 1]?.key === 'at'}
}

/** At the beginning of a line, or behind a name with a small word in it: "Bolt and Sons, 4 Kiln Lane". */
function opensLine(tokens: readonly Token[], first: number): boolean {
  for (let index = first; index >= Math.max(0, first - 3); index--) {
    if ((tokens[index]?.gap ?? 0) >= Gap.line) return index === first || tokens[index]?.kind === 'name'
  }
  return false
}

/** "Our address for visitors is", "Workshop:"; a label in between speaks of something else. */
function isCued(tokens: readonly Token[], first: number): boolean {
  for (let index = first - 1; index >= Math.max(0, first - 6); index--) {
    const roles = tokens[index]?.roles ?? 0
    if ((roles & Role.label) !== 0) return false
    if ((roles & Role.cue) !== 0) return true
  }
  return false
}
