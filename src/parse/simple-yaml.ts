/** As `yaml` tells it: the range counts from the beginning of the YAML, its end exclusive, quotes inside. */
export interface SimpleScalar {
  readonly value: string
  readonly range: readonly [start: number, end: number]
}

export interface SimpleEntry {
  readonly key: SimpleScalar
  readonly value: SimpleScalar
}

/** A key and, on the same line, text in quotes with no quote and no escape in it, or text that begins with a letter. */
const line =
  /([A-Za-z][\w-]{0,60}):( +)(?:(?:("[^"\\\r\n]*")|('[^'\r\n]*')) *|([\p{L}\ue000-\uf8ff][^\r\n]*))(?:\r?\n|$)/uy

/** What makes something else of text without quotes: a comment, a tab, a word for a value, a sign of control. */
const moreThanText = / #|\p{Cc}|^(?:true|false|null|yes|no|on|off|y|n) *$/iu
const control = /\p{Cc}/u
/** "Exclusive: one week only" looks like a key with a value in a value. */
const nested = /:(?: |$)/
/** Behind a colon these may mean something else in YAML. */
const signs = /: +["'[\]{}&*!|>%@`?-]/

/** Where the first value begins that YAML refuses because it looks like a key with a value. */
export interface NestedValue {
  readonly nestedAt: number
}

/**
 * Reads a front matter of which every line is as simple as nearly all are; a YAML parser takes longer to load than the
 * rest of the draft takes to be read.
 * @returns undefined where a YAML parser has to read it
 */
export function simpleEntries(yaml: string): SimpleEntry[] | NestedValue | undefined {
  const entries: SimpleEntry[] = []
  let nestedAt: number | undefined
  line.lastIndex = 0
  while (line.lastIndex < yaml.length) {
    const start = line.lastIndex
    const [, key = '', gap = '', double, single, plain] = line.exec(yaml) ?? []
    const written = double ?? single ?? plain?.trimEnd() ?? ''
    if (!written || (plain === undefined ? control : moreThanText).test(written)) return undefined
    const from = start + key.length + 1 + gap.length
    if (plain !== undefined && nested.test(written)) {
      if (signs.test(written)) return undefined
      nestedAt ??= from
    }
    entries.push({
      key: {value: key, range: [start, start + key.length]},
      value: {value: plain === undefined ? written.slice(1, -1) : written, range: [from, from + written.length]}
    })
  }
  return nestedAt === undefined ? entries : {nestedAt}
}
