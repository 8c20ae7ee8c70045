import {readFileSync} from 'node:fs'
import path from 'node:path'
import {validateAction, validateWorkflow} from '@action-validator/core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {Cli} from './support/cli.js'
import {codeBlocks} from './support/code-blocks.js'
import {read} from './support/files.js'

const action = parse(read('action.yml'))
const bad = '---\nsubject: Exclusive offer\nlang: en\n---\n\nDear Ms Okello,\n\nwe sell racks.\n'
let cli: Cli

beforeAll(async () => {
  cli = await Cli.build()
}, 60_000)

afterAll(() => cli.remove())

describe('action.yml', () => {
  it('is what GitHub takes for an action', () => {
    expect(validateAction(read('action.yml')).errors).toEqual([])
  })
})

describe('docs/ci.md', {timeout: 60_000}, () => {
  it('describes the action, input by input', () => {
    const rows = [...read('docs/ci.md').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
    expect(rows).toEqual(Object.keys(action.inputs))
  })

  const workflows = codeBlocks('docs/ci.md', 'yaml').filter((text) => text.startsWith('# .github/'))

  it('shows workflows that GitHub takes, with inputs and outputs that the action has', () => {
    expect(workflows).toHaveLength(2)
    for (const text of workflows) {
      expect(validateWorkflow(text).errors).toEqual([])
      const {steps} = parse(text).jobs.drafts as {steps: {uses: string; with?: object}[]}
      const own = steps.find(({uses}) => uses.startsWith('coldread/'))
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})))
      for (const [, name = ''] of text.matchAll(/outputs\.([\w-]+)/g)) expect(action.outputs).toHaveProperty(name)
    }
  })

  const commands = [
    ...(parse(codeBlocks('docs/ci.md', 'yaml').find((text) => text.startsWith('# .gitlab')) ?? '').coldread.script ??
      []),
    ...codeBlocks('docs/ci.md', 'groovy').flatMap((text) => /sh '(.+)'/.exec(text)?.slice(1) ?? []),
    ...codeBlocks('docs/ci.md', 'sh').map((text) => text.split('|')[0]?.trim())
  ] as string[]

  it.each(commands)('shows a command that reports where the page says: %s', async (command) => {
    cli.file('drafts/one.md', bad)
    const words = /^npx --yes coldread (.+)$/.exec(command)?.[1]?.split(' ') ?? []
    const {code, out, err} = await cli.run(words)
    expect({code, err}).toEqual({code: 1, err: ''})
    const file = words[words.indexOf('--output-file') + 1]
    const isWritten = words.includes('--output-file')
    const report = isWritten ? readFileSync(path.join(cli.folder, file ?? ''), 'utf8') : out
    expect(report).toContain('subject-hype')
    // Named again where the program that reads it is told of it.
    if (isWritten) expect(read('docs/ci.md').split(file ?? '').length).toBeGreaterThan(2)
  })

  it('shows a command for each of GitLab, Jenkins and reviewdog', () => {
    expect(commands.map((command) => /--format (\w+)/.exec(command)?.[1])).toEqual(['gitlab', 'checkstyle', 'rdjson'])
  })
})
