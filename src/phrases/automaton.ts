import {marks} from './marks.js'
import type {Lexicon} from './types.js'

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
  private readonly words: ReadonlyMap<string, number>
  private readonly stems = new Map<string, number>()
  /** Lengths of the stems that begin with these two letters. */
  private readonly stemLengths = new Map<number, number[]>()
  private readonly listBeginnings: (Beginnings | undefined)[] = []

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.words = numbered(lexicon.words)
    for (const [index, stem] of lexicon.stems.entries()) {
      this.stems.set(stem, lexicon.words.length + index)
      const lengths = this.stemLengths.get(headOf(stem))
      if (!lengths) this.stemLengths.set(headOf(stem), [stem.length])
      else if (!lengths.includes(stem.length)) lengths.push(stem.length)
    }
    this.firstMark = lexicon.words.length + lexicon.stems.length
    this.firstList = this.firstMark + marks.length
    this.visited = new Float64Array(lexicon.edgesAt.length)
  }

  /** The symbols that a word stands for: itself, and the stems it begins with. */
  symbolsOf(norm: string): number[] {
    const found: number[] = []
    const word = this.words.get(norm)
    if (word !== undefined) found.push(word)
    for (const length of this.stemLengths.get(headOf(norm)) ?? []) {
      const stem = length <= norm.length ? this.stems.get(norm.slice(0, length)) : undefined
      if (stem !== undefined) found.push(stem)
    }
    return found
  }

  /** Whether a list can begin with a word of these symbols: nearly always not, and then no search for it starts. */
  mayBegin(list: number, symbols: readonly number[]): boolean {
    const {any, of} = this.beginningsOf(list)
    if (any) return true
    for (const symbol of symbols) if (of.has(symbol)) return true
    return false
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

function numbered(words: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (let number = 0; number < words.length; number++) numbers.set(words[number] as string, number)
  return numbers
}

/** Stems have at least two letters, so that two letters rule most words out. */
function headOf(word: string): number {
  return word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)
}
