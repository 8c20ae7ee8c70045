import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'

/**
 * Memory over a stream of drafts of which no two are alike: `coldread --ndjson` reads them from a pipe, and what it
 * holds is told by the kernel every 10,000 answers.
 *
 * Argument: how many drafts; 100,000 without one.
 */
const coldread = fileURLToPath(new URL('../dist/cli/coldread.cjs', import.meta.url))
const drafts = Number(process.argv[2] ?? 100_000)
const every = Math.min(10_000, Math.ceil(drafts / 10))
const ceiling = 300

if (!existsSync(coldread)) throw new Error('There is no dist: run npm run build first.')
if (!existsSync('/proc/self/status')) throw new Error('What a program holds can be read on Linux only.')

const child = spawn(process.execPath, [coldread, '--no-config', '--ndjson'], {stdio: ['pipe', 'pipe', 'inherit']})
Readable.from(records()).pipe(child.stdin)
console.log(`Node ${process.version}, ${drafts.toLocaleString('en')} drafts, at most ${ceiling} MB\n`)
let answers = 0
let most = 0
for await (const line of createInterface({input: child.stdout})) {
  if (line.includes('"error":')) throw new Error(line)
  answers++
  if (answers % every > 0) continue
  const held = megabytes('VmRSS')
  most = Math.max(most, held)
  console.log(`${answers.toLocaleString('en').padStart(10)} drafts  ${held.toFixed(0).padStart(4)} MB`)
}
if (answers !== drafts) throw new Error(`${answers} answers to ${drafts} drafts`)
console.log(`\nat most ${most.toFixed(0)} MB: mark ${most <= ceiling ? 'held' : 'NOT held'}`)
if (most > ceiling) process.exitCode = 1

function megabytes(field: string): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
}

function* records(): Generator<string> {
  for (let index = 0; index < drafts; index++) yield `${JSON.stringify(record(index))}\n`
}

/** One of four formats in turn; one in 5,000 is huge, most of it in one paragraph, which nothing remembers. */
function record(index: number): object {
  const body = letter(index)
  const huge = index % 5000 === 4999 ? `${paragraph(index).repeat(8000)}\n\n` : ''
  const markdown = `---\nsubject: ${word(index)} for ${word(index + 1)}\n---\n\n${huge}${body}`
  const formats = [
    {format: 'markdown', content: markdown},
    {format: 'text', content: `Subject: ${word(index)}\n\n${huge}${body}`},
    {format: 'html', content: `<p>${huge}${body.replaceAll('\n\n', '</p>\n<p>')}</p>`},
    {
      format: 'eml',
      content: `Subject: ${word(index)}\nContent-Type: text/plain; charset=x-${word(index)}\n\n${huge}${body}`
    }
  ]
  return {id: index, ...formats[index % formats.length]}
}

function letter(index: number): string {
  return `Dear Ms ${word(index * 3)},

I hope this email finds you well. ${paragraph(index)}

- **Price:** ${index}.50 euro for ${word(index * 7)}, see [the list of ${word(index)}](https://${word(index)}.example/lists/${index})
- Delivery to {{${word(index)}}} within ${index % 30} days

Kind regards,

Anna ${word(index * 11)}
${word(index * 13)} Ltd, ${index % 900} ${word(index * 17)} Street, Leeds LS${index % 30} ${index % 9}AB
+49 421 5550${String(index % 1000).padStart(3, '0')}, ${word(index)}@${word(index * 13)}.example
`
}

function paragraph(index: number): string {
  return `We make ${word(index * 19)} and ${word(index * 23)} for halls such as ${word(index * 29)}, and ${word(index * 31)} is never late. `
}

/** Made-up words without end: what is kept of words must be bounded too. */
function word(number: number): string {
  const syllables = ['ba', 'len', 'tor', 'mi', 'sku', 'ver', 'po', 'drin', 'ga', 'hul']
  const spelt = [...String(number * 7919)].map((digit) => syllables[Number(digit)])
  return spelt.join('').replace(/^./, (first) => first.toUpperCase())
}
