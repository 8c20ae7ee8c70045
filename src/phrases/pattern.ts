import {join} from './joined.js'
import type {WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import {readWords} from './words.js'

/** A mark of a pattern that stands for more than one word, or for a place. */
export type Mark = '*' | '*-' | '#' | '<name>' | '...' | '^' | '$'

export type Expression =
  | {readonly type: 'word' | 'stem'; readonly value: string}
  | {readonly type: 'list'; readonly value: string}
  | {readonly type: 'mark'; readonly value: Mark}
  | {readonly type: 'sequence' | 'choice'; readonly parts: readonly Expression[]}

const nothing: Expression = {type: 'sequence', parts: []}

/** A pattern that cannot be read. Columns count from 1. */
export class PatternError extends Error {
  readonly column: number

  constructor(message: string, column: number) {
    super(message)
    this.name = 'PatternError'
    this.column = column
  }
}

export function parsePattern(pattern: string, normaliser: WordNormaliser): Expression {
  const reader = new PatternReader(pattern, normaliser)
  const expression = reader.choice()
  reader.expectEnd()
  if (!alwaysHolds(expression)) {
    throw new PatternError('a pattern needs a word, a stem or a %list in each of its alternatives', 1)
  }
  return expression
}

/** Whether every way through the expression passes a word, a stem or a list. */
function alwaysHolds(expression: Expression): boolean {
  if (expression.type === 'sequence') return expression.parts.some(alwaysHolds)
  if (expression.type === 'choice') return expression.parts.every(alwaysHolds)
  return expression.type !== 'mark'
}

const markAt = /(?:<tag>|<name>|\.\.\.|\u2026|\*-|[*^$#](?!\d))/y
const listAt = /%([\p{L}][\p{L}\p{N}_-]*)/uy
const plainAt = /(?:[^\s()|?*^$%<>]|%(?!\p{L})|\$(?=\d))+/uy

const joiners: ReadonlySet<string | undefined> = new Set('-\u200c')

class PatternReader {
  private at = 0
  private readonly pattern: string
  private readonly normaliser: WordNormaliser

  constructor(pattern: string, normaliser: WordNormaliser) {
    this.pattern = pattern
    this.normaliser = normaliser
  }

  choice(): Expression {
    const parts = [this.sequence()]
    while (this.pattern[this.at] === '|') {
      this.at++
      parts.push(this.sequence())
    }
    return parts.length === 1 ? (parts[0] as Expression) : {type: 'choice', parts}
  }

  expectEnd(): void {
    if (this.at < this.pattern.length) throw this.error('`)` without `(`')
  }

  private sequence(): Expression {
    const begin = this.at
    const parts: Expression[] = []
    for (;;) {
      this.skipBlanks()
      const character = this.pattern[this.at]
      if (character === undefined || character === ')' || character === '|') break
      parts.push(this.optional(this.joinedPart(parts.length > 0)))
    }
    if (parts.length === 0) throw this.error('nothing to match here', begin)
    const end = parts.findIndex((part) => part.type === 'mark' && part.value === '$')
    if (end >= 0 && end < parts.length - 1) throw this.error('`$` stands only at the end', begin)
    return parts.length === 1 ? (parts[0] as Expression) : {type: 'sequence', parts}
  }

  /** `(make|sell)-side`: a hyphen or a zero-width non-joiner right after a group. */
  private joinedPart(follows: boolean): Expression {
    const begin = this.at
    let part = this.part(follows)
    while (joiners.has(this.pattern[this.at])) {
      this.at++
      const joined = join(part, this.part(true))
      if (!joined) throw this.error('only words and groups of words can be joined', begin)
      part = joined
    }
    return part
  }

  private optional(part: Expression): Expression {
    if (this.pattern[this.at] !== '?') return part
    this.at++
    return {type: 'choice', parts: [part, nothing]}
  }

  private part(follows: boolean): Expression {
    if (this.pattern[this.at] === '(') return this.group()
    const list = this.take(listAt)
    if (list) return {type: 'list', value: list.slice(1)}
    const mark = this.take(markAt)
    if (mark === '<tag>') return {type: 'word', value: mark}
    if (mark === '^' && follows) throw this.error('`^` stands only at the beginning', this.at - 1)
    if (mark) return {type: 'mark', value: (mark === '\u2026' ? '...' : mark) as Mark}
    return this.words()
  }

  private group(): Expression {
    const open = this.at++
    const inner = this.choice()
    if (this.pattern[this.at] !== ')') throw this.error('`(` is never closed', open)
    this.at++
    return inner
  }

  /** Plain words in a row are read together, as a text is: some belong to their neighbour. */
  private words(): Expression {
    const begin = this.at
    let end = begin
    let stem = false
    while (!stem && !this.take(markAt)) {
      const word = this.nextWord()
      if (!word || (word.alone && end > begin)) break
      end = word.end
      stem = word.stem
      if (word.alone) break
      this.skipBlanks()
    }
    if (end === begin) throw this.error(`\`${this.pattern[this.at]}\` means nothing here`)
    this.at = stem ? end + 1 : end
    return this.expressionOf(begin, end, stem)
  }

  /** What follows the word may hold for it alone: `?`, or the hyphen of `world-(class|leading)`. */
  private nextWord(): {end: number; stem: boolean; alone: boolean} | undefined {
    const begin = this.at
    const word = this.take(plainAt)
    if (word === undefined) return undefined
    if (/\.\.\.|\u2026/.test(word)) throw this.error('put spaces around `...`', begin)
    const follower = this.pattern[this.at]
    const joined = follower === '(' && joiners.has(word.at(-1))
    return {end: joined ? this.at - 1 : this.at, stem: follower === '*', alone: joined || follower === '?'}
  }

  private expressionOf(begin: number, end: number, stem: boolean): Expression {
    const {norms, flags, starts, nexts} = readWords(this.pattern.slice(begin, end), this.normaliser)
    const parts: Expression[] = []
    for (let at = 0; at < norms.length; ) {
      const next = nexts[at] as number
      const own = norms.slice(at, next)
      const last = stem && next === norms.length
      const compound = own.length > 1 && Boolean((flags[at + 1] as number) & wordFlag.inner)
      parts.push(compound ? {type: 'choice', parts: [inRow(own, last), inRow([own.join('')], last)]} : inRow(own, last))
      at = next
    }
    if (parts.length === 0 || (stem && starts.length === 0)) throw this.error('no word stands here', begin)
    return {type: 'sequence', parts}
  }

  private take(expression: RegExp): string | undefined {
    expression.lastIndex = this.at
    const found = expression.exec(this.pattern)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private skipBlanks(): void {
    while (/\s/.test(this.pattern[this.at] ?? '')) this.at++
  }

  private error(message: string, at = this.at): PatternError {
    return new PatternError(message, at + 1)
  }
}

function inRow(norms: readonly string[], stem: boolean): Expression {
  const parts = norms.map((value, index): Expression => {
    return {type: stem && index === norms.length - 1 ? 'stem' : 'word', value}
  })
  return {type: 'sequence', parts}
}
