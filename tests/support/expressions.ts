import {type ESTree, parseSync} from 'rolldown/utils'
import {files, read} from './files.js'

export interface Expression {
  readonly source: string
  readonly flags: string
  /** `file:line`, the first place where it stands or is made. */
  readonly at: string
}

export interface WrittenExpressions {
  readonly literals: readonly Expression[]
  /** Where expressions are made at run time, as `file:line`. */
  readonly makers: readonly string[]
}

/** Modules that run on drafts; `src/build` runs on the project's own files. */
export const modules = [...files('src'), ...files('rules')].filter(
  (file) => file.endsWith('.ts') && !/^src\/(?:build\/|generated\/(?:lexicon|models|docs))/.test(file)
)

/** What the source files hold, by their syntax trees. */
export function writtenExpressions(): WrittenExpressions {
  const literals: Expression[] = []
  const makers: string[] = []
  for (const file of modules) {
    const code = read(file)
    for (const node of nodesOf(parseSync(file, code).program)) {
      const at = () => `${file}:${code.slice(0, node.start).split('\n').length}`
      const narrowed = narrowedIn(node)
      if (narrowed) literals.push({...narrowed, at: at()})
      else if (isExpression(node)) literals.push({source: node.regex.pattern, flags: node.regex.flags, at: at()})
      else if (isMaker(node)) makers.push(at())
    }
  }
  return {literals: distinct(literals), makers}
}

function isExpression(node: ESTree.Node): node is ESTree.RegExpLiteral {
  return node.type === 'Literal' && 'regex' in node
}

/** `narrowing(String.raw`...`, 'u')` */
function narrowedIn(node: ESTree.Node): Pick<Expression, 'source' | 'flags'> | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'narrowing')
    return undefined
  const [source, flags] = node.arguments
  if (source?.type !== 'TaggedTemplateExpression' || flags?.type !== 'Literal') return undefined
  return {source: source.quasi.quasis.map(({value}) => value.raw).join(''), flags: String(flags.value)}
}

function isMaker(node: ESTree.Node): boolean {
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
  return isCall && node.callee.type === 'Identifier' && node.callee.name === 'RegExp'
}

function* nodesOf(value: unknown): Generator<ESTree.Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesOf(each)
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) yield value as ESTree.Node
    for (const each of Object.values(value)) if (typeof each === 'object') yield* nodesOf(each)
  }
}

/** What the project's own modules make of expressions while `run` runs. */
export async function madeExpressions(run: () => Promise<void>): Promise<Expression[]> {
  const made: Expression[] = []
  const Real = globalThis.RegExp
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given) {
      const [source, flags] = given as [string | RegExp, string?]
      const expression = new target(source, flags)
      const at = callerOf(new Error('made here'))
      if (at) made.push({source: expression.source, flags: expression.flags, at})
      return expression
    }
  })
  try {
    await run()
  } finally {
    globalThis.RegExp = Real
  }
  return made
}

/** The place in the project's own modules that called, where the call came directly from there. */
function callerOf({stack = ''}: Error): string | undefined {
  const caller = stack.split('\n')[2] ?? ''
  return /((?:src|rules)\/(?!build\/|node_modules)[\w./-]+\.ts:\d+):\d+\)?$/.exec(caller)?.[1]
}

export function distinct(expressions: readonly Expression[]): Expression[] {
  const bySource = new Map<string, Expression>()
  for (const each of expressions) {
    const key = keyOf(each)
    if (!bySource.has(key)) bySource.set(key, each)
  }
  return [...bySource.values()]
}

export function keyOf({source, flags}: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source}/${flags}`
}
