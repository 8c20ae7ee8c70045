import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {rules} from '../src/generated/rules.js'

/** Scores the built command on labelled drafts that lie beside the repository; without them it says so. */
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
  readonly spans: number
  readonly spanHits: number
}

interface Score {
  readonly drafts: number
  readonly clean: number
  readonly cleanPassed: number
  readonly table: readonly Row[]
  readonly misses: readonly string[]
}

if (!existsSync(`${shared}evaluate.mjs`))
  console.log('There are no labelled drafts in ../shared, so nothing was scored.')
else for (const folder of ['drafts', 'clean']) print(folder, score(folder))

function score(folder: string): Score {
  const own = [
    `${shared}evaluate.mjs`,
    `${shared}${folder}`,
    '--lang',
    'en,fa',
    '--by',
    'lang',
    '--json',
    '--',
    ...command
  ]
  const run = spawnSync(process.execPath, own, {encoding: 'utf8', maxBuffer: 1 << 28})
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

function print(folder: string, {drafts, clean, cleanPassed, table, misses}: Score): void {
  const own = table.filter(({key}) => Object.hasOwn(rules, key.split(' ')[0] ?? ''))
  const sum = (pick: (row: Row) => number) =>
    own.filter(({key}) => !key.includes(' ')).reduce((total, row) => total + pick(row), 0)
  const [tp, fp, fn] = [sum((row) => row.tp), sum((row) => row.fp), sum((row) => row.fn)]
  console.log(`\n${folder}: ${drafts} drafts, of the ${clean} clean ones ${cleanPassed} without a finding`)
  console.log(
    `${'rule'.padEnd(24)}${['right', 'wrong', 'missed', 'precision', 'recall', 'spans'].map((head) => head.padStart(10)).join('')}`
  )
  for (const row of own) {
    const spans = row.spans > 0 ? `${row.spanHits}/${row.spans}` : '-'
    const cells = [row.tp, row.fp, row.fn, row.precision.toFixed(3), row.recall.toFixed(3), spans]
    console.log(row.key.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join(''))
  }
  const precision = tp + fp > 0 ? tp / (tp + fp) : 1
  const recall = tp + fn > 0 ? tp / (tp + fn) : 1
  console.log(
    `All of these rules: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, spans ${sum((row) => row.spanHits)}/${sum((row) => row.spans)}`
  )
  const told = misses.filter((miss) => Object.hasOwn(rules, miss.split(' ')[1] ?? ''))
  if (told.length > 0) console.log(told.join('\n'))
}
