import {type CodedSpan, type Span, TextBuilder} from '../../tree/index.js'
import type {Projection} from '../project.js'

/** A part of a body that was projected alone. */
export interface ProjectedPart {
  /** Counts from the part's own beginning. */
  readonly projection: Projection
  /** Where the part begins in the file. */
  readonly at: number
}

/** Puts parts of a body together: an empty line stands between the texts of two. @param start where the body begins */
export function joinParts(parts: readonly ProjectedPart[], start: number): Omit<Projection, 'alternatives'> {
  const out = new TextBuilder()
  const joined = {blocks: [], links: [], images: [], styles: [], bold: [], tags: [], comments: []} as {
    [Key in 'blocks' | 'links' | 'images' | 'styles' | 'bold' | 'tags' | 'comments']: Projection[Key][number][]
  }
  for (const {projection, at} of parts) {
    const before = out.length
    if (projection.text.value) out.append(projection.text, at, before > 0 ? '\n\n' : '')
    const base = out.length - projection.text.value.length
    // What stands before the first character of its part stands before the empty line too.
    const moved = <Item extends Span>(item: Item): Item =>
      item.end === 0 ? {...item, start: before, end: before} : {...item, start: base + item.start, end: base + item.end}
    const placed = (span: CodedSpan): CodedSpan => ({...span, start: at + span.start, end: at + span.end})
    for (const block of projection.blocks) joined.blocks.push(moved(block))
    for (const link of projection.links) joined.links.push({...moved(link), source: placed(link.source)})
    for (const image of projection.images)
      joined.images.push({...image, at: image.at === 0 ? before : base + image.at, source: placed(image.source)})
    for (const span of projection.bold) joined.bold.push(moved(span))
    for (const tag of projection.tags) joined.tags.push(moved(tag))
  }
  return {...joined, text: out.build(start), preheader: undefined}
}
