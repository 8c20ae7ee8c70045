import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {isInstalled} from './support/clients.js'
import {codeBlocks} from './support/code-blocks.js'
import {read} from './support/files.js'
import {answersIn, lines, mail} from './support/records.js'
import {WorkFolder} from './support/work-folder.js'

const page = 'docs/million.md'
const folder = new WorkFolder()
const mails = Array.from({length: 5}, (_, index) => mail(index))
const ids = mails.map(({id}) => id)
let command: BuiltCommand

beforeAll(async () => {
  command = await buildCommand()
  folder.write('mails.ndjson', lines(mails))
}, 60_000)

afterAll(() => {
  command.remove()
  folder.remove()
})

function block(language: string, holding: string): string {
  const found = codeBlocks(page, language).find((text) => text.includes(holding))
  if (found === undefined) throw new Error(`${page} has no ${language} with ${holding}`)
  return found
}

async function run(program: string, ...args: string[]): Promise<string> {
  const env = {...process.env, PATH: `${command.bin}:${process.env.PATH}`}
  return (await promisify(execFile)(program, args, {cwd: folder.path, env})).stdout
}

function sh(script: string): Promise<string> {
  return run('sh', '-c', `${script.trimEnd()}\ncode=$?; [ $code -le 1 ]`)
}

describe('docs/million.md', () => {
  test.skipIf(!isInstalled('jq'))('goes on behind a line that is half written', async () => {
    await sh('coldread --ndjson < mails.ndjson > whole.ndjson; head -c 5000 whole.ndjson > answers.ndjson')
    await sh(block('sh', '--from-offset'))
    expect(await sh('cat answers.ndjson')).toBe(await sh('cat whole.ndjson'))
  })

  test('has a filter for engines that take findings for a crash', async () => {
    const [, filter = ''] = /`(sh -c 'coldread --ndjson[^`]*)`/.exec(read(page)) ?? []
    expect(answersIn(await run('sh', '-c', `${filter} < mails.ndjson`)).map(({id}) => id)).toEqual(ids)
    await expect(run('sh', '-c', `echo nonsense | ${filter}`)).rejects.toThrow()
  })

  test.skipIf(!isInstalled('python3'))('has a DoFn that judges', async () => {
    const beam = 'import json, subprocess, sys\nclass beam:\n    class DoFn: pass\n'
    const use = `judge = Judge()
judge.setup()
for line in open("mails.ndjson"):
    for answer in judge.process(json.loads(line)): print(json.dumps(answer))
judge.teardown()
`
    folder.write('pipeline.py', `${beam}\n${block('python', 'DoFn')}\n${use}`)
    expect(answersIn(await run('python3', 'pipeline.py')).map(({id}) => id)).toEqual(ids)
  })

  test('has a processor that judges several jobs at once', async () => {
    folder.write('processor.mjs', block('js', 'readline'))
    const use = `import judge from './processor.mjs'
import {readFileSync} from 'node:fs'
const jobs = readFileSync('mails.ndjson', 'utf8').trim().split('\\n').map((line) => ({data: JSON.parse(line)}))
for (const answer of await Promise.all(jobs.map(judge))) console.log(JSON.stringify(answer))
process.exit()
`
    folder.write('worker.mjs', use)
    expect(answersIn(await run(process.execPath, 'worker.mjs')).map(({id}) => id)).toEqual(ids)
  })
})
