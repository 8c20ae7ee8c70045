import {spawn} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {formatBaseline, parseBaseline} from '../src/baseline/index.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {codeBlocks} from './support/code-blocks.js'
import {root} from './support/files.js'

vi.setConfig({testTimeout: 60_000})

const page = 'docs/adopting.md'
const folder = mkdtempSync(path.join(tmpdir(), 'coldread-adopting-'))
let command: BuiltCommand

beforeAll(async () => {
  command = await buildCommand()
  mkdirSync(path.join(folder, '.git'))
  for (const name of ['colourful.html', 'encoded.eml', 'good-letter.md', 'hype.md'])
    cpSync(path.join(root, 'fixtures/samples', name), path.join(folder, 'templates', name.replace('hype', 'offer')))
}, 60_000)
afterAll(() => {
  command.remove()
  rmSync(folder, {recursive: true})
})

/** What people do between the commands of the page. */
const before: Readonly<Record<string, () => void>> = {
  '--format compact templates new.md': () =>
    edit('templates/good-letter.md', 'new.md', /^subject: /m, 'subject: Don’t miss ')
}

/** The template is mended after the first time that this is run. */
const after: Readonly<Record<string, () => void>> = {
  '--format compact templates new.md': () =>
    edit('templates/offer.md', 'templates/offer.md', /^subject: .*$/m, 'subject: Growth platform, 12 euro a seat')
}

function edit(from: string, to: string, what: RegExp, by: string): void {
  writeFileSync(path.join(folder, to), readFileSync(path.join(folder, from), 'utf8').replace(what, by))
}

/** How many findings there are, and `…` in the page, are for the rules to say. */
function asShown(text: string): RegExp {
  const pattern = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
    .replace(/…/g, '.*')
  return RegExp(`^${pattern}$`)
}

function run(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [command.program, ...args], {cwd: folder})
  let said = ''
  const listen = (text: string) => {
    said += text
    if (said.includes('watching for changes')) child.kill('SIGINT')
  }
  child.stdout.setEncoding('utf8').on('data', listen)
  child.stderr.setEncoding('utf8').on('data', listen)
  return new Promise((resolve) => child.on('close', () => resolve(said)))
}

describe(page, () => {
  test('shows what each of its commands says, one after the other', async () => {
    const sessions = codeBlocks(page, 'console').map((block) => block.split(/^\$ coldread (.*)\n/).slice(1))
    expect(sessions.length).toBeGreaterThan(7)
    for (const [line = '', said = ''] of sessions) {
      before[line]?.()
      const really = await run(line.split(' '))
      if (said !== '') expect(really).toMatch(asShown(said))
      after[line]?.()
    }
  })

  test('shows a file as it would be written', () => {
    const [text = ''] = codeBlocks(page, 'json')
    expect(formatBaseline(parseBaseline(text, 'a.json'))).toBe(text)
  })
})
