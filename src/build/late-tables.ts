import type {Plugin} from 'rolldown'
import {type ESTree, parseSync} from 'rolldown/utils'

/**
 * Expressions and tables of a module's top level, made when something asks for them. A draft needs few of them, and to make
 * them all takes longer than to judge it: of expressions with Unicode classes each costs up to half a millisecond.
 *
 * `const dates = /\p{Nd}+/u` becomes a function that makes the expression once, and each `dates` a call of it.
 */
export const lateTables: Plugin = {
  name: 'late-tables',
  renderChunk: (code) => withLateTables(code)
}

interface Found {
  readonly node: ESTree.Node
  readonly parent: ESTree.Node | undefined
  /** Functions and classes that it stands in. */
  readonly depth: number
}

interface Table {
  readonly statement: ESTree.VariableDeclaration
  readonly name: string
  readonly init: ESTree.Expression
}

export function withLateTables(code: string): string {
  const {program} = parseSync('chunk.js', code)
  const all = [...nodesIn(program)]
  const inner = new Set(all.flatMap(namesBoundInside))
  const lasting = new Set(program.body.flatMap(lastingNames).filter((name) => !inner.has(name)))
  const tables = program.body.flatMap((statement) => tableOf(statement, lasting))
  const names = new Set(tables.map(({name}) => name))
  const edits = [...tables.flatMap(declared), ...all.flatMap((found) => asked(found, names))]
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, {from, to, by}) => text.slice(0, from) + by + text.slice(to), code)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** What the top level binds once and for all. */
function lastingNames(statement: ESTree.Node): string[] {
  if (statement.type === 'FunctionDeclaration') return namesIn(statement.id)
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return []
  return statement.declarations.flatMap(({id}) => (id.type === 'Identifier' ? [id.name] : []))
}

function tableOf(statement: ESTree.Node, lasting: ReadonlySet<string>): Table[] {
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return []
  const [declarator, ...others] = statement.declarations
  if (declarator?.id.type !== 'Identifier' || !declarator.init || others.length > 0) return []
  const {name} = declarator.id
  if (!lasting.has(name) || !isTable(declarator.init, lasting) || !takesLong(declarator.init)) return []
  return [{statement, name, init: declarator.init}]
}

/** Literals alone take no time, nor do functions. */
function takesLong(init: ESTree.Expression): boolean {
  return [...nodesIn(init)].some(
    ({node, depth}) => depth === 0 && (/^(?:Call|New)Expression$/.test(node.type) || isExpression(node))
  )
}

/** Methods of texts, arrays and `Object` that change nothing, as do the functions they are given in making a table. */
const methods = /^(?:concat|entries|filter|flat|flatMap|fromEntries|join|keys|map|split|trim|values)$/

/** What has no effect but to be made, and is the same whenever that happens. */
function isTable(node: unknown, lasting: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.every((each) => isTable(each, lasting))
  if (!isNode(node)) return true
  const areTables = (...parts: unknown[]) => isTable(parts, lasting)
  if (node.type === 'Identifier') return lasting.has(node.name)
  if (node.type === 'ArrayExpression') return areTables(node.elements)
  if (node.type === 'ObjectExpression') return areTables(node.properties)
  if (node.type === 'Property') return !node.computed && node.kind === 'init' && areTables(node.value)
  if (node.type === 'SpreadElement') return areTables(node.argument)
  if (node.type === 'TemplateLiteral') return areTables(node.expressions)
  if (node.type === 'NewExpression') return isCalled(node.callee, /^(?:Map|RegExp|Set)$/) && areTables(node.arguments)
  if (node.type === 'CallExpression') return isHarmless(node.callee, lasting) && areTables(node.arguments)
  return node.type === 'Literal' || node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'
}

function isHarmless(callee: ESTree.Node, lasting: ReadonlySet<string>): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || !isCalled(callee.property, methods)) return false
  return isCalled(callee.object, /^Object$/) || isTable(callee.object, lasting)
}

function isCalled(node: ESTree.Node, names: RegExp): boolean {
  return node.type === 'Identifier' && names.test(node.name)
}

function isExpression(node: ESTree.Node): boolean {
  return node.type === 'Literal' && 'regex' in node
}

function declared({statement, name, init}: Table): Edit[] {
  return [
    {from: statement.start, to: init.start, by: `var ${name};\nfunction ${lateName(name)}() {\n\treturn ${name} ??= `},
    {from: init.end, to: statement.end, by: ';\n}'}
  ]
}

/** A name of a table where its value is asked for. */
function asked({node, parent}: Found, names: ReadonlySet<string>): Edit[] {
  if (node.type !== 'Identifier' || !names.has(node.name) || !isReference(node, parent)) return []
  const call = `${lateName(node.name)}()`
  const isShort = parent?.type === 'Property' && parent.shorthand
  return [{from: node.start, to: node.end, by: isShort ? `${node.name}: ${call}` : call}]
}

function lateName(name: string): string {
  return `${name}$late`
}

function isReference(node: ESTree.Node, parent: ESTree.Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed
  if (parent?.type === 'Property') return parent.value === node || parent.computed
  if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition')
    return parent.value === node || parent.computed
  return parent?.type !== 'VariableDeclarator' || parent.init === node
}

function* nodesIn(value: unknown, parent?: ESTree.Node, depth = 0): Generator<Found> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each, parent, depth)
  else if (isNode(value)) {
    yield {node: value, parent, depth}
    const below = depth + (/Function|Class|Block|For|Catch/.test(value.type) ? 1 : 0)
    for (const each of Object.values(value)) if (typeof each === 'object') yield* nodesIn(each, value, below)
  }
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Names that mean something else below the top level. */
function namesBoundInside({node, depth}: Found): string[] {
  if (node.type === 'VariableDeclarator') return depth > 0 ? namesIn(node.id) : []
  if (node.type === 'CatchClause') return namesIn(node.param)
  if (!('params' in node)) return 'id' in node ? namesIn(node.id) : []
  return [...namesIn(node.params), ...('id' in node ? namesIn(node.id) : [])]
}

/** All that stands in a pattern, defaults too: a name more only keeps a table as it is. */
function namesIn(pattern: unknown): string[] {
  return [...nodesIn(pattern)].flatMap(({node}) => (node.type === 'Identifier' ? [node.name] : []))
}
