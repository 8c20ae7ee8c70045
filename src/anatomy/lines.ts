import {type Block, type Body, type Fact, type Span, SpanIndex} from '../tree/index.js'
import {hasLetterOrNumber, narrowing} from '../tree/letters.js'

const writtenWord = narrowing(String.raw`[\p{L}\p{N}][^\s]*`, 'gu')
const firstCapital = narrowing(String.raw`(?<![\p{L}\p{N}])\p{Lu}`, 'gu')

/** A line of the body as a reader sees it; offsets count in the body's text. */
export interface Line extends Span {
  readonly text: string
  readonly block: Block
  readonly words: number
  /** Characters that contacts, addresses and links take of it. */
  readonly contact: number
}

export function linesOf(body: Body, contacts: readonly Fact[]): Line[] {
  const lines: Line[] = []
  let next = 0
  for (const block of body.blocks) {
    let start = block.start
    for (const text of body.text.value.slice(block.start, block.end).split('\n')) {
      const end = start + text.length
      while (next < contacts.length && (contacts[next] as Fact).end <= start) next++
      const contact = covered(contacts, next, start, end)
      if (end > start) lines.push({start, end, text, block, words: wordCount(text), contact})
      start = end + 1
    }
  }
  return lines
}

/** How many runs without blanks hold a letter or a digit. An expression would make a text of each. */
function wordCount(text: string): number {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) return text.match(writtenWord(text))?.length ?? 0
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) inWord = false
    else if (!inWord && isWordCode(code)) {
      inWord = true
      count++
    }
  }
  return count
}

function isWordCode(code: number): boolean {
  const small = code | 0x20
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function covered(facts: readonly Fact[], from: number, start: number, end: number): number {
  let length = 0
  for (let index = from; index < facts.length; index++) {
    const fact = facts[index] as Fact
    if (fact.start >= end) break
    length += Math.max(0, Math.min(fact.end, end) - Math.max(fact.start, start))
  }
  return length
}

/** A line of a signature: short, and no sentence; contacts, names and titles have this shape. */
export function isSignatureLine(line: Line): boolean {
  const words = line.words
  if (line.contact > 0 && line.contact * 2 >= line.text.length) return true
  if (words > 14 || line.text.length > 110) return line.contact * 3 >= line.text.length && !endsSentence(line.text)
  if (words <= 7) return !/[?؟!]\s*$/.test(line.text)
  return !endsSentence(line.text) && (line.contact > 0 || isMostlyNames(line))
}

/** "Head estimator and scaffold designer, Corbel Scaffolding Pty Ltd": a title and a company, with no contact in the line. */
function isMostlyNames({text, words, block}: Line): boolean {
  const capitals = text.match(firstCapital(text))?.length ?? 0
  return block.kind !== 'item' && capitals * 2 >= words
}

/** Legal forms and other letters with points: "Ltd.", "S.p.A.", "d.o.o.", "San. ve Tic. A.Ş.", "U.K." */
const ABBREVIATION_END =
  /(?<!\p{L})(?:Ltd|Inc|Co|Corp|Pvt|Bhd|St|Str|\p{L}{1,2}\.(?:\s?\p{L}{1,2}\.)?\s?\p{L}{1,3})\.\s*$/iu

function endsSentence(text: string): boolean {
  return /[.!?؟。]["»”']?\s*$/.test(text) && !ABBREVIATION_END.test(text)
}

export function startsWith(line: Span & {readonly text: string}, hits: readonly Span[]): boolean {
  return near(line, hits).some(
    (hit) => hit.start >= line.start && hit.end <= line.end && isMarks(line.text.slice(0, hit.start - line.start))
  )
}

export function isWhole(line: Line, hits: readonly Span[]): boolean {
  return near(line, hits).some(
    (hit) =>
      hit.start <= line.start + 3 &&
      hit.start >= line.start &&
      hit.end <= line.end &&
      isMarks(line.text.slice(hit.end - line.start))
  )
}

function isMarks(text: string): boolean {
  return !hasLetterOrNumber(text)
}

export function inside(line: Span, hits: readonly Span[]): boolean {
  return hits.length > 0 && indexOf(hits).touches(line)
}

function near(line: Span, hits: readonly Span[]): readonly Span[] {
  return hits.length === 0 ? hits : indexOf(hits).touching(line)
}

const indexes = new WeakMap<readonly Span[], SpanIndex<Span>>()

function indexOf(hits: readonly Span[]): SpanIndex<Span> {
  const index = indexes.get(hits) ?? new SpanIndex(hits)
  indexes.set(hits, index)
  return index
}
