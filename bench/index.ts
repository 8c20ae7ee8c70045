import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeCorpus} from './corpus.js'
import {peers, peerVersions} from './peers.js'

/** Cold start and throughput of the built command beside others', in alternating rounds of one run. */
const root = fileURLToPath(new URL('../', import.meta.url))
const home = path.join(root, 'node_modules/.cache/coldread-bench')
const coldread = path.join(root, 'dist/cli/coldread.cjs')
const rounds = Number(process.argv[2] ?? 7)
// It makes every Node 20 start 2.5 times slower and says nothing about the programs.
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env

if (!existsSync(coldread)) throw new Error('There is no dist: run npm run build first.')
installPeers()
// Outside of node_modules, where textlint reads nothing.
const thousand = path.join(tmpdir(), 'coldread-bench-drafts')
writeCorpus(thousand, 1000)
const one = path.join(thousand, '00001.md')
const floor = {name: 'node -e 0', one: ['-e', '0'], many: ['-e', '0']}
const own = {
  name: 'coldread',
  one: [coldread, '--no-config', one],
  many: [coldread, '--no-config', '--format', 'compact', thousand]
}
const all = [floor, own, ...peers(path.join(home, 'peers'), thousand, one)]

console.log(`Node ${process.version}, medians of ${rounds} alternating rounds\n`)
print(
  'Cold start on one Markdown draft',
  measure(
    all.map(({name, one}) => ({name, args: one})),
    rounds
  ),
  1
)
print(
  'A folder of 1,000 drafts of 1 KB',
  measure(
    all.slice(1).map(({name, many}) => ({name, args: many})),
    Math.max(3, Math.ceil(rounds / 3))
  ),
  1000
)

function installPeers(): void {
  const folder = path.join(home, 'peers')
  if (existsSync(path.join(folder, 'node_modules'))) return
  mkdirSync(folder, {recursive: true})
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({private: true, dependencies: peerVersions}))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], {
    cwd: folder,
    stdio: 'inherit'
  })
}

interface Timing {
  readonly name: string
  readonly median: number
  readonly quartiles: readonly [number, number]
}

function measure(programs: readonly {name: string; args: readonly string[]}[], times: number): Timing[] {
  const seconds = new Map(programs.map(({name}) => [name, [] as number[]]))
  for (let round = 0; round <= times; round++) {
    for (const {name, args} of programs) {
      const start = process.hrtime.bigint()
      const run = spawnSync(process.execPath, args, {
        env,
        cwd: home,
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 28
      })
      const taken = Number(process.hrtime.bigint() - start) / 1e9
      if (run.status === null || run.status > 1) throw new Error(`${name} failed: ${run.stderr}`)
      // The first round fills the file system's cache.
      if (round > 0) seconds.get(name)?.push(taken)
    }
  }
  return [...seconds].map(([name, taken]) => ({
    name,
    median: at(taken, 0.5),
    quartiles: [at(taken, 0.25), at(taken, 0.75)]
  }))
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function print(title: string, timings: readonly Timing[], drafts: number): void {
  const [first] = timings
  console.log(title)
  for (const {name, median, quartiles} of timings) {
    const ratio = (median / (first?.median ?? median)).toFixed(2)
    const speed = drafts > 1 ? `${String(Math.round(drafts / median)).padStart(7)} drafts/s` : ''
    const spread = `${quartiles.map((value) => (value * 1000).toFixed(0)).join('-')} ms`
    console.log(
      `  ${name.padEnd(22)}${`${(median * 1000).toFixed(0)} ms`.padStart(10)}  ${spread.padStart(14)}  x${ratio.padStart(7)} ${speed}`
    )
  }
  console.log()
}
