import {lint} from '../src/lint.js'
import type {Format} from '../src/tree/index.js'
import {type Attack, attacks, draftOf, type Encoding} from './attacks.js'

/**
 * Whether a character costs the same in a draft of 1 MB as in one of 1 KB, for texts made to be hard. In processor
 * time; beside 1 KB also 8 KB, where what a draft costs once no longer counts.
 *
 * Arguments: names of attacks or formats; without them, all.
 */
const sizes = [1, 8, 1024] as const
const mark = 1.5
/** So many kilobytes of small drafts are measured at a time, none like another where the attack can vary. */
const together = 128

interface Way {
  readonly name: string
  readonly format: Format
  readonly encoding: Encoding
}

const ways: readonly Way[] = [
  {name: 'markdown', format: 'markdown', encoding: '7bit'},
  {name: 'text', format: 'text', encoding: '7bit'},
  {name: 'html', format: 'html', encoding: '7bit'},
  {name: 'eml', format: 'eml', encoding: '7bit'},
  {name: 'base64', format: 'eml', encoding: 'base64'},
  {name: 'quoted-printable', format: 'eml', encoding: 'quoted-printable'}
]
/** What a coding costs doesn't depend on what is coded. */
const coded: readonly string[] = [
  'paragraphs',
  'letters',
  'one word',
  'HTML paragraphs',
  'tags',
  'Persian',
  'near addresses'
]

const asked = process.argv.slice(2)
const isAsked = (name: string, among: readonly {name: string}[]) =>
  asked.every((each) => among.every((other) => other.name !== each)) || asked.includes(name)
const slow: string[] = []
let count = 0
/** How many pieces were asked for, over all drafts. */
let from = 0

console.log(
  `Node ${process.version}, processor time in microseconds a kilobyte; mark: 1 MB at most ${mark} times 8 KB\n`
)
console.log(
  `${'format'.padEnd(18)}${'attack'.padEnd(26)}${'1 KB'.padStart(8)}${'8 KB'.padStart(8)}${'1 MB'.padStart(8)}   to 1 KB  to 8 KB`
)
for (const way of ways) {
  if (!isAsked(way.name, ways)) continue
  const [ordinary] = attacks as readonly [Attack]
  for (const size of [...sizes, ...sizes]) await cost(ordinary, way, size)
  for (const attack of attacks) if (isAsked(attack.name, attacks) && fits(attack, way)) await report(attack, way)
}
console.log(`\n${count - slow.length} of ${count} hold the mark${slow.map((each) => `\n  over it: ${each}`).join('')}`)

function fits({name, formats}: Attack, {format, encoding}: Way): boolean {
  return encoding === '7bit' ? formats.includes(format) : coded.includes(name)
}

async function report(attack: Attack, way: Way): Promise<void> {
  const [small, middle, large] = [await cost(attack, way, 1), await cost(attack, way, 8), await cost(attack, way, 1024)]
  const figures = [small, middle, large].map((each) => each.toFixed(0).padStart(8)).join('')
  const ratio = large / middle
  const held = ratio <= mark ? '' : '  over the mark'
  console.log(
    `${way.name.padEnd(18)}${attack.name.padEnd(26)}${figures}${(large / small).toFixed(2).padStart(10)}${ratio.toFixed(2).padStart(9)}${held}`
  )
  count++
  if (held) slow.push(`${way.name}, ${attack.name}: ${ratio.toFixed(2)}`)
}

/** Microseconds a kilobyte, the better of two rounds. */
async function cost(attack: Attack, {format, encoding}: Way, kilobytes: number): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 2; round++) {
    const drafts = Array.from({length: Math.max(1, together / kilobytes)}, () => {
      from += kilobytes * 40
      return draftOf(attack, format, kilobytes * 1024, from, encoding)
    })
    const start = process.cpuUsage()
    for (const draft of drafts) await lint(draft, {format})
    const {user, system} = process.cpuUsage(start)
    rounds.push((user + system) / (drafts.length * kilobytes))
  }
  return Math.min(...rounds)
}
