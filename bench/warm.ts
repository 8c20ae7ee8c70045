import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {resolveSettings} from '../src/config/index.js'
import {rules} from '../src/generated/rules.js'
import {builtLibrary} from './built.js'
import {corpora} from './corpus.js'
import {printStages} from './stages.js'

/**
 * Drafts a second in one warm process, beside bare remark-parse on the same drafts in the same rounds: a machine that is
 * busy slows both. Then where the time goes.
 */
const count = Number(process.argv[2] ?? 1000)
const rounds = 7
const marks = {perSecond: 1400, toRemark: 2, merge: 3}
const settings = resolveSettings({}, 'draft.md', rules)
const {lint} = await builtLibrary()
const markdown = unified().use(remarkParse).freeze()

console.log(`Node ${process.version}, ${count} drafts of 1 KB in one process, medians of ${rounds} rounds\n`)
const speeds = new Map<string, number>()
for (const [name, make] of Object.entries(corpora)) speeds.set(name, await measure(name, make(count)))
const gain = (speeds.get('mail merge') ?? 0) / (speeds.get('unlike') ?? 1)
console.log(
  `\n  mail merge beside drafts that have nothing in common: ${gain.toFixed(1)} times (mark ${marks.merge})\n`
)
console.log('  Stage by stage, of the sources as they are compiled to be run here, which takes longer:')
await printStages(corpora.recombined(count), settings)

async function measure(name: string, drafts: readonly string[]): Promise<number> {
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const lintTime = await timeOf(() => lintAll(drafts))
    const bareTime = await timeOf(async () => {
      for (const draft of drafts) markdown.parse(draft)
    })
    // In the first round everything is compiled.
    if (round > 0) own.push(lintTime)
    if (round > 0) bare.push(bareTime)
  }
  const [lintTime, bareTime] = [median(own), median(bare)]
  const perSecond = Math.round(drafts.length / lintTime)
  console.log(
    `  ${name.padEnd(12)}${String(perSecond).padStart(6)} drafts/s (mark ${marks.perSecond})` +
      `   ${(lintTime / bareTime).toFixed(2)} times remark-parse (mark ${marks.toRemark.toFixed(1)})`
  )
  return perSecond
}

async function lintAll(drafts: readonly string[]): Promise<void> {
  for (const draft of drafts) await lint(draft, {format: 'markdown'})
}

/** Seconds of processor time, of all threads. */
async function timeOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] as number
}
