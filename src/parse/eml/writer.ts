import {type MappedText, TextBuilder} from '../../tree/index.js'

type Coding = 'coded' | 'shared'

/** Builds decoded text: every line break becomes one `\n`, a byte order mark at the start is left out. */
export class TextWriter {
  private readonly builder = new TextBuilder()
  /** A carriage return whose line feed may still come. */
  private held: {from: number; to: number; kind: Coding} | undefined

  /** Characters that stand in the source as they are, beginning at `from`. */
  verbatim(text: string, from: number): void {
    let at = this.isMark(text) ? 1 : 0
    if (this.held && text.startsWith('\n')) {
      this.release(from + 1)
      at = 1
    }
    this.release()
    for (let cr = text.indexOf('\r', at); cr !== -1; cr = text.indexOf('\r', at)) {
      this.builder.verbatim(text.slice(at, cr), from + at)
      this.held = {from: from + cr, to: from + cr + 1, kind: 'coded'}
      at = cr + 1
      if (at === text.length) return
      if (text[at] === '\n') at++
      this.release(from + at)
    }
    this.builder.verbatim(text.slice(at), from + at)
  }

  /** Characters that the source writes in another way between `from` and `to`. */
  coded(text: string, from: number, to: number, kind: Coding): void {
    if (this.isMark(text)) return
    if (text === '\n' && this.held) {
      this.release(to)
      return
    }
    this.release()
    if (text === '\r') this.held = {from, to, kind}
    else this.builder.coded(text, from, to, kind)
  }

  /** @param at where in the source the text stands if it turns out to be empty */
  build(at: number): MappedText {
    this.release()
    return this.builder.build(at)
  }

  private isMark(text: string): boolean {
    return this.builder.length === 0 && !this.held && text.startsWith('\uFEFF')
  }

  private release(to?: number): void {
    const held = this.held
    if (!held) return
    this.held = undefined
    this.builder.coded('\n', held.from, to ?? held.to, held.kind)
  }
}
