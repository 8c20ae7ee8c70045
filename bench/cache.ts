import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeCorpus} from './corpus.js'

/**
 * A second run with `--cache` over 1,000 unchanged drafts, beside bare programs that only read them: one that waits for
 * each file, and one that is told when it is there, as `fs/promises` does it.
 */
const coldread = fileURLToPath(new URL('../dist/cli/coldread.cjs', import.meta.url))
const rounds = Number(process.argv[2] ?? 15)
const mark = 1.5
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env

if (!existsSync(coldread)) throw new Error('There is no dist: run npm run build first.')
const folder = mkdtempSync(path.join(tmpdir(), 'coldread-bench-cache-'))
const drafts = path.join(folder, 'drafts')
writeCorpus(drafts, 1000)
const usage = path.join(folder, 'usage')
const usageOf = script(
  'usage.cjs',
  `process.on('exit', () => {
  const {user, system} = process.cpuUsage()
  require('fs').writeFileSync(${JSON.stringify(usage)}, String(user + system))
})`
)
const sync = script(
  'sync.cjs',
  `const fs = require('fs')
for (const name of fs.readdirSync(${JSON.stringify(drafts)})) fs.readFileSync(${JSON.stringify(`${drafts}/`)} + name)`
)
const promised = script(
  'promised.cjs',
  `const fs = require('fs/promises')
void (async () => {
  for (const name of await fs.readdir(${JSON.stringify(drafts)})) await fs.readFile(${JSON.stringify(`${drafts}/`)} + name)
})()`
)
const lint = [coldread, '--no-config', '--format', 'compact', 'drafts']
const programs: Readonly<Record<string, readonly string[]>> = {
  'read, waiting': [sync],
  'read, promised': [promised],
  'coldread --cache': [...lint, '--cache'],
  coldread: lint
}

interface Cost {
  readonly wall: number
  readonly cpu: number
}

const costs = new Map(Object.keys(programs).map((name) => [name, [] as Cost[]]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, args] of Object.entries(programs)) {
    // Without a cache it takes long enough to be measured by a few rounds.
    if (name === 'coldread' && round > 3) continue
    const cost = run(args)
    // The first round fills the caches: the file system's and our own.
    if (round > 0) costs.get(name)?.push(cost)
  }
}
rmSync(folder, {recursive: true})

console.log(
  `A second run over 1,000 drafts with --cache (Node ${process.version}, medians of ${rounds} alternating rounds)`
)
const [waiting, told] = ['read, waiting', 'read, promised'].map((name) => medians(costs.get(name) ?? []))
for (const [name, all] of costs) {
  const {wall, cpu} = medians(all)
  const ratios = [waiting, told].map((read) => `x${(cpu / (read?.cpu ?? cpu)).toFixed(2)}`.padStart(8))
  console.log(`  ${name.padEnd(18)}${ms(wall)} on the clock${ms(cpu)} of processor ${ratios.join('')}`)
}
console.log(`  mark: x${mark} of reading, by processor time (waiting, promised)\n`)

function script(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

function run(args: readonly string[]): Cost {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(process.execPath, ['-r', usageOf, ...args], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  if (status === null || status > 1) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return {wall, cpu: Number(readFileSync(usage, 'utf8')) / 1000}
}

function medians(all: readonly Cost[]): Cost {
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
  return {wall: median(all.map(({wall}) => wall)), cpu: median(all.map(({cpu}) => cpu))}
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`.padStart(10)
}
