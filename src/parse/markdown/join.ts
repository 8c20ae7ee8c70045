import {type Body, type CodedSpan, type Span, TextBuilder} from '../../tree/index.js'
import type {Projection} from '../project.js'

/** A part of a body that was projected alone. */
export interface ProjectedPart {
  /** Counts from the part's own beginning. */
  readonly projection: Projection
  /** Where the part begins in the file. */
  readonly at: number
}

type Lists = Pick<Body, 'blocks' | 'links' | 'images' | 'styles' | 'bold' | 'tags'>

/** Puts parts of a body together: an empty line stands between the texts of two. @param start where the body begins */
export function joinParts(parts: readonly ProjectedPart[], start: number): Omit<Body, 'alternatives'> {
  const out = new TextBuilder()
  const moved = parts.map(({projection, at}) => {
    const before = out.length
    if (projection.text.value) out.append(projection.text, at, before > 0 ? '\n\n' : '')
    return movedBy(projection, at, before, out.length - projection.text.value.length)
  })
  return {
    blocks: moved.flatMap(({blocks}) => blocks),
    links: moved.flatMap(({links}) => links),
    images: moved.flatMap(({images}) => images),
    styles: [],
    bold: moved.flatMap(({bold}) => bold),
    tags: moved.flatMap(({tags}) => tags),
    text: out.build(start),
    preheader: undefined
  }
}

/**
 * @param at where the part begins in the file
 * @param before where the text ends that stands before the part: what comes before the part's first character stands
 * before the empty line too
 * @param base where the part's own text begins
 */
function movedBy({blocks, links, images, bold, tags}: Projection, at: number, before: number, base: number): Lists {
  const move = <Item extends Span>(item: Item): Item =>
    item.end === 0 ? {...item, start: before, end: before} : {...item, start: base + item.start, end: base + item.end}
  const place = (span: CodedSpan): CodedSpan => ({...span, start: at + span.start, end: at + span.end})
  return {
    blocks: blocks.map(move),
    links: links.map((link) => ({...move(link), source: place(link.source)})),
    images: images.map((image) => ({
      ...image,
      at: image.at === 0 ? before : base + image.at,
      source: place(image.source)
    })),
    styles: [],
    bold: bold.map(move),
    tags: tags.map(move)
  }
}
