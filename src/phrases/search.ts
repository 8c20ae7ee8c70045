import type {Automaton, KnownWord} from './automaton.js'
import {marks} from './marks.js'
import {nameEnds} from './names.js'
import type {WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'
import type {Words} from './words.js'

const longestGap = 4
/** Numbers that an item of the search takes. */
const itemSize = 3

/**
 * One pass over the words of a sentence with the set of nodes that are alive at each place. No match goes over from
 * one sentence to the next, so that what a sentence matches can be remembered by its words.
 */
export class Search {
  private accepted: number[] = []
  private begin = 0
  /** Nodes visited: what the search costs. */
  steps = 0
  private readonly automaton: Automaton
  private readonly words: Words
  private readonly normaliser: WordNormaliser
  /**
   * What is alive, as lists of items: node, run, next item. A run is the place it began at; the runs of lists count on from
   * there. No item begins at 0.
   */
  private readonly items: number[]
  private used = 0
  /** Per place the first and the last item of its list. */
  private readonly first: number[]
  private readonly last: number[]
  private readonly listStarts: number[] = []
  /** Per run of a list: node, run, node, run, ... to go on with where the list has matched. */
  private readonly waiting: number[][] = []
  /** Runs of lists that begin at the present place. */
  private readonly listRuns = new Map<number, number>()
  /** The word at the present place; undefined behind the last one. */
  private word: KnownWord | undefined

  constructor(automaton: Automaton, words: Words, normaliser: WordNormaliser) {
    this.automaton = automaton
    this.words = words
    this.normaliser = normaliser
    this.items = automaton.items
    this.first = new Array(words.norms.length + 1).fill(0)
    this.last = new Array(words.norms.length + 1).fill(0)
  }

  /**
   * @param from the first word of a sentence; `to` is the place after its last
   * @returns of each match its id and its places counted from the first word: id, from, to, id, from, to, ...
   */
  run(from = 0, to = this.words.norms.length): Int32Array {
    const {norms} = this.words
    this.accepted = []
    this.begin = from
    this.used = itemSize
    for (let at = from; at <= to; at++) {
      this.word = at < to ? this.automaton.wordOf(norms[at] as string) : undefined
      if (at < to && !this.isInner(at)) this.push(at, 0, at)
      this.visit(at)
    }
    return Int32Array.from(this.accepted)
  }

  /** The list of items grows while it is walked: marks lead to further nodes at the same place. */
  private visit(at: number): void {
    const {automaton, items} = this
    const now = ++automaton.clock
    const first = this.first[at] as number
    const inner = this.isInner(at)
    if (this.listRuns.size > 0) this.listRuns.clear()
    for (let item = first; item > 0; item = items[item + 2] as number) {
      const node = items[item] as number
      const run = items[item + 1] as number
      if (automaton.visited[node] === now && this.isAmong(first, item)) continue
      automaton.visited[node] = now
      this.steps++
      if (!inner) this.accept(node, run, at)
      this.followWord(node, run, at)
      this.followMarks(node, run, at)
    }
    this.first[at] = 0
    this.last[at] = 0
  }

  /** Whether an item before this one holds the same node in the same run. */
  private isAmong(first: number, item: number): boolean {
    const {items} = this
    for (let other = first; other !== item; other = items[other + 2] as number)
      if (items[other] === items[item] && items[other + 1] === items[item + 1]) return true
    return false
  }

  private accept(node: number, run: number, at: number): void {
    const {acceptsAt, accepts} = this.automaton.lexicon
    const end = acceptsAt[node + 1] as number
    const begin = acceptsAt[node] as number
    if (begin === end) return
    const list = run - this.words.norms.length
    if (list >= 0) {
      const waiting = this.waiting[list] as number[]
      for (let item = 0; item < waiting.length; item += 2) {
        this.push(at, waiting[item] as number, waiting[item + 1] as number)
      }
      return
    }
    for (let index = begin; index < end; index++)
      this.accepted.push(accepts[index] as number, run - this.begin, at - this.begin)
  }

  private followWord(node: number, run: number, at: number): void {
    const {word} = this
    if (!word || word.symbols.length === 0 || !this.goesOn(run, at)) return
    if (node === 0) {
      for (const target of word.second) this.push(at + 1, target, run)
      return
    }
    for (const symbol of word.symbols) {
      const target = this.automaton.target(node, symbol)
      if (target >= 0) this.push(at + 1, target, run)
    }
  }

  private followMarks(node: number, run: number, at: number): void {
    const {firstMark, firstList, lexicon} = this.automaton
    const begin = lexicon.edgesAt[node] as number
    for (let edge = (lexicon.edgesAt[node + 1] as number) - 1; edge >= begin; edge--) {
      const symbol = lexicon.symbols[edge] as number
      if (symbol < firstMark) return
      const target = lexicon.targets[edge] as number
      if (symbol >= firstList) this.followList(symbol - firstList, target, run, at)
      else for (const end of this.endsOf(symbol - firstMark, run, at)) this.push(end, target, run)
    }
  }

  private followList(list: number, target: number, run: number, at: number): void {
    if (!this.word?.beginsList[list] || !this.goesOn(run, at)) return
    let listRun = this.listRuns.get(list)
    if (listRun === undefined) {
      listRun = this.words.norms.length + this.listStarts.push(at) - 1
      this.listRuns.set(list, listRun)
      this.waiting.push([])
      this.push(at, this.automaton.lexicon.listRoots[list] as number, listRun)
    }
    this.waiting[listRun - this.words.norms.length]?.push(target, run)
  }

  /** The places that a mark leads to from here. */
  private endsOf(mark: number, run: number, at: number): readonly number[] {
    const {flags, nexts, sentences} = this.words
    const name = marks[mark]
    if (name === '^') return at === 0 || sentences[at] !== sentences[at - 1] ? [at] : []
    if (name === '$') return sentences[at] !== sentences[at - 1] ? [at] : []
    if (name === '...') return this.gapEnds(run, at)
    if (!this.goesOn(run, at)) return []
    if (name === '*-') return this.isInner(at + 1) ? [at + 1] : []
    if (name === '<name>') return nameEnds(this.words, at, this.normaliser)
    return name === '*' || (flags[at] as number) & wordFlag.digit ? [nexts[at] as number] : []
  }

  private gapEnds(run: number, at: number): number[] {
    const ends = [at]
    for (let end = at; ends.length <= longestGap && this.goesOn(run, end); ) {
      end = this.words.nexts[end] as number
      ends.push(end)
    }
    return ends
  }

  /** Whether the word at a place stands in the sentence that the run began in. */
  private goesOn(run: number, at: number): boolean {
    const {norms, sentences} = this.words
    if (at >= norms.length) return false
    const start = run < norms.length ? run : (this.listStarts[run - norms.length] as number)
    return sentences[at] === sentences[start]
  }

  private isInner(at: number): boolean {
    return Boolean((this.words.flags[at] ?? 0) & wordFlag.inner)
  }

  private push(at: number, node: number, run: number): void {
    const {items, used: item} = this
    this.used += itemSize
    items[item] = node
    items[item + 1] = run
    items[item + 2] = 0
    const last = this.last[at] as number
    if (last > 0) items[last + 2] = item
    else this.first[at] = item
    this.last[at] = item
  }
}
