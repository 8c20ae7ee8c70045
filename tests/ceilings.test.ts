import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {automatonCounts, markdownNodes, type Start, startCounts} from './support/counts.js'
import {root} from './support/files.js'

interface Ceilings {
  readonly start: Readonly<Record<string, Start>>
  readonly automaton: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly markdown: {readonly nodes: number}
}

const file = path.join(root, 'tests/ceilings.json')
const written = 'COLDREAD_CEILINGS=write npx vitest run tests/ceilings.test.ts'
/** What small changes move is no news. */
const slack = 1.03
const isWriting = process.env.COLDREAD_CEILINGS === 'write'
const ceilings: Ceilings = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {start: {}, automaton: {}, markdown: {nodes: 0}}

vi.mock('mdast-util-from-markdown', async (importOriginal) => {
  const parser = await importOriginal<typeof import('mdast-util-from-markdown')>()
  const {watched} = await import('./support/counts.js')
  return {...parser, fromMarkdown: watched(parser.fromMarkdown)}
})

let counted: Ceilings

beforeAll(async () => {
  const automaton = {en: await automatonCounts('en'), fa: await automatonCounts('fa')}
  counted = {start: await startCounts(), automaton, markdown: {nodes: await markdownNodes()}}
}, 120_000)

test.runIf(isWriting)('the ceilings are written', () => {
  writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`)
})

describe.skipIf(isWriting)('counts that do not depend on the machine stay under their ceilings', () => {
  test.each(['markdown', 'text', 'html', 'eml'])('what a start loads for one %s draft', (format) => {
    const {chunks, bytes, node} = counted.start[format] as Start
    const most = ceilings.start[format] as Start
    expect(chunks, 'Nothing was counted.').toContain('main')
    expect(added(chunks, most.chunks), `Chunks that were not loaded before. If they must be: ${written}`).toEqual([])
    expect(added(node, most.node), `Parts of Node that were not loaded before. If they must be: ${written}`).toEqual([])
    hold(`bytes loaded for ${format}`, bytes, most.bytes)
    tellFallen(`chunks for ${format}`, added(most.chunks, chunks))
    tellFallen(`parts of Node for ${format}`, added(most.node, node))
  })

  test.each(['en', 'fa'])('the automaton of %s and its steps', (language) => {
    for (const [name, count] of Object.entries(counted.automaton[language] ?? {}))
      hold(`${name} of ${language}`, count, ceilings.automaton[language]?.[name])
  })

  test('nodes that the Markdown parser makes', () => {
    hold('Markdown nodes', counted.markdown.nodes, ceilings.markdown.nodes)
  })
})

function added(now: readonly string[], before: readonly string[]): string[] {
  return now.filter((name) => !before.includes(name))
}

function hold(name: string, count: number, ceiling = 0): void {
  expect(count, `${name}: nothing was counted`).toBeGreaterThan(0)
  expect(count, `${name}: if they must grow, raise the ceiling: ${written}`).toBeLessThanOrEqual(ceiling * slack)
  if (count * slack < ceiling) tellFallen(name, [`${ceiling} to ${count}`])
}

/** Whoever made something less keeps it so. */
function tellFallen(name: string, fallen: readonly string[]): void {
  if (fallen.length > 0) console.log(`${name} fell (${fallen.join(', ')}). Lower the ceiling: ${written}`)
}
