import {type Block, type Body, type CodedSpan, type Image, type Link, type Span, TextBuilder} from '../../tree/index.js'
import type {Projection} from '../project.js'

/** A part of a body that was projected alone. */
export interface ProjectedPart {
  /** Counts from the part's own beginning. */
  readonly projection: Projection
  /** Where the part begins in the file. */
  readonly at: number
}

/** Where the parts of a part belong. */
interface Place {
  /** Where the part begins in the file. */
  readonly at: number
  /**
   * Where the text ends that stands before the part: what comes before the part's first character stands before the
   * empty line too.
   */
  readonly before: number
  /** Where the part's own text begins. */
  readonly base: number
}

interface Lists {
  readonly blocks: Block[]
  readonly links: Link[]
  readonly images: Image[]
  readonly bold: Span[]
  readonly tags: Span[]
}

/** Puts parts of a body together: an empty line stands between the texts of two. @param start where the body begins */
export function joinParts(parts: readonly ProjectedPart[], start: number): Omit<Body, 'alternatives'> {
  const out = new TextBuilder()
  const lists: Lists = {blocks: [], links: [], images: [], bold: [], tags: []}
  for (const {projection, at} of parts) {
    const before = out.length
    if (projection.text.value) out.append(projection.text, at, before > 0 ? '\n\n' : '')
    add(projection, {at, before, base: out.length - projection.text.value.length}, lists)
  }
  return {...lists, styles: [], text: out.build(start), preheader: undefined}
}

function add({blocks, links, images, bold, tags}: Projection, place: Place, lists: Lists): void {
  for (const block of blocks) {
    const {start, end} = moved(block, place)
    lists.blocks.push({kind: block.kind, quoteDepth: block.quoteDepth, start, end})
  }
  for (const link of links) lists.links.push({...link, ...moved(link, place), source: inFile(link.source, place)})
  for (const image of images) lists.images.push(movedImage(image, place))
  for (const span of bold) lists.bold.push(moved(span, place))
  for (const span of tags) lists.tags.push(moved(span, place))
}

function moved({start, end}: Span, {before, base}: Place): Span {
  return end === 0 ? {start: before, end: before} : {start: base + start, end: base + end}
}

function movedImage(image: Image, place: Place): Image {
  const at = image.at === 0 ? place.before : place.base + image.at
  return {...image, at, source: inFile(image.source, place)}
}

function inFile(span: CodedSpan, {at}: Place): CodedSpan {
  return {...span, start: at + span.start, end: at + span.end}
}
