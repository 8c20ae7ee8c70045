import type {Expression} from './pattern.js'

/** A node of the automaton: edges by symbol, and the ids it accepts. */
export interface NetworkNode {
  readonly edges: Map<string, number>
  readonly accepts: readonly number[]
}

/** The automaton of many patterns before they are merged: Thompson's construction, one fragment a pattern. */
class Fragments {
  readonly empty: number[][] = []
  readonly edges: [symbol: string, target: number][][] = []
  readonly accepts: (number | undefined)[] = []

  node(): number {
    this.empty.push([])
    this.edges.push([])
    return this.accepts.push(undefined) - 1
  }

  /** Builds an expression that leads to `next`, and returns where it begins. */
  build(expression: Expression, next: number): number {
    if (expression.type === 'sequence') {
      return expression.parts.reduceRight((after, part) => this.build(part, after), next)
    }
    const begin = this.node()
    if ('value' in expression) this.edges[begin]?.push([prefixes[expression.type] + expression.value, next])
    else for (const part of expression.parts) this.empty[begin]?.push(this.build(part, next))
    return begin
  }

  closure(nodes: Iterable<number>): number[] {
    const seen = new Set(nodes)
    for (const node of seen) for (const target of this.empty[node] ?? []) seen.add(target)
    return [...seen].sort((a, b) => a - b)
  }
}

const prefixes = {word: 'w', stem: 's', list: 'l', mark: 'm'} as const

export interface Root {
  readonly patterns: readonly {readonly expression: Expression; readonly id: number}[]
}

/**
 * Merges the patterns of each root into shared nodes (subset construction over symbols): the patterns' common
 * beginnings become one path, so that a word costs the same with few patterns and with many.
 */
export function buildNetwork(roots: readonly Root[]): {nodes: NetworkNode[]; roots: number[]} {
  const fragments = new Fragments()
  const nodes: NetworkNode[] = []
  const members: number[][] = []
  const known = new Map<string, number>()
  const nodeOf = (set: number[]): number => {
    const key = set.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const ids = set.flatMap((member) => fragments.accepts[member] ?? [])
    known.set(key, nodes.length)
    members.push(set)
    return nodes.push({edges: new Map(), accepts: [...new Set(ids)].sort((a, b) => a - b)}) - 1
  }
  const starts = roots.map((root) => nodeOf(fragments.closure(startsOf(root, fragments))))
  for (let at = 0; at < nodes.length; at++) {
    for (const [symbol, targets] of groupEdges(members[at] as number[], fragments)) {
      nodes[at]?.edges.set(symbol, nodeOf(fragments.closure(targets)))
    }
  }
  return {nodes, roots: starts}
}

function startsOf(root: Root, fragments: Fragments): number[] {
  // An empty root must not be shared with another: a node of its own keeps the sets apart.
  const starts = [fragments.node()]
  const ends = new Map<number, number>()
  for (const {expression, id} of root.patterns) {
    const end = ends.get(id) ?? fragments.node()
    ends.set(id, end)
    fragments.accepts[end] = id
    starts.push(fragments.build(expression, end))
  }
  return starts
}

function groupEdges(set: readonly number[], fragments: Fragments): Map<string, Set<number>> {
  const groups = new Map<string, Set<number>>()
  for (const member of set) {
    for (const [symbol, target] of fragments.edges[member] ?? []) {
      const group = groups.get(symbol)
      if (group) group.add(target)
      else groups.set(symbol, new Set([target]))
    }
  }
  return groups
}
