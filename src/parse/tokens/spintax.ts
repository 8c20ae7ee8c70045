import type {Span, Token} from '../../tree/index.js'
import {makeToken, matchAt} from './make-token.js'
import {isFieldName, isIdentifier} from './placeholder.js'

const RANDOM = /\{\{\s{0,3}random\s{0,3}\|/iy
const SPIN = /(?:\{\{? ?spin ?\}\}?|\{% ?spin ?%\})(?:\s{0,9}(?:\{\{ ?variation ?\}\}|\{% ?variation ?%\}))?/iy
const VARIATION = /\{\{ ?variation ?\}\}|\{% ?variation ?%\}/iy
const END_SPIN = /\{\{? ?end ?spin ?\}\}?|\{% ?endspin ?%\}/iy
const BARE_NAME = /(?:^|[^\p{L}\p{N}_])((?:\p{L}+_)+\p{L}+|\p{Ll}+\p{Lu}\p{Ll}+)$/u
const OPEN_NAME = /\{{1,2} ?([\p{L}_][\p{L}\p{M}\p{N}_.\u200c]{0,60})/uy

/** Deeper nesting than this is no spintax that anyone could read. */
const DEPTH = 50
const LONGEST_GROUP = 5000

interface Frame {
  readonly start: number
  readonly syntax: 'curly1' | 'random' | 'spin'
  readonly content: number
  /** Where an alternative ends and where the next one begins. */
  readonly cuts: Span[]
}

/** Pairs the braces that no tag took, from left to right: alternatives, nested to any sensible depth. */
export class SpintaxReader {
  readonly tokens: Token[] = []
  private readonly open: Frame[] = []
  private readonly unmatched: Frame[] = []

  constructor(private readonly source: string) {}

  /** @returns the offset to read on from, where something begins here that holds alternatives */
  begin(at: number): number | undefined {
    const {source} = this
    const end = matchAt(END_SPIN, source, at)
    if (end && this.open.at(-1)?.syntax === 'spin') {
      this.group(this.open.pop() as Frame, at, END_SPIN.lastIndex)
      return END_SPIN.lastIndex
    }
    if (this.open.at(-1)?.syntax === 'spin' && matchAt(VARIATION, source, at)) {
      this.open.at(-1)?.cuts.push({start: at, end: VARIATION.lastIndex})
      return VARIATION.lastIndex
    }
    if (matchAt(RANDOM, source, at))
      return this.push({start: at, syntax: 'random', content: RANDOM.lastIndex, cuts: []})
    if (matchAt(SPIN, source, at)) return this.push({start: at, syntax: 'spin', content: SPIN.lastIndex, cuts: []})
    return undefined
  }

  brace(at: number): number {
    return this.push({start: at, syntax: 'curly1', content: at + 1, cuts: []})
  }

  pipe(at: number): void {
    this.open.at(-1)?.cuts.push({start: at, end: at + 1})
  }

  /** @returns the offset to read on from */
  close(at: number): number {
    const {source} = this
    const top = this.open.at(-1)
    const last = this.tokens.at(-1)
    if (!top || top.syntax === 'spin' || top.cuts.length === 0) {
      if (last?.end === at && isCurly(last)) return this.widen(last, at)
      if (top?.syntax === 'curly1') this.open.pop()
      else if (!top) this.orphan(at)
      return at + 1
    }
    this.open.pop()
    const whole = top.syntax === 'curly1' || source[at + 1] === '}'
    const end = top.syntax === 'random' && whole ? at + 2 : at + 1
    this.group(top, at, end, whole)
    return end
  }

  /** A group may span paragraphs, a tag whose end is missing may not: it would swallow the braces of the next one. */
  paragraph(at: number): void {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const frame = this.open[i] as Frame
      const name = matchAt(OPEN_NAME, this.source, frame.start)?.[1]
      const lost = frame.cuts.length === 0 && name !== undefined && isFieldName(name)
      if (!lost && at - frame.start < LONGEST_GROUP) continue
      this.open.splice(i, 1)
      this.unmatched.push(frame)
    }
  }

  finish(): void {
    const left = this.unmatched.concat(this.open)
    if (left.length === 0) return
    const starts = new Uint8Array(this.source.length)
    for (const {start} of left) starts[start] = 1
    const follows = new Map(this.tokens.map((token, index) => [token.start, index]))
    for (const frame of left) this.explain(frame, starts, follows)
  }

  private push(frame: Frame): number {
    this.open.push(frame)
    if (this.open.length > DEPTH) this.unmatched.push(this.open.shift() as Frame)
    return frame.content
  }

  private group({start, syntax, content, cuts}: Frame, close: number, end: number, whole = true): void {
    const alternatives: Span[] = []
    let from = content
    for (const cut of cuts) {
      alternatives.push({start: from, end: cut.start})
      from = cut.end
    }
    alternatives.push({start: from, end: close})
    this.tokens.push(makeToken(this.source, whole ? 'spintax' : 'broken', syntax, {start, end}, {alternatives}))
  }

  /** One brace more than the tag needs. */
  private widen(tag: Token, at: number): number {
    const end = this.source[at + 1] === '}' ? at + 2 : at + 1
    const named = {name: tag.name ?? this.firstOf(tag), fallback: tag.fallback}
    this.tokens[this.tokens.length - 1] = makeToken(this.source, 'broken', tag.syntax, {start: tag.start, end}, named)
    return end
  }

  /** `first_name}}`: the opening braces are missing. */
  private orphan(at: number): void {
    const name = BARE_NAME.exec(this.source.slice(Math.max(0, at - 60), at))?.[1]
    if (!name || !isFieldName(name)) return
    const end = this.source[at + 1] === '}' ? at + 2 : at + 1
    this.tokens.push(makeToken(this.source, 'broken', 'curly2', {start: at - name.length, end}, {name}))
  }

  /**
   * What an opening brace that nothing closes was meant to be.
   * @param starts 1 where such a brace stands
   */
  private explain(frame: Frame, starts: Uint8Array, follows: ReadonlyMap<number, number>): void {
    const {source} = this
    const {start} = frame
    const index = follows.get(start + 1)
    const next = index === undefined ? undefined : this.tokens[index]
    if (index !== undefined && next && next.kind !== 'broken' && isCurly(next)) {
      const span = {start, end: next.end}
      this.tokens[index] = makeToken(source, 'broken', next.syntax, span, {name: next.name ?? this.firstOf(next)})
      return
    }
    if (frame.syntax !== 'curly1') {
      this.tokens.push(makeToken(source, 'broken', frame.syntax, {start, end: frame.content}))
      return
    }
    const name = matchAt(OPEN_NAME, source, start)
    const doubled = source[start + 1] === '{' && starts[start + 1] === 1
    if (!name || (starts[start - 1] === 1 && source[start - 1] === '{')) return
    if (!(doubled ? isIdentifier(name[1] ?? '') : isFieldName(name[1] ?? ''))) return
    const span = {start, end: start + name[0].length}
    this.tokens.push(makeToken(source, 'broken', doubled ? 'curly2' : 'curly1', span, {name: name[1]}))
  }

  private firstOf({alternatives}: Token): string | undefined {
    const first = alternatives?.[0]
    return first && this.source.slice(first.start, first.end)
  }
}

/** Braces around one field: a tag, or what looks like spintax of a field and its fallback. */
function isCurly(token: Token): boolean {
  if (/^curly|^handlebars/.test(token.syntax) && token.kind !== 'spintax') return true
  const first = token.raw.slice(1).split('|', 1)[0] ?? ''
  return token.kind === 'spintax' && token.syntax === 'curly1' && token.alternatives?.length === 2 && isFieldName(first)
}
