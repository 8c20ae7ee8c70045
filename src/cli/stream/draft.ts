import type {Format} from '../../tree/index.js'

/** A stretch of the composed draft that is a field of the record, character by character. */
export interface FieldSpan {
  readonly field: string
  /** As the record has it, line ends of headers apart. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether each single quote is written twice. */
  readonly quotesDoubled?: true
}

/** A record as the mail that it will be, or as the file that it holds. */
export interface RecordDraft {
  readonly source: string
  readonly format: Format
  /** In order; the draft has at least one. */
  readonly fields: readonly FieldSpan[]
}

export class DraftWriter {
  private source = ''
  private readonly fields: FieldSpan[] = []

  /** What the record does not have: names of headers, boundaries. */
  add(text: string): void {
    this.source += text
  }

  field(field: string, text: string): void {
    this.put(field, text, text)
  }

  /** A value of the front matter. */
  quoted(field: string, text: string): void {
    const bare = !/["\\]/.test(text)
    this.add(bare ? '"' : "'")
    if (bare) this.put(field, text, text)
    else this.put(field, text, text.replaceAll("'", "''"), true)
    this.add(bare ? '"' : "'")
  }

  build(format: Format): RecordDraft {
    return {source: this.source, format, fields: this.fields}
  }

  private put(field: string, text: string, written: string, quotesDoubled?: true): void {
    const start = this.source.length
    this.source += written
    this.fields.push({field, text, start, end: this.source.length, ...(quotesDoubled && {quotesDoubled})})
  }
}
