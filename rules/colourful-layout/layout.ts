import type {Email, Span, Style} from '../../src/tree/index.js'
import {narrowing} from '../../src/tree/letters.js'

const written = narrowing(String.raw`[\p{L}\p{N}]+`, 'gu')

/** A declaration with what it shows: text that no declaration further inside takes over. */
export interface Shown {
  readonly style: Style
  readonly around: Shown | undefined
  /** Letters and digits; white space has no colour, font or size to speak of. */
  letters: number
}

/** The looks of a draft with what rules of layout ask about them. */
export class Layout {
  /** Everything but quoted mails. */
  readonly styles: readonly Style[]
  readonly letters: number
  private readonly lettersBefore: Uint32Array
  private readonly quoted: readonly Span[]
  private readonly signatures: readonly Span[]
  private readonly links: ReadonlySet<string>
  private readonly padded: ReadonlySet<string>

  constructor(readonly email: Email) {
    const {text, styles, links} = email.body
    this.quoted = email.sections.filter(({name}) => name === 'quoted-thread')
    this.styles = styles.filter((style) => !isInside(style, this.quoted))
    this.signatures = email.sections.filter(({name}) => name === 'signature')
    this.links = new Set(links.map(keyOf))
    const paddings = styles.filter((style) => style.property.startsWith('padding') && /[1-9]/.test(style.value))
    this.padded = new Set(paddings.filter((style) => !isBox(style)).map(keyOf))
    this.lettersBefore = countLetters(text.value)
    this.letters = this.lettersBefore.at(-1) ?? 0
  }

  isInSignature(span: Span): boolean {
    return isInside(span, this.signatures)
  }

  isQuoted(at: number): boolean {
    return isInside({start: at, end: at}, this.quoted)
  }

  /** Whether the element is a link or holds one link and nothing else. */
  isLink(style: Style): boolean {
    return style.end > style.start && this.links.has(keyOf(style))
  }

  /** Whether a link keeps room around its words, as buttons do. */
  isPaddedLink(style: Style): boolean {
    return this.isLink(style) && !isBox(style) && this.padded.has(keyOf(style))
  }

  /** The declarations of a property that are seen, in the order of the text. */
  shown(property: string): Shown[] {
    const found: Shown[] = []
    const open: Shown[] = []
    const inOrder = this.styles.filter((style) => style.property === property).sort(byNesting)
    for (const style of inOrder) {
      while (open.length > 0 && (open.at(-1) as Shown).style.end <= style.start) open.pop()
      const around = open.at(-1)
      const letters = this.lettersIn(style)
      if (around) around.letters -= letters
      const shown = {style, around, letters}
      open.push(shown)
      found.push(shown)
    }
    return found.filter((one) => one.letters > 0)
  }

  /** The words under a declaration, for a message; only the first of many, none where it is the whole page. */
  quote(span: Span): string {
    if (span.end <= span.start || span.end - span.start > 500) return ''
    const words = this.email.body.text.value.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
    return words.length <= 60 ? ` “${words}”` : ` “${words.slice(0, words.lastIndexOf(' ', 45) + 1 || 45)}…”`
  }

  private lettersIn({start, end}: Span): number {
    return (this.lettersBefore[end] ?? this.letters) - (this.lettersBefore[start] ?? this.letters)
  }
}

/** Outer before inner; on the same words the sheet before the element's own, as the cascade has it. */
function byNesting(one: Style, other: Style): number {
  const sheetFirst = Number(other.by === 'sheet') - Number(one.by === 'sheet')
  return one.start - other.start || other.end - one.end || sheetFirst || one.source.start - other.source.start
}

function keyOf({start, end}: Span): string {
  return `${start}:${end}`
}

/** The element of a declaration; of a style sheet's the one that the selector ends in, if it names one. */
export function tagOf({element, by}: Style): string {
  if (by !== 'sheet') return element
  const last =
    element
      .trim()
      .split(/[\s>]+/)
      .at(-1) ?? ''
  return (/^[a-z][a-z\d]*/i.exec(last)?.[0] ?? '').toLowerCase()
}

const boxes = new Set('body center div li p section table tbody td tfoot th thead tr'.split(' '))

export function isBox(style: Style): boolean {
  return boxes.has(tagOf(style))
}

function isInside(span: Span, ranges: readonly Span[]): boolean {
  return ranges.some(({start, end}) => span.start >= start && span.end <= end)
}

function countLetters(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1)
  for (const run of text.matchAll(written(text))) before.fill(1, run.index + 1, run.index + run[0].length + 1)
  for (let at = 1; at < before.length; at++) before[at] = (before[at] ?? 0) + (before[at - 1] ?? 0)
  return before
}
