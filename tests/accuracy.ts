import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {findAddresses} from '../src/anatomy/addresses/index.js'
import {rules} from '../src/generated/rules.js'
import {f1Of, scoreDrafts} from './support/score-drafts.js'

/**
 * Scores the built command on labelled drafts, snippets and addresses that lie beside the repository, and on the
 * project's own drafts. With `--write-floor` what is better than `accuracy.floor.json` raises it.
 */
const root = fileURLToPath(new URL('../', import.meta.url))
const shared = `${root}../shared/`
const command = [process.execPath, `${root}dist/cli/coldread.cjs`, '--no-config', '--format', 'json']

interface Row {
  readonly key: string
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly spans?: number
  readonly spanHits?: number
  readonly tags?: Readonly<Record<string, readonly [number, number]>>
}

interface Score {
  readonly drafts: number
  readonly clean: number
  readonly cleanPassed: number
  readonly table: readonly Row[]
  readonly misses: readonly string[]
}

if (existsSync(`${shared}evaluate.mjs`)) {
  for (const folder of ['drafts', 'clean']) printDrafts(folder)
  for (const hand of ['a', 'b']) printSnippets(hand)
  printAddresses()
} else console.log('There is no ../shared with labelled drafts, so only the project’s own were scored.')
await printOwn()
if (process.argv.includes('--write-floor')) await writeFloor()

function run<Output>(script: string, folder: string, own: readonly string[]): Output {
  const args = [`${shared}${script}`, `${shared}${folder}`, '--lang', 'en,fa', ...own, '--json', '--', ...command]
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1 << 29})
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function printDrafts(folder: string): void {
  const {drafts, clean, cleanPassed, table, misses} = run<Score>('evaluate.mjs', folder, ['--by', 'lang'])
  const own = table.filter(({key}) => Object.hasOwn(rules, key.split(' ')[0] ?? ''))
  console.log(`\n${folder}: ${drafts} drafts, of the ${clean} clean ones ${cleanPassed} without a finding`)
  print(['rule', 'right', 'wrong', 'missed', 'precision', 'recall', 'F1', 'spans'], own.map(draftCells))
  const whole = own.filter(({key}) => !key.includes(' '))
  const sum = (pick: (row: Row) => number) => whole.reduce((total, row) => total + pick(row), 0)
  const [tp, fp, fn] = [sum((row) => row.tp), sum((row) => row.fp), sum((row) => row.fn)]
  const f1 = sum((row) => row.f1) / whole.length
  console.log(
    `All: precision ${ratio(tp, tp + fp)}, recall ${ratio(tp, tp + fn)}, macro F1 ${f1.toFixed(3)}, spans ${sum((row) => row.spanHits ?? 0)}/${sum((row) => row.spans ?? 0)}`
  )
  const told = misses.filter((miss) => Object.hasOwn(rules, miss.split(' ')[1] ?? ''))
  if (told.length > 0) console.log(told.join('\n'))
}

function draftCells(row: Row): string[] {
  const spans = row.spans ? `${row.spanHits}/${row.spans}` : '-'
  return [row.key, ...[row.tp, row.fp, row.fn].map(String), ...[row.precision, row.recall, row.f1].map(fixed), spans]
}

/** The shipped models have seen both hands: `npm run train` prints what a model of one hand makes of the other. */
function printSnippets(hand: string): void {
  const {table} = run<Score>('evaluate-snippets.mjs', `snippets/${hand}`, [])
  console.log(`\nsnippets of hand ${hand}, at the shipped thresholds (their models were trained on them too)`)
  const tags = ['blatant', 'ordinary-positive', 'subtle', 'hard-negative', 'ordinary']
  print(
    ['judgement', 'precision', 'recall', 'F1', ...tags],
    table.map((row) => [
      row.key,
      ...[row.precision, row.recall, row.f1].map(fixed),
      ...tags.map((tag) => row.tags?.[tag]?.join('/') ?? '-')
    ])
  )
}

function printAddresses(): void {
  const rows = readFileSync(`${shared}addresses/addresses.jsonl`, 'utf8').split('\n').filter(Boolean)
  const real = rows.map((row) => JSON.parse(row)).filter(({has_digit, lines}) => has_digit && lines >= 3)
  const found = (text: (formatted: string) => string) =>
    real.filter(({formatted}) => findAddresses(text(formatted)).length > 0).length
  const block = found((formatted) => `Ann Lee\nAcme Works\n${formatted}\nann@acme.example`)
  const line = found((formatted) => formatted.replaceAll('\n', ', '))
  console.log(`\naddresses: of ${real.length} real ones ${block} found as a block, ${line} on one line`)
}

async function printOwn(): Promise<void> {
  const {drafts, clean, cleanFlagged, counts} = await scoreDrafts(`${root}fixtures/drafts`, ['en', 'fa'])
  console.log(
    `\nfixtures/drafts: ${drafts} drafts, of the ${clean} clean ones ${clean - cleanFlagged.length} without a finding`
  )
  const cells = [...counts].map(([key, count]) => [
    key,
    ...[count.right, count.wrong, count.missed].map(String),
    fixed(f1Of(count))
  ])
  print(
    ['rule', 'right', 'wrong', 'missed', 'F1'],
    cells.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  )
}

async function writeFloor(): Promise<void> {
  const file = `${root}tests/accuracy.floor.json`
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const floor: Record<string, {cleanFlagged: number; f1: Record<string, number>}> = {}
  for (const folder of ['fixtures/drafts', '../shared/drafts', '../shared/clean']) {
    const {counts, cleanFlagged} = await scoreDrafts(`${root}${folder}`, ['en', 'fa'])
    const old = before[folder] ?? {cleanFlagged: Number.POSITIVE_INFINITY, f1: {}}
    const f1 = [...counts].map(
      ([key, count]) => [key, Math.max(old.f1[key] ?? 0, Math.floor(f1Of(count) * 1000) / 1000)] as const
    )
    floor[folder] = {cleanFlagged: Math.min(old.cleanFlagged, cleanFlagged.length), f1: Object.fromEntries(f1.sort())}
  }
  writeFileSync(file, `${JSON.stringify(floor, null, 2)}\n`)
}

function print(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) =>
    console.log(
      cells
        .map((cell, index) =>
          index === 0 ? cell.padEnd(24) : cell.padStart(Math.max(10, (heads[index]?.length ?? 0) + 2))
        )
        .join('')
    )
  line(heads)
  for (const row of rows) line(row)
}

function fixed(value: number): string {
  return value.toFixed(3)
}

function ratio(part: number, whole: number): string {
  return fixed(whole === 0 ? 1 : part / whole)
}
