import type {CssNode, Declaration as DeclarationNode} from 'css-tree'
import parse from 'css-tree/parser'
import type {Span, Style} from '../../tree/index.js'
import {expandShorthand} from './shorthands.js'

/** A declaration of looks before it is known which text it covers. */
export type RawStyle = Pick<Style, 'property' | 'value' | 'element' | 'by' | 'source'>

/** A declaration: `start` and `end` count from the beginning of the CSS text it stands in. */
export interface Declaration extends Span {
  readonly property: string
  readonly value: string
}

/** The declarations of a `style` attribute; what is no declaration is passed over, as browsers do. */
export function readDeclarations(css: string): Declaration[] {
  if (tooDeep(css)) return []
  const list = parse(css, {context: 'declarationList', ...tolerant})
  return list.type === 'DeclarationList' ? declarationsIn(list.children.toArray(), css) : []
}

export const tolerant = {positions: true, parseCustomProperty: false} as const

export function declarationsIn(nodes: readonly CssNode[], css: string): Declaration[] {
  const found: Declaration[] = []
  for (const node of nodes) if (node.type === 'Declaration') found.push(...readDeclaration(node, css))
  return found
}

function readDeclaration(node: DeclarationNode, css: string): Declaration[] {
  if (!node.loc || !node.value.loc) return []
  const start = node.loc.start.offset
  const end = start + css.slice(start, node.loc.end.offset).trimEnd().length
  const value = css.slice(node.value.loc.start.offset, node.value.loc.end.offset).trim()
  const property = node.property.toLowerCase()
  return expandShorthand(property, value, node.value, css).map((long) => ({...long, start, end}))
}

/** The parser goes down a call for each bracket, so brackets without end would exhaust the stack. */
export function tooDeep(css: string): boolean {
  let depth = 0
  for (let at = 0; at < css.length; at++) {
    const char = css[at]
    if (char === '{' || char === '(' || char === '[') depth++
    else if (char === '}' || char === ')' || char === ']') depth = Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return false
}

const deepest = 100
