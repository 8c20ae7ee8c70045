import {type MappedText, type Span, TextBuilder} from '../tree/index.js'
import type {TextSink} from './align.js'
import {type Content, maskRuns} from './content.js'
import {restore} from './mask.js'

/** Collects a short masked text (a subject, a title): hidden characters fall out, merge tags get their own back. */
export class TaggedText implements TextSink {
  private readonly out = new TextBuilder()
  private readonly tags: {start: number; end: number}[] = []

  constructor(private readonly content: Content) {}

  verbatim(masked: string, from: number): void {
    for (const {start, end, mark} of maskRuns(masked))
      if (mark !== 'hidden') this.add(from + start, from + end, mark === 'tag')
  }

  coded(text: string, from: number, to: number): void {
    this.out.coded(restore(text, this.content.tokens, from), from, to)
  }

  /** @param start where the text would stand if it had any */
  build(start: number): {text: MappedText; tags: readonly Span[]} {
    return {text: this.out.build(start, this.content.origin), tags: this.tags}
  }

  private add(start: number, end: number, isTag: boolean): void {
    const at = this.out.length
    this.out.verbatim(this.content.value.slice(start, end), start)
    if (isTag) this.tags.push({start: at, end: this.out.length})
  }
}

/** What spintax may show instead of its first alternative. */
export function alternativesOf(content: Content): MappedText[] {
  return content.tokens.flatMap((token) =>
    (token.alternatives ?? []).slice(1).map(({start, end}) => {
      const sink = new TaggedText({...content, masked: content.value})
      sink.verbatim(content.value.slice(start, end), start)
      return sink.build(start).text
    })
  )
}
