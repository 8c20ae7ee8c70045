import {WordMemory} from '../memory.js'
import {marks} from './marks.js'
import type {Lexicon} from './types.js'
import {numberOf, sizeOf} from './vocabulary.js'

/** What a word means to the search, wherever it stands. */
export interface KnownWord {
  /** The word itself, and the stems it begins with. */
  readonly symbols: readonly number[]
  /** The nodes that it leads to from the first one. */
  readonly second: readonly number[]
  /** For each list whether it may begin with the word: nearly always not, and then no search for it starts. */
  readonly beginsList: Uint8Array
}

/** The symbols that a list's entries begin with; `any` where one begins with a mark. */
interface Beginnings {
  readonly any: boolean
  readonly of: ReadonlySet<number>
}

/** A lexicon made ready for search. */
export class Automaton {
  readonly lexicon: Lexicon
  readonly firstMark: number
  readonly firstList: number
  /** For each node the clock's time at which a search last visited it. */
  readonly visited: Float64Array
  clock = 0
  /** Room for what a search keeps; no two go on at once. */
  readonly items: number[] = [0, 0, 0]
  private readonly known = new WordMemory<KnownWord>()
  private readonly look = (norm: string) => this.meaningOf(this.symbolsOf(norm))
  private readonly stems = new Map<string, number>()
  /** Lengths of the stems that begin with these two letters. */
  private readonly stemLengths = new Map<number, number[]>()
  private readonly listBeginnings: (Beginnings | undefined)[] = []
  /** What words mean that the lexicon does not know. */
  private stranger: KnownWord | undefined

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    const words = sizeOf(lexicon.words)
    for (const [index, stem] of lexicon.stems.entries()) {
      this.stems.set(stem, words + index)
      const lengths = this.stemLengths.get(headOf(stem))
      if (!lengths) this.stemLengths.set(headOf(stem), [stem.length])
      else if (!lengths.includes(stem.length)) lengths.push(stem.length)
    }
    this.firstMark = words + lexicon.stems.length
    this.firstList = this.firstMark + marks.length
    this.visited = new Float64Array(lexicon.edgesAt.length)
  }

  wordOf(norm: string): KnownWord {
    return this.known.of(norm, this.look)
  }

  private meaningOf(symbols: readonly number[]): KnownWord {
    if (symbols.length === 0 && this.stranger) return this.stranger
    const word = {
      symbols,
      second: symbols.map((symbol) => this.target(0, symbol)).filter((node) => node >= 0),
      beginsList: Uint8Array.from(this.lexicon.listRoots, (_, list) => (this.mayBegin(list, symbols) ? 1 : 0))
    }
    if (symbols.length === 0) this.stranger = word
    return word
  }

  private symbolsOf(norm: string): number[] {
    const found: number[] = []
    const word = numberOf(norm, this.lexicon.words)
    if (word >= 0) found.push(word)
    for (const length of this.stemLengths.get(headOf(norm)) ?? []) {
      const stem = length <= norm.length ? this.stems.get(norm.slice(0, length)) : undefined
      if (stem !== undefined) found.push(stem)
    }
    return found
  }

  private mayBegin(list: number, symbols: readonly number[]): boolean {
    const {any, of} = this.beginningsOf(list)
    return any || symbols.some((symbol) => of.has(symbol))
  }

  private beginningsOf(list: number): Beginnings {
    const known = this.listBeginnings[list]
    if (known) return known
    const {edgesAt, symbols, listRoots} = this.lexicon
    const root = listRoots[list] as number
    const first = edgesAt[root] as number
    const own = Array.from(
      {length: (edgesAt[root + 1] as number) - first},
      (_, edge) => symbols[first + edge] as number
    )
    const inner = own
      .filter((symbol) => symbol >= this.firstList)
      .map((symbol) => this.beginningsOf(symbol - this.firstList))
    const found = {
      any: own.some((symbol) => symbol >= this.firstMark && symbol < this.firstList) || inner.some(({any}) => any),
      of: new Set([...own, ...inner.flatMap(({of}) => [...of])])
    }
    this.listBeginnings[list] = found
    return found
  }

  target(node: number, symbol: number): number {
    const {edgesAt, symbols, targets} = this.lexicon
    let low = edgesAt[node] as number
    let high = (edgesAt[node + 1] as number) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const here = symbols[middle] as number
      if (here < symbol) low = middle + 1
      else if (here > symbol) high = middle - 1
      else return targets[middle] as number
    }
    return -1
  }
}

/** Stems have at least two letters, so that two letters rule most words out. */
function headOf(word: string): number {
  return word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)
}
