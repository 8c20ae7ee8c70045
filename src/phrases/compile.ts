import {PhraseFileError, type WordLists, type WrittenCondition, type WrittenEntry} from './entries.js'
import {marks} from './marks.js'
import {buildNetwork, type NetworkNode, type Root} from './network.js'
import {type Expression, PatternError, parsePattern} from './pattern.js'
import type {Condition, Lexicon, LexiconEntry, WordNormaliser} from './types.js'
import {vocabularyOf} from './vocabulary.js'

/** Compiles all phrases of a language into one automaton. */
export function compileLexicon(
  entries: readonly WrittenEntry[],
  lists: WordLists,
  normaliser: WordNormaliser
): Lexicon {
  const names = Object.keys(lists)
  const conditions = new ConditionPatterns(entries.length, lists)
  const written = entries.map((entry) => lexiconEntry(entry, conditions))
  const parse = (pattern: string, where: WrittenEntry | undefined): Expression => {
    const expression = parseIn(pattern, normaliser, where)
    for (const name of listsOf(expression)) if (!Object.hasOwn(lists, name)) throw unknownList(name, where)
    return expression
  }
  const listRoots = names.map((name) => ({
    name,
    patterns: (lists[name] ?? []).map((pattern) => ({expression: parse(pattern, undefined), id: 0}))
  }))
  refuseCircles(listRoots)
  const main: Root = {
    patterns: [
      ...entries.flatMap((entry, id) => entry.match.map((pattern) => ({expression: parse(pattern, entry), id}))),
      ...conditions.all.map(({pattern, id, from}) => ({expression: parse(pattern, from), id}))
    ]
  }
  const {nodes, roots} = buildNetwork([main, ...listRoots])
  return {entries: written, listRoots: roots.slice(1), ...layOut(nodes, names)}
}

function parseIn(pattern: string, normaliser: WordNormaliser, where: WrittenEntry | undefined): Expression {
  try {
    return parsePattern(pattern, normaliser)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    if (!where) throw new PatternError(`the word list entry \`${pattern}\`: ${error.message}`, error.column)
    throw new PhraseFileError(`\`${pattern}\`: ${error.message}`, where.file, where.line, where.column)
  }
}

function unknownList(name: string, where: WrittenEntry | undefined): Error {
  const message = `no word list \`${name}\` in lists.yml`
  return where ? new PhraseFileError(message, where.file, where.line, where.column) : new PatternError(message, 1)
}

function listsOf(expression: Expression): string[] {
  if (expression.type === 'sequence' || expression.type === 'choice') return expression.parts.flatMap(listsOf)
  return expression.type === 'list' ? [expression.value] : []
}

/** A list that leads back to itself would never end. */
function refuseCircles(lists: readonly {name: string; patterns: readonly {expression: Expression}[]}[]): void {
  const uses = new Map(lists.map(({name, patterns}) => [name, patterns.flatMap((each) => listsOf(each.expression))]))
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw new PatternError(`the word list \`${name}\` leads back to itself`, 1)
    if (done.has(name)) return
    for (const used of uses.get(name) ?? []) visit(used, [...path, name])
    done.add(name)
  }
  for (const {name} of lists) visit(name, [])
}

/** Gives the patterns of conditions ids after the entries' own; equal ones share one. */
class ConditionPatterns {
  readonly all: {pattern: string; id: number; from: WrittenEntry}[] = []
  private readonly ids = new Map<string, number>()
  private readonly first: number
  private readonly lists: WordLists

  constructor(first: number, lists: WordLists) {
    this.first = first
    this.lists = lists
  }

  compile(condition: WrittenCondition, from: WrittenEntry): Condition {
    const {kind, next} = condition
    if (kind === 'words') return {test: 'phrase', id: this.idOf(condition.patterns, from), next}
    if (kind === 'date' || kind === 'norm') return {test: 'phrase', id: this.listId(kind, from), next}
    if (kind !== 'negated') return {test: kind, next}
    const after = 'negation-after' in this.lists ? this.listId('negation-after', from) : -1
    return {test: 'negated', before: this.listId('negation', from), after, next}
  }

  private listId(name: string, from: WrittenEntry): number {
    if (!(name in this.lists)) throw unknownList(name, from)
    return this.idOf([`%${name}`], from)
  }

  private idOf(patterns: readonly string[], from: WrittenEntry): number {
    const key = patterns.join('\n')
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.first + this.ids.size
    this.ids.set(key, id)
    for (const pattern of patterns) this.all.push({pattern, id, from})
    return id
  }
}

function lexiconEntry(entry: WrittenEntry, conditions: ConditionPatterns): LexiconEntry {
  const {list, index, match, why, instead} = entry
  return {
    list,
    index,
    match,
    why,
    instead,
    in: entry.in,
    unless: entry.unless.map((condition) => conditions.compile(condition, entry)),
    with: entry.with.map((condition) => conditions.compile(condition, entry))
  }
}

/** Lays the nodes out as flat arrays of numbers: words first, then stems, marks and lists. */
function layOut(nodes: readonly NetworkNode[], lists: readonly string[]): Omit<Lexicon, 'entries' | 'listRoots'> {
  const used = new Set(nodes.flatMap((node) => [...node.edges.keys()]))
  const named = (kind: string): string[] => [...used].filter((symbol) => symbol.startsWith(kind)).sort()
  const words = named('w')
  const stems = named('s')
  const order = [...words, ...stems, ...marks.map((mark) => `m${mark}`), ...lists.map((name) => `l${name}`)]
  const numbers = new Map(order.map((symbol, number) => [symbol, number]))
  const layout = {
    edgesAt: [0],
    symbols: [] as number[],
    targets: [] as number[],
    acceptsAt: [0],
    accepts: [] as number[]
  }
  for (const node of nodes) {
    const edges = [...node.edges].map(([symbol, target]) => [numbers.get(symbol) as number, target] as const)
    for (const [symbol, target] of edges.sort((a, b) => a[0] - b[0])) {
      layout.symbols.push(symbol)
      layout.targets.push(target)
    }
    for (const id of node.accepts) layout.accepts.push(id)
    layout.edgesAt.push(layout.symbols.length)
    layout.acceptsAt.push(layout.accepts.length)
  }
  return {words: vocabularyOf(words.map((word) => word.slice(1))), stems: stems.map((stem) => stem.slice(1)), ...layout}
}
