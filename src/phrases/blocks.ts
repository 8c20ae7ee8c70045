import type {Memory} from '../memory.js'
import {countBefore, type MappedText, type Span} from '../tree/index.js'
import type {Hit} from './matcher.js'
import type {PhraseHit, WordNormaliser} from './types.js'
import {gapBefore, readWords, type Words} from './words.js'

/**
 * What was read of a block; all of it counts from the block's beginning. No word, phrase or quotation goes over an empty
 * line, so that nothing but evidence in the next sentence depends on what stands around the block.
 */
export interface ReadBlock {
  /** All that the reading depends on. */
  readonly key: string
  readonly words: Words
  hits?: BlockHits
  /** What its phrases come to before other blocks, by their keys. */
  before?: Map<string, readonly Hit[]>
}

/** The same words stand before few others, but in a mail merge. */
const mostNeighbours = 16

export interface BlockHits {
  readonly hits: readonly Hit[]
  /** Whether a phrase of the last sentence asked what the next one says: then the hits hold where no block follows. */
  readonly looksOn: boolean
}

/** A block where it stands in a text. */
export interface PlacedBlock {
  readonly block: ReadBlock
  readonly start: number
}

/** What a text has beside its letters: spans in order. */
interface Marks {
  readonly tags: readonly Span[]
  readonly sentences: readonly Span[]
}

/** Reads a text block by block; undefined where the blocks are not parted by empty lines. */
export function readBlocks(
  text: string,
  blocks: readonly Span[],
  marks: Marks,
  normaliser: WordNormaliser,
  memory: Memory<ReadBlock>
): PlacedBlock[] | undefined {
  if (!standApart(text, blocks)) return undefined
  const read: PlacedBlock[] = []
  let nextTag = 0
  for (const {start, end} of blocks) {
    const firstTag = nextTag
    while (nextTag < marks.tags.length && (marks.tags[nextTag] as Span).start < end) nextTag++
    const tags = moved(marks.tags.slice(firstTag, nextTag), -start)
    if (tags.some((tag) => tag.start < 0 || tag.end > end - start)) return undefined
    const written = text.slice(start, end)
    const key = tags.length === 0 ? written : `${written}\0${tags.map((tag) => `${tag.start} ${tag.end}`).join(' ')}`
    const block = memory.of(key, (own) => ({
      key: own,
      words: readWords(own.slice(0, end - start), normaliser, tags, sentencesIn(marks.sentences, {start, end}))
    }))
    read.push({block, start})
  }
  return read
}

function standApart(text: string, blocks: readonly Span[]): boolean {
  if (blocks[0]?.start !== 0 || blocks.at(-1)?.end !== text.length) return false
  return blocks.every(({end}, index) => {
    const next = blocks[index + 1]
    return !next || (next.start === end + 2 && text[end] === '\n' && text[end + 1] === '\n')
  })
}

function sentencesIn(sentences: readonly Span[], {start, end}: Span): Span[] {
  return moved(sentences.slice(countBefore(sentences, start), countBefore(sentences, end)), -start)
}

function moved(spans: readonly Span[], by: number): Span[] {
  return spans.map(({start, end}) => ({start: start + by, end: end + by}))
}

/** The words of a text out of those of its blocks. */
export function joinWords(text: string, blocks: readonly PlacedBlock[]): Words {
  const all = emptyWords(
    text,
    blocks.reduce((sum, {block}) => sum + block.words.norms.length, 0)
  )
  let base = 0
  let sentence = 0
  for (const {block, start} of blocks) {
    const {starts, ends, norms, flags, nexts, gaps, sentences} = block.words
    for (let at = 0; at < norms.length; at++) {
      const to = base + at
      all.starts[to] = start + (starts[at] as number)
      all.ends[to] = start + (ends[at] as number)
      all.norms[to] = norms[at] as string
      all.flags[to] = flags[at] as number
      all.nexts[to] = base + (nexts[at] as number)
      all.gaps[to] = at === 0 && base > 0 ? gapBefore.line : (gaps[at] as number)
      all.sentences[to] = sentence + (sentences[at] as number)
    }
    base += norms.length
    if (norms.length > 0) sentence = (all.sentences[base - 1] as number) + 1
  }
  return all
}

/** With room for so many: lists that grow are copied again and again. */
function emptyWords(text: string, count: number): Words {
  const numbers = () => new Array<number>(count)
  return {
    text,
    starts: numbers(),
    ends: numbers(),
    norms: new Array<string>(count),
    flags: numbers(),
    nexts: numbers(),
    gaps: numbers(),
    sentences: numbers()
  }
}

/**
 * What stands in a text.
 * @param search finds what stands in words, overlaps left out
 */
export function hitsOfBlocks(
  text: MappedText,
  blocks: readonly PlacedBlock[],
  search: (words: Words) => BlockHits
): PhraseHit[] {
  const found: PhraseHit[] = []
  let next: ReadBlock | undefined
  for (let index = blocks.length - 1; index >= 0; index--) {
    const {block, start} = blocks[index] as PlacedBlock
    if (block.words.norms.length === 0) continue
    const hits = hitsIn(block, next, search)
    for (let at = hits.length - 1; at >= 0; at--) {
      const {entry, start: from, end} = hits[at] as Hit
      found.push({text, entry, start: start + from, end: start + end})
    }
    next = block
  }
  return found.reverse()
}

function hitsIn(block: ReadBlock, next: ReadBlock | undefined, search: (words: Words) => BlockHits): readonly Hit[] {
  block.hits ??= search(block.words)
  const {hits, looksOn} = block.hits
  if (!looksOn || !next) return hits
  if (!block.before || block.before.size === mostNeighbours) block.before = new Map()
  const known = block.before.get(next.key) ?? hitsBefore(block, next, search)
  block.before.set(next.key, known)
  return known
}

/** What stands in a block before another one. */
function hitsBefore(block: ReadBlock, next: ReadBlock, search: (words: Words) => BlockHits): readonly Hit[] {
  const length = block.words.text.length
  const both = [
    {block, start: 0},
    {block: next, start: length + 2}
  ]
  const words = joinWords(`${block.words.text}\n\n${next.words.text}`, both)
  return search(words).hits.filter(({start}) => start < length)
}
