import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {LanguageServer} from '../tests/support/language-server.js'
import {builtLibrary} from './built.js'
import {corpora} from './corpus.js'

/**
 * The processor time of a keystroke in a warm server: a draft of 300 words, 300 characters typed one by one, each
 * answered with diagnostics; then a file of 20,000 words. Time on the clock would tell how busy the machine is.
 */
const coldread = fileURLToPath(new URL('../dist/cli/coldread.cjs', import.meta.url))
const {lint} = await builtLibrary()
const marks = {draft: 5, longFile: 60}

const sentence = 'We press stainless lids for drums of 60 to 220 litres, and each one carries the number of its batch. '
const head = `---
subject: Stainless lids for your 200-litre drums, from 50 pieces
from: Rhona Keir <rhona@keirlids.example>
lang: en
---

Dear Mr Bauer,

I'm Rhona Keir of Keir Lids in Dundee. `
const tail = `

- **Price:** 14.20 euro from 50 pieces, 12.90 from 200
- **Delivery:** nine working days to your dock in Bremen

${sentence.repeat(5)}

Shall I send you one to try on a drum of yours, or is there someone else to whom I should write?

Kind regards,

Rhona Keir
Keir Lids Ltd, 9 Dock Row, Dundee DD1 1AA
01632 960 231

If this is not for you, tell me and I will not write again.
`
const before = head + sentence.repeat(6)
const typed = (
  'A customer in Tampere replaced the last of the old ones in March and has had no stoppage since, which saved them ' +
  '4,200 euro in the first half of the year. The lids close with one hand and stay tight at forty degrees. We cut the ' +
  'seal to your drum if its rim is worn, and you pay nothing for the first two.'
).slice(0, 300)
/** Other words than those that are measured, for what was read once is read faster again; and enough to be compiled. */
const warmUps = corpora.unlike(6).map((draft) => draft.replace(/^---\n[\s\S]*?---\n|\s+/g, ' ').slice(0, typed.length))

console.log(
  `Node ${process.version}, ${(before + tail).split(/\s+/).length} words, ${typed.length} keystrokes after ${warmUps.length * typed.length} others\n`
)
report('lint() in this process', await typeInProcess(before, tail), marks.draft)
if (!existsSync('/proc/self/schedstat')) console.log('  (the server can be measured on Linux only)')
else report('coldread lsp over stdio', await typeOverStdio(), marks.draft)
report('20,000 words in this process', await typeInProcess(...longFile()), marks.longFile)

/** Each in milliseconds. */
async function typeInProcess(before: string, tail: string): Promise<number[]> {
  const spent: number[] = []
  const type = (text: string) => lint(before + text + tail, {format: 'markdown'})
  for (const text of warmUps) for (let length = 1; length <= text.length; length++) await type(text.slice(0, length))
  for (let length = 1; length <= typed.length; length++) {
    const start = process.cpuUsage()
    await type(typed.slice(0, length))
    const {user, system} = process.cpuUsage(start)
    spent.push((user + system) / 1000)
  }
  return spent
}

/** A file of many drafts in a row, cut in a paragraph near its middle. */
function longFile(): [before: string, tail: string] {
  const drafts = corpora.recombined(150).map((draft) => draft.replace(/^---\n[\s\S]*?---\n/, ''))
  const text = `---\nsubject: Racking inspection for your site\nlang: en\n---\n${drafts.join('\n\n')}`
  const words = [...text.matchAll(/\S+\s*/g)].slice(0, 20_000)
  const end = words.at(-1)?.index ?? 0
  const middle = text.indexOf('. ', end / 2) + 2
  return [text.slice(0, middle), text.slice(middle, end)]
}

async function typeOverStdio(): Promise<number[]> {
  const server = new LanguageServer(coldread)
  await server.start({capabilities: {textDocument: {diagnostic: {}}}})
  const uri = 'untitled:draft.md'
  const lines = before.split('\n')
  const line = lines.length - 1
  const from = lines.at(-1)?.length ?? 0
  server.open(uri, before + tail, 'markdown', 0)
  let version = 0
  const type = async (character: number, text: string, end = character) => {
    version += 1
    server.change(uri, version, {range: {start: {line, character}, end: {line, character: end}}, text})
    await server.pull(uri)
  }
  for (const text of warmUps) {
    for (const [index, character] of [...text].entries()) await type(from + index, character)
    await type(from, '', from + text.length)
  }
  const spent: number[] = []
  for (const [index, character] of [...typed].entries()) {
    const start = processorTime(server.pid)
    await type(from + index, character)
    spent.push(processorTime(server.pid) - start)
  }
  await server.stop()
  return spent
}

/** Of all threads of a process, in milliseconds: https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat */
function processorTime(pid: number): number {
  const folder = `/proc/${pid}/task`
  const times = readdirSync(folder).map((thread) =>
    Number(readFileSync(path.join(folder, thread, 'schedstat'), 'utf8').split(' ')[0])
  )
  return times.reduce((sum, time) => sum + time, 0) / 1e6
}

function report(name: string, spent: readonly number[], mark: number): void {
  const [median, worst] = [at(spent, 0.5), at(spent, 0.95)]
  const held = `${mark} ms at the 95th percentile ${worst < mark ? 'held' : 'NOT held'}`
  console.log(
    `  ${name.padEnd(30)} median ${median.toFixed(1).padStart(5)} ms   p95 ${worst.toFixed(1).padStart(5)} ms   mark ${held}`
  )
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}
