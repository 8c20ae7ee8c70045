import {readFileSync, renameSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import {Cli} from './support/cli.js'

vi.setConfig({testTimeout: 60_000})

let cli: Cli
const rules: Record<string, string> = {parse: 'off', suppression: 'off'}
const draft = (text: string) => `---\nsubject: Racks\nlang: en\n---\n\n${text}\n`

beforeAll(async () => {
  cli = await Cli.build()
  for (const [, id = ''] of (await cli.run(['rules'])).out.matchAll(/^([a-z-]+) /gm)) rules[id] = 'off'
}, 60_000)
afterAll(() => cli.remove())

const running: {kill(): void}[] = []
afterEach(() => {
  for (const each of running.splice(0)) each.kill()
})

/** A watch of a folder with one draft, once it has said what it found. */
class Watch {
  private readonly process
  /** How much of what it said was looked at. */
  private seen = 0

  constructor(
    readonly folder: string,
    args: readonly string[] = []
  ) {
    this.process = cli.start(['--watch', '--format', 'compact', ...args], folder)
    running.push(this.process.child)
  }

  /** What it says next, up to the line that tells of its waiting. */
  async report(): Promise<{out: string; err: string}> {
    const {said} = this.process
    const waits = () => said.err.indexOf('\n', said.err.indexOf('watching for changes', this.seen)) + 1
    await vi.waitUntil(() => said.err.includes('watching for changes', this.seen) && waits() > 0, {
      timeout: 20_000,
      interval: 20
    })
    const whole = {out: said.out, err: said.err.slice(this.seen, waits())}
    this.seen = waits()
    said.out = ''
    return whole
  }

  get said() {
    return this.process.said
  }

  async endBy(signal: NodeJS.Signals): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.child.on('close', resolve))
    this.process.child.kill(signal)
    return ended
  }

  file(name: string): string {
    return path.join(cli.folder, this.folder, name)
  }
}

/** A folder with a configuration and a draft in which a word is misspelt. */
function project(folder: string): void {
  cli.file(`${folder}/coldread.config.json`, JSON.stringify({rules: {...rules, 'test-spelling': 'error'}}))
  cli.file(`${folder}/old/a.md`, draft('see teh racks.'))
}

async function watch(folder: string, args: readonly string[] = []): Promise<Watch> {
  project(folder)
  const watch = new Watch(folder, args)
  const first = await watch.report()
  expect(first.err).toBe('coldread: watching for changes; Ctrl+C ends\n')
  if (args.length === 0) expect(first.out).toContain('old/a.md:6:5: error: Misspelt word.')
  return watch
}

const changed = (name: string) =>
  expect.stringMatching(RegExp(`^coldread: \\d\\d:\\d\\d:\\d\\d ${name} changed\ncoldread: watching for changes`))
const clean = (drafts = '1 draft') => `${drafts}, nothing found.\n`

describe('--watch', () => {
  test('lints again when a draft is saved, made, renamed or taken away', async () => {
    const on = await watch('drafts')
    writeFileSync(on.file('old/a.md'), draft('see the racks.'))
    expect(await on.report()).toEqual({out: clean(), err: changed('old/a\\.md')})
    writeFileSync(on.file('b.md'), draft('see teh bays.'))
    expect(await on.report()).toEqual({out: expect.stringContaining('b.md:6:5'), err: changed('b\\.md')})
    renameSync(on.file('b.md'), on.file('c.md'))
    expect((await on.report()).out).toContain('c.md:6:5')
    rmSync(on.file('c.md'))
    expect((await on.report()).out).toBe(clean())
    cli.file('drafts/fresh/folder/d.md', draft('see teh rest.'))
    expect((await on.report()).out).toContain('fresh/folder/d.md:6:5')
  })

  test('sees a draft that an editor replaces by another file', async () => {
    const on = await watch('atomic')
    for (const text of ['see the racks.', 'see teh bays.', 'see the bays.']) {
      writeFileSync(on.file('old/.a.md.swp'), draft(text))
      renameSync(on.file('old/.a.md.swp'), on.file('old/a.md'))
      expect((await on.report()).out).toContain(text.includes('teh') ? 'old/a.md:6:5' : 'nothing found')
    }
  })

  test('follows the configuration, also through a time when it is wrong', async () => {
    const on = await watch('config')
    const config = on.file('coldread.config.json')
    const good = readFileSync(config, 'utf8')
    writeFileSync(config, good.replace('"test-spelling":"error"', '"test-spelling":"warn"'))
    expect(await on.report()).toEqual({
      out: expect.stringContaining('1 warning in 1 draft'),
      err: changed('coldread\\.config\\.json')
    })
    writeFileSync(config, '{"rules": {"no-such-rule": "off"}}')
    expect(await on.report()).toEqual({
      out: '',
      err: expect.stringMatching(/`no-such-rule` is no rule.*\ncoldread: watching for changes that mend it/)
    })
    writeFileSync(config, JSON.stringify({extends: './base.yaml'}))
    expect((await on.report()).err).toContain('base.yaml')
    writeFileSync(on.file('base.yaml'), good)
    writeFileSync(config, JSON.stringify({extends: './base.yaml', ignore: []}))
    expect((await on.report()).out).toContain('1 error in 1 draft')
    writeFileSync(on.file('base.yaml'), good.replace('"test-spelling":"error"', '"test-spelling":"off"'))
    expect((await on.report()).out).toBe(clean())
  })

  test('follows the baseline and .gitignore', async () => {
    const on = await watch('baseline')
    const entry = {file: 'old/a.md', rule: 'test-spelling', words: 'teh'}
    writeFileSync(on.file('coldread-suppressions.json'), JSON.stringify({version: 1, suppressions: [entry]}))
    expect((await on.report()).out).toBe('1 draft, nothing found. 1 accepted by coldread-suppressions.json.\n')
    writeFileSync(on.file('.gitignore'), 'old/\n')
    expect((await on.report()).err).toContain('no draft was found')
  })

  test('stays still where nothing was changed, and where files are no drafts', async () => {
    const on = await watch('still')
    writeFileSync(on.file('notes.csv'), 'a,b\n')
    cli.file('still/node_modules/x/README.md', draft('see teh module.'))
    cli.file('still/.hidden/b.md', draft('see teh hidden.'))
    utimesSync(on.file('old/a.md'), new Date(), new Date())
    writeFileSync(on.file('old/a.md'), draft('see teh racks.'))
    writeFileSync(on.file('b.md'), draft('see the end.'))
    // What came before would have been told of before this.
    expect(await on.report()).toEqual({out: expect.stringContaining('1 of 2 drafts'), err: changed('b\\.md')})
  })

  test('with --fix mends each draft once and does not chase its own edits', async () => {
    const on = await watch('fix', ['--fix'])
    expect(readFileSync(on.file('old/a.md'), 'utf8')).toContain('see the racks')
    writeFileSync(on.file('b.md'), draft('see teh bays.'))
    expect(await on.report()).toEqual({out: '2 drafts, nothing found. 1 edit made.\n', err: changed('b\\.md')})
    expect(readFileSync(on.file('b.md'), 'utf8')).toContain('see the bays')
    writeFileSync(on.file('c.md'), draft('see the end.'))
    expect(await on.report()).toEqual({out: clean('3 drafts'), err: changed('c\\.md')})
  })

  test('keeps to the paths that were named, and to the folder of a glob', async () => {
    cli.file('paths/other/x.md', draft('see teh other.'))
    const on = await watch('paths', ['old/*.md'])
    writeFileSync(on.file('other/x.md'), draft('see teh others.'))
    writeFileSync(on.file('old/b.md'), draft('see the bays.'))
    expect(await on.report()).toEqual({out: expect.stringContaining('1 of 2 drafts'), err: changed('old/b\\.md')})
  })

  test('writes each report whole to a file', async () => {
    const on = await watch('file', ['--output-file', 'report.txt'])
    expect(readFileSync(on.file('report.txt'), 'utf8')).toContain('1 error in 1 draft')
    writeFileSync(on.file('old/a.md'), draft('see the racks.'))
    await on.report()
    expect(readFileSync(on.file('report.txt'), 'utf8')).toBe(clean())
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('ends on %s with %i', async (signal, code) => {
    const on = await watch(signal)
    expect(await on.endBy(signal)).toBe(code)
    expect(on.said.out).toBe('')
  })

  test.each([
    ['standard input', ['-'], 'name a file or a folder'],
    ['what is staged', ['--staged'], '--watch and --staged exclude each other'],
    ['accepting', ['--suppress-all'], '--watch and --suppress-all exclude each other'],
    ['an unknown format', ['--format', 'none-such'], 'there is no format `none-such`']
  ])('is not for %s', async (_, args, message) => {
    expect(await cli.run(['--watch', ...args])).toEqual({code: 2, out: '', err: expect.stringContaining(message)})
  })
})
