import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {fromMarkdown} from 'mdast-util-from-markdown'
import type {Node} from 'unist'
import {corpora} from '../../bench/corpus.js'
import {bundleCommand} from '../../src/build/command.js'
import {languages} from '../../src/generated/languages.js'
import {anatomy} from '../../src/lint.js'
import {Automaton} from '../../src/phrases/automaton.js'
import {readWords} from '../../src/phrases/index.js'
import {Search} from '../../src/phrases/search.js'
import {files, read, root} from './files.js'

/** What a start loads for one draft. Names of chunks are without their digests. */
export interface Start {
  readonly chunks: readonly string[]
  /** Of code and tables. */
  readonly bytes: number
  /** Parts of Node that the command asks for itself. */
  readonly node: readonly string[]
}

const letter = {
  markdown:
    '---\nsubject: Pallet racking\n---\n\nDear Ms Okello,\n\n**We** press lids, 01632 960231.\n\n- one\n\nRegards,\nJo Perrin\n',
  text: 'Subject: Pallet racking\n\nDear Ms Okello,\n\nWe press lids, 01632 960231.\n\nRegards,\nJo Perrin\n',
  html: '<!-- subject: Pallet racking -->\n<p>Dear Ms Okello,</p><p><b>We</b> press lids, 01632 960231.</p><p>Regards,<br>Jo Perrin</p>\n',
  eml: 'Subject: Pallet racking\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Dear Ms Okello,</p><p>We press lids =E2=80=93 01632 960231.</p><p>Regards,<br>Jo Perrin</p>\n'
} as const

const endings = {markdown: 'md', text: 'txt', html: 'html', eml: 'eml'} as const

/** Drafts of the fixed corpus. */
const some = 50

/** Notes what is read and asked for, and tells it at the end. */
const witness = `
const fs = require('fs'), Module = require('module'), path = require('path')
const read = fs.readFileSync, load = Module._load
const files = new Set(), node = new Set()
fs.readFileSync = function (file, ...rest) {
  if (typeof file === 'string' && path.dirname(file) === process.env.COUNTED) files.add(path.basename(file))
  return read.call(this, file, ...rest)
}
Module._load = function (id, ...rest) {
  if (Module.isBuiltin(id)) node.add(id.replace(/^node:/, ''))
  return load.call(this, id, ...rest)
}
process.on('exit', () => fs.writeFileSync(path.join(process.env.COUNTED, 'counted'), JSON.stringify([[...files], [...node]])))
`

/** Starts the built command on a draft of each format. */
export async function startCounts(): Promise<Readonly<Record<string, Start>>> {
  const parent = path.join(root, 'node_modules/.cache')
  mkdirSync(parent, {recursive: true})
  const folder = mkdtempSync(path.join(parent, 'coldread-counts-'))
  try {
    await bundleCommand(root, folder)
    writeFileSync(path.join(folder, 'witness.cjs'), witness)
    const formats = Object.entries(letter)
    return Object.fromEntries(
      formats.map(([format, draft]) => [format, countStart(folder, format as keyof typeof letter, draft)])
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function countStart(folder: string, format: keyof typeof letter, draft: string): Start {
  const file = path.join(folder, `draft.${endings[format]}`)
  writeFileSync(file, draft)
  const args = ['--require', path.join(folder, 'witness.cjs'), path.join(folder, 'coldread.cjs'), '--no-config', file]
  const {status, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', env: {...process.env, COUNTED: folder}})
  if (status !== 1) throw new Error(`The command ended with ${status}: ${stderr}`)
  const [loaded, node] = JSON.parse(readFileSync(path.join(folder, 'counted'), 'utf8')) as [string[], string[]]
  const parts = loaded.filter((name) => /\.(?:cjs|bin)$/.test(name))
  return {
    chunks: parts.map((name) => name.replace(/-[\w-]{8}\.cjs$|\.cjs$/, '')).sort(),
    bytes: parts.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0),
    node: node.sort()
  }
}

/** Steps of the automaton over a fixed corpus, without what it remembers; and what it is made of. */
export async function automatonCounts(language: 'en' | 'fa'): Promise<Record<'steps' | 'nodes' | 'edges', number>> {
  const {pack, lexicon} = await (languages[language] as (typeof languages)[string]).load()
  let steps = 0
  for (const text of await textsOf(language)) {
    const search = new Search(new Automaton(lexicon), readWords(text, pack.normalise), pack.normalise)
    search.run()
    steps += search.steps
  }
  return {steps, nodes: lexicon.edgesAt.length - 1, edges: lexicon.symbols.length}
}

/** Nodes that the Markdown parser makes of a fixed corpus: what is read without it makes none. */
export async function markdownNodes(): Promise<number> {
  made.nodes = 0
  for (const draft of [...corpora.unlike(some), ...letters()]) await anatomy(draft, {format: 'markdown'})
  return made.nodes
}

const made = {nodes: 0}

/** The parser, watched: a test puts it in the parser's place. */
export function watched(parse: typeof fromMarkdown): typeof fromMarkdown {
  return ((...given: Parameters<typeof fromMarkdown>) => {
    const tree = parse(...given)
    made.nodes += sizeOf(tree)
    return tree
  }) as typeof fromMarkdown
}

function sizeOf(node: Node & {children?: readonly Node[]}): number {
  return (node.children ?? []).reduce((sum, child) => sum + sizeOf(child), 1)
}

/** The project's own drafts in Markdown, of every kind. */
function letters(): string[] {
  return files('fixtures')
    .filter((file) => /^fixtures\/(?:anatomy|clean|drafts|parse|samples)\/.*\.md$/.test(file))
    .map(read)
}

async function textsOf(language: 'en' | 'fa'): Promise<string[]> {
  const drafts = language === 'en' ? corpora.unlike(some) : files('fixtures/clean/fa').map(read)
  const emails = await Promise.all(drafts.map((draft) => anatomy(draft, {format: 'markdown'})))
  return emails.map(({body}) => body.text.value)
}
