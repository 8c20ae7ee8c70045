import type {PhraseEntry} from './types.js'

/** A condition of a phrase file: a kind of evidence, or patterns. */
export type WrittenCondition =
  | {readonly kind: 'number' | 'name' | 'quoted' | 'capitals' | 'negated' | 'date' | 'norm'; readonly next: boolean}
  | {readonly kind: 'words'; readonly patterns: readonly string[]; readonly next: boolean}

/** An entry as its file has it, with the examples that only tests need. */
export interface WrittenEntry extends PhraseEntry {
  readonly unless: readonly WrittenCondition[]
  readonly with: readonly WrittenCondition[]
  readonly ok: readonly string[]
  readonly bad: readonly string[]
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Word lists of a language: patterns by name of list, for `%name`. */
export type WordLists = Readonly<Record<string, readonly string[]>>

/** Something wrong in a phrase file. Lines and columns count from 1. */
export class PhraseFileError extends Error {
  readonly file: string
  readonly line: number
  readonly column: number

  constructor(message: string, file: string, line: number, column: number) {
    super(message)
    this.name = 'PhraseFileError'
    this.file = file
    this.line = line
    this.column = column
  }
}
