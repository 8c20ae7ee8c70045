import {type Block, type BlockKind, type MappedText, type Span, TextBuilder} from '../tree/index.js'
import type {TextSink} from './align.js'
import {type Content, maskRuns} from './content.js'
import {restore} from './mask.js'

type Gap = 'none' | 'space' | 'cell' | 'line'

/**
 * Writes the visible text of a body: folds white space as a reader sees it, parts blocks by an empty line,
 * leaves out what is masked as hidden and puts the draft's own characters back where a merge tag was masked.
 */
export class BodyWriter implements TextSink {
  readonly blocks: Block[] = []
  readonly tags: Span[] = []
  private readonly out = new TextBuilder()
  private block: {kind: BlockKind; start: number; quoteDepth: number} | undefined
  private next: {kind: BlockKind; quoteDepth: number} = {kind: 'paragraph', quoteDepth: 0}
  private gap: Gap = 'none'
  private gapFrom: number | undefined
  private gapTo: number | undefined

  private readonly original: string

  constructor(
    private readonly content: Content,
    private keepLines: boolean
  ) {
    this.original = content.value
  }

  /** Offset in the visible text at which the next character will stand, or one of the white space before it. */
  get length(): number {
    return this.out.length
  }

  /** Whether line ends of the source are line ends for the reader; returns what was set before. */
  setKeepLines(keep: boolean): boolean {
    const before = this.keepLines
    this.keepLines = keep
    return before
  }

  verbatim(masked: string, from: number): void {
    const plain = !/[\ue000-\uf8ff]/.test(masked)
    let start = 0
    while (start < masked.length) {
      const blank = isBlank(masked.charCodeAt(start))
      let end = start + 1
      while (
        end < masked.length &&
        (isBlank(masked.charCodeAt(end)) === blank || (!blank && plain && partsWords(masked, end)))
      )
        end++
      const piece = masked.slice(start, end)
      if (blank) this.addGap(piece, from + start, from + end)
      else if (plain) this.addPlain(piece, from + start)
      else this.addVisible(piece, from + start)
      start = end
    }
  }

  coded(text: string, from: number, to: number): void {
    if (/^[ \t\r\n\f]+$/.test(text)) this.addGap(text, from, to)
    else {
      this.flush(from)
      this.out.coded(restore(text, this.content.tokens, from), from, to)
    }
  }

  lineBreak(from?: number, to?: number): void {
    this.setGap('line', from, to)
  }

  cellBreak(): void {
    this.setGap('cell')
  }

  openBlock(kind: BlockKind, quoteDepth: number): void {
    this.closeBlock()
    this.next = {kind: kind === 'paragraph' && quoteDepth > 0 ? 'quote' : kind, quoteDepth}
  }

  closeBlock(): void {
    this.forgetGap()
    if (!this.block) return
    this.blocks.push({...this.block, end: this.out.length})
    this.block = undefined
  }

  /** @param start where the body begins in the content */
  build(start: number): MappedText {
    this.closeBlock()
    return this.out.build(start, this.content.origin)
  }

  /** Words in which nothing is masked, with single spaces between them. */
  private addPlain(words: string, from: number): void {
    this.flush(from)
    this.out.verbatim(words, from)
  }

  private addVisible(masked: string, from: number): void {
    for (const {start, end, mark} of maskRuns(masked)) {
      if (mark === 'hidden') continue
      this.flush(from + start)
      const at = this.out.length
      this.out.verbatim(this.original.slice(from + start, from + end), from + start)
      if (mark === 'tag') this.tags.push({start: at, end: this.out.length})
    }
  }

  private addGap(blank: string, from: number, to: number): void {
    this.setGap(this.keepLines && /[\r\n]/.test(blank) ? 'line' : 'space', from, to)
  }

  private setGap(gap: Gap, from?: number, to?: number): void {
    if (!this.block) return
    this.gapFrom ??= from
    this.gapTo = to ?? this.gapTo
    if (rank[gap] > rank[this.gap]) this.gap = gap
  }

  private flush(at: number): void {
    if (!this.block) {
      if (this.out.length > 0) this.out.made('\n\n', at)
      this.block = {...this.next, start: this.out.length}
    } else if (this.gap !== 'none') {
      const white = characters[this.gap]
      const {gapFrom: from = at, gapTo: to = at} = this
      if (this.original.slice(from, to) === white) this.out.verbatim(white, from)
      else if (to > from) this.out.coded(white, from, to)
      else this.out.made(white, at)
    }
    this.forgetGap()
  }

  private forgetGap(): void {
    this.gap = 'none'
    this.gapFrom = undefined
    this.gapTo = undefined
  }
}

const rank: Record<Gap, number> = {none: 0, space: 1, cell: 2, line: 3}
const characters: Record<Exclude<Gap, 'none'>, string> = {space: ' ', cell: '\t', line: '\n'}

/** A single space: the reader sees it as it stands. */
function partsWords(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32 && at + 1 < text.length && !isBlank(text.charCodeAt(at + 1))
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}
