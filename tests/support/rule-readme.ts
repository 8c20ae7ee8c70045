import type {Code, List, RootContent, Table} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Format} from '../../src/tree/index.js'

export interface Example {
  readonly name: string
  readonly format: Format
  readonly draft: string
  /** Words of the source and the beginning of the message, a pair for each finding shown below the draft. */
  readonly findings: readonly {readonly words: string; readonly message: string}[]
}

/** What one of the drafts that are not ok becomes by the rule's fixes. */
export interface FixExample {
  readonly after: string
  readonly becomes: string
}

export interface Readme {
  /** Headings with their level: `# contact-block`, `## Why`. */
  readonly headings: readonly string[]
  /** The first paragraph. */
  readonly summary: string
  readonly notOk: readonly Example[]
  readonly ok: readonly Example[]
  readonly fixes: readonly FixExample[]
  readonly fixText: string
  /** The sender that the fixes were told of, as JSON. */
  readonly sender: string | undefined
  /** Rows of the table under `## Options` by the words of its head; undefined where there is no table. */
  readonly options: readonly Readonly<Record<string, string>>[] | undefined
  readonly optionsText: string
  readonly sourcesText: string
}

const formats: Readonly<Record<string, Format>> = {md: 'markdown', txt: 'text', html: 'html', eml: 'eml'}

/** Reads a rule's README as the laws do: its headings, its examples with the findings shown, its table of options. */
export function readReadme(source: string): Readme {
  const nodes = unified().use(remarkParse).use(remarkGfm).parse(source).children
  const text = (node: RootContent | undefined) =>
    node?.position ? source.slice(node.position.start.offset, node.position.end.offset) : ''
  const section = (title: string) => {
    const from = nodes.findIndex((node) => text(node) === `## ${title}`)
    const rest = from < 0 ? [] : nodes.slice(from + 1)
    const end = rest.findIndex(({type}) => type === 'heading')
    return end < 0 ? rest : rest.slice(0, end)
  }
  const table = section('Options').find((node): node is Table => node.type === 'table')
  return {
    headings: nodes.filter(({type}) => type === 'heading').map(text),
    summary: fold(text(nodes[1])),
    notOk: examplesIn(section('Not ok'), text),
    ok: examplesIn(section('Ok'), text),
    fixes: codeIn(section('Fix')).flatMap(({meta, value}) => {
      const after = /^after="([^"]{1,200})"$/.exec(meta ?? '')?.[1]
      return after ? [{after, becomes: `${value}\n`}] : []
    }),
    fixText: section('Fix').map(text).join('\n\n'),
    sender: codeIn(section('Fix')).find(({lang, meta}) => lang === 'json' && meta === 'sender')?.value,
    options: table && rowsOf(table, source),
    optionsText: section('Options').map(text).join('\n\n'),
    sourcesText: section('Sources').map(text).join('\n\n')
  }
}

/** White space of any kind counts as one space, so that a README may wrap its lines. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function codeIn(nodes: readonly RootContent[]): Code[] {
  return nodes.filter((node): node is Code => node.type === 'code')
}

function examplesIn(nodes: readonly RootContent[], text: (node: RootContent) => string): Example[] {
  const examples: {code: Code; lists: List[]}[] = []
  for (const node of nodes) {
    if (node.type === 'code') examples.push({code: node, lists: []})
    else if (node.type === 'list') examples.at(-1)?.lists.push(node)
  }
  return examples.map(({code, lists}) => {
    const format = formats[code.lang ?? '']
    const name = /^name="([^"]{1,200})"$/.exec(code.meta ?? '')?.[1]
    if (!format || !name) throw new Error(`An example needs a known format and a name: ${code.lang} ${code.meta}`)
    const items = lists.flatMap(({children}) =>
      children.map((item) => readFinding(text(item as unknown as RootContent)))
    )
    return {name, format, draft: `${code.value}\n`, findings: items}
  })
}

/** `- "words": message`; the words are written as in JSON, so `\"` and `\n` stand for themselves. */
function readFinding(item: string): Example['findings'][number] {
  const found = /^[-*] ("(?:[^"\\]|\\.)*"): (.+)$/.exec(fold(item))
  if (!found) throw new Error(`A finding is shown as - "words": beginning of the message, not as ${item}`)
  return {words: fold(JSON.parse(found[1] ?? '')), message: found[2] ?? ''}
}

function rowsOf(table: Table, source: string): Record<string, string>[] {
  const cells = table.children.map(({children}) =>
    children.map(({children: inner}) => {
      const [from, to] = [inner[0]?.position?.start.offset, inner.at(-1)?.position?.end.offset]
      return from === undefined ? '' : source.slice(from, to).replaceAll('`', '').replaceAll('\\|', '|')
    })
  )
  const [head = [], ...rows] = cells
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}
