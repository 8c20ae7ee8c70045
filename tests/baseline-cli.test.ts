import {chmodSync, mkdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {Cli} from './support/cli.js'

let cli: Cli
const name = 'coldread-suppressions.json'
const compact = ['--format', 'compact']

/** Only the rules of these tests, so that nothing here depends on what the others find. */
const rules: Record<string, string> = {parse: 'off', suppression: 'off'}

const draft = (text: string) => `---\nsubject: Racks\nlang: en\n---\n\n${text}\n`

// Each of these starts the command several times.
vi.setConfig({testTimeout: 30_000})

beforeAll(async () => {
  cli = await Cli.build()
  for (const [, id = ''] of (await cli.run(['rules'])).out.matchAll(/^([a-z-]+) /gm)) rules[id] = 'off'
}, 60_000)
afterAll(() => cli.remove())

/** A project with two old drafts: three misspelt words, and two drafts that say nothing of a way out. */
function project(folder: string): string {
  const config = {rules: {...rules, 'test-spelling': 'error', 'opt-out': 'warn'}}
  cli.file(`${folder}/coldread.config.json`, JSON.stringify(config))
  cli.file(`${folder}/old/a.md`, draft('Hi Ann,\n\nsee teh racks and teh shelves.'))
  cli.file(`${folder}/old/b.md`, draft('Hi Ann,\n\nsee teh bays.'))
  return folder
}

const text = (folder: string, file = name) => readFileSync(path.join(cli.folder, folder, file), 'utf8')

describe('--suppress-all', () => {
  test('accepts what there is: one entry a line, in one order, beside the configuration', async () => {
    const folder = project('all')
    expect(await cli.run(['--suppress-all'], `${folder}/old`)).toEqual({
      code: 0,
      out: expect.stringMatching(/^2 drafts, nothing found\. 5 accepted by .*coldread-suppressions\.json\.\n$/),
      err: ''
    })
    expect(text(folder)).toBe(`{
  "version": 1,
  "suppressions": [
    {"file": "old/a.md", "rule": "opt-out"},
    {"file": "old/a.md", "rule": "test-spelling", "words": "teh", "count": 2},
    {"file": "old/b.md", "rule": "opt-out"},
    {"file": "old/b.md", "rule": "test-spelling", "words": "teh"}
  ]
}
`)
    expect(await cli.run([], folder)).toEqual({
      code: 0,
      out: `2 drafts, nothing found. 5 accepted by ${name}.\n`,
      err: ''
    })
  })

  test('lets new findings fail, in old drafts and new ones', async () => {
    const folder = project('new')
    await cli.run(['--suppress-all'], folder)
    cli.file(`${folder}/old/a.md`, draft('Hi Ann,\n\nwe moved.\n\nsee teh\nracks, teh shelves, teh rails.'))
    cli.file(`${folder}/new.md`, draft('see teh rest.'))
    const {code, out} = await cli.run(compact, folder)
    expect(code).toBe(1)
    expect(out).toContain('old/a.md:11:21: error: Misspelt word. [test-spelling]')
    expect(out).toContain('new.md:6:5: error: Misspelt word. [test-spelling]')
    expect(out).toMatch(/\n2 errors and 1 warning in 2 of 3 drafts\..* 5 accepted by coldread-suppressions\.json\.\n$/)
  })

  test('after --fix accepts only what no fix mends', async () => {
    const folder = project('fix')
    expect((await cli.run(['--fix', '--suppress-all'], folder)).code).toBe(0)
    expect(text(folder)).not.toContain('test-spelling')
    expect(text(folder)).toContain('opt-out')
    expect(text(folder, 'old/b.md')).toContain('see the bays')
  })

  test('run again takes what is mended out, and leaves drafts alone that were not in the run', async () => {
    const folder = project('again')
    await cli.run(['--suppress-all'], folder)
    cli.file(`${folder}/old/a.md`, draft('Hi Ann,\n\nsee teh racks.'))
    expect((await cli.run(['--suppress-all', 'old/a.md'], folder)).code).toBe(0)
    expect(text(folder)).toContain('{"file": "old/a.md", "rule": "test-spelling", "words": "teh"}')
    expect(text(folder)).toContain('{"file": "old/b.md", "rule": "test-spelling", "words": "teh"}')
  })

  test('reads every draft though nobody reads the report', async () => {
    const folder = project('pipe')
    for (let i = 0; i < 300; i++) cli.file(`${folder}/more/${i}.md`, draft('see teh bays.'))
    await cli.run(['--suppress-rule', 'opt-out', ...compact], folder, {hangUp: true})
    expect(text(folder).match(/"rule": "opt-out"/g)).toHaveLength(302)
  })

  test('shows accepted findings to programs as suppressed by a file', async () => {
    const folder = project('json')
    await cli.run(['--suppress-all'], folder)
    const [first] = JSON.parse((await cli.run(['--format', 'json'], folder)).out)
    expect(first).toMatchObject({messages: [], errorCount: 0})
    expect(first.suppressedMessages).toContainEqual(
      expect.objectContaining({
        ruleId: 'test-spelling',
        suppressions: [{kind: 'file', justification: `accepted by ${name}`}]
      })
    )
  })

  test('holds for a draft on standard input that stands for a file', async () => {
    const folder = project('stdin')
    await cli.run(['--suppress-all'], folder)
    const input = text(folder, 'old/b.md')
    expect((await cli.run(['-', '--stdin-filename', 'old/b.md'], folder, {input})).code).toBe(0)
    expect((await cli.run(['-', '--stdin-filename', 'old/c.md'], folder, {input})).code).toBe(1)
  })

  test('writes nothing where nothing is found', async () => {
    const folder = project('none')
    cli.file(`${folder}/clean.md`, draft('Hi Ann. Answer no and I will not write again.'))
    expect((await cli.run(['--suppress-rule', 'test-spelling', 'clean.md'], folder)).code).toBe(0)
    expect(() => text(folder)).toThrow('ENOENT')
  })
})

describe('--suppress-rule', () => {
  test('accepts what these rules find, and only that', async () => {
    const folder = project('rule')
    const {code, out} = await cli.run(['--suppress-rule', 'opt-out', ...compact], folder)
    expect(code).toBe(1)
    expect(out).toContain('3 errors in 2 of 2 drafts.')
    expect(out).toContain('2 accepted')
    expect((await cli.run(['--suppress-rule', 'test-spelling', '--suppress-rule', 'opt-out'], folder)).code).toBe(0)
  })

  test('keeps what was accepted of other rules', async () => {
    const folder = project('rules')
    await cli.run(['--suppress-rule', 'opt-out'], folder)
    expect((await cli.run(['--suppress-rule', 'test-spelling'], folder)).code).toBe(0)
    expect(text(folder).match(/"rule"/g)).toHaveLength(4)
  })
})

describe('what is accepted and mended', () => {
  const message = (what: string) =>
    `coldread: ${name} still accepts ${what}. --prune-suppressions takes them out, --pass-on-unpruned-suppressions lets them stand\n`

  async function mended(folder: string) {
    project(folder)
    await cli.run(['--suppress-all'], folder)
    cli.file(`${folder}/old/a.md`, draft('Hi Ann,\n\nsee the racks and teh shelves.'))
    return folder
  }

  test('fails until it is pruned, as in ESLint', async () => {
    const folder = await mended('mended')
    expect(await cli.run([], folder)).toEqual({
      code: 2,
      out: `2 drafts, nothing found. 4 accepted by ${name}.\n`,
      err: message('1 finding that is gone: old/a.md test-spelling “teh”')
    })
    expect((await cli.run(['--pass-on-unpruned-suppressions'], folder)).code).toBe(0)
    expect((await cli.run(['old/b.md'], folder)).code).toBe(0)
    expect(await cli.run(['--prune-suppressions'], folder)).toMatchObject({code: 0, err: ''})
    expect(text(folder)).toContain('{"file": "old/a.md", "rule": "test-spelling", "words": "teh"}')
    expect((await cli.run([], folder)).code).toBe(0)
  })

  test('is forgotten with its draft when it is pruned', async () => {
    const folder = await mended('gone')
    rmSync(path.join(cli.folder, folder, 'old/b.md'))
    await cli.run(['--prune-suppressions'], folder)
    expect(text(folder)).not.toContain('old/b.md')
  })

  test('accepts nothing new while it is pruned', async () => {
    const folder = await mended('prune-new')
    cli.file(`${folder}/new.md`, draft('see teh rest.'))
    expect((await cli.run(['--prune-suppressions'], folder)).code).toBe(1)
    expect(text(folder)).not.toContain('new.md')
  })
})

describe('the place of the file', () => {
  test('can be named, and its paths count from it', async () => {
    const folder = project('named')
    cli.file(`${folder}/quality/.keep`)
    const args = ['--suppressions-location', 'quality/accepted.json']
    expect((await cli.run(['--suppress-all', ...args], folder)).code).toBe(0)
    expect(text(folder, 'quality/accepted.json')).toContain('"file": "../old/a.md"')
    expect((await cli.run(args, folder)).code).toBe(0)
    expect((await cli.run([], folder)).code).toBe(1)
  })

  test('is found from a folder below, without a configuration too', async () => {
    const folder = 'below'
    cli.file(`${folder}/old/a.md`, draft('see teh racks.'))
    const only = [...Object.keys(rules).flatMap((id) => ['--rule', `${id}:off`]), '--rule', 'test-spelling:error']
    await cli.run(['--suppress-all', ...only], folder)
    expect(text(folder)).toContain('"file": "old/a.md"')
    expect((await cli.run(only, `${folder}/old`)).code).toBe(0)
  })
})

describe('what can not be used', () => {
  const whole = (version: unknown, suppressions: unknown) => JSON.stringify({version, suppressions})
  const restore = 'restore it, or delete it and accept anew with --suppress-all'
  const bad: [string, string, string | RegExp][] = [
    ['another version', whole(2, []), /it is of version 2 and this Coldread reads version 1/],
    ['no version', '{"old/a.md": {"opt-out": {"count": 1}}}', /no file of accepted findings that Coldread wrote/],
    ['half of it', '{\n  "version": 1,\n  "suppr', RegExp(`cut short or no valid JSON .*; ${restore}`)],
    ['nothing in it', '', /cut short or no valid JSON/],
    ['no list', whole(1, {}), /it has no list of `suppressions`/],
    ['an entry that is none', whole(1, [{file: 'a.md'}]), /entry 1 is not of the form/],
    ['a count that is none', whole(1, [{file: 'a.md', rule: 'x', count: -1}]), /entry 1 is not of the form/],
    ['more than it knows', whole(1, [{file: 'a.md', rule: 'x', until: 'May'}]), /entry 1 is not of the form/],
    [
      'conflict markers',
      '{\n  "version": 1,\n  "suppressions": [\n<<<<<<< HEAD\n=======\n>>>>>>> other\n  ]\n}\n',
      /coldread-suppressions\.json:4:1: a merge left its conflict markers here: keep the lines of both sides/
    ]
  ]
  test.each(bad)('%s is told, and never written over', async (what, content, message) => {
    const folder = project(`bad/${what.replaceAll(' ', '-')}`)
    cli.file(`${folder}/${name}`, content)
    for (const args of [[], ['--suppress-all'], ['--prune-suppressions']]) {
      expect(await cli.run(args, folder)).toEqual({code: 2, out: '', err: expect.stringMatching(message)})
      expect(text(folder)).toBe(content)
    }
  })

  test('a folder in its place', async () => {
    const folder = project('folder')
    mkdirSync(path.join(cli.folder, folder, name))
    expect(await cli.run([], folder)).toMatchObject({code: 2, err: expect.stringContaining('it is a folder')})
  })

  test('a file that may not be read, and one that may not be written', async () => {
    const folder = project('locked')
    await cli.run(['--suppress-rule', 'opt-out'], folder)
    const file = path.join(cli.folder, folder, name)
    chmodSync(file, 0o000)
    const unprivileged = {unprivileged: true}
    expect(await cli.run([], folder, unprivileged)).toMatchObject({
      code: 2,
      err: `coldread: ${name}: there is no permission to read it, so nobody knows what was accepted\n`
    })
    chmodSync(file, 0o444)
    const before = text(folder)
    expect(await cli.run(['--suppress-all'], folder, unprivileged)).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is read-only or another program changed it meanwhile')
    })
    expect(text(folder)).toBe(before)
    expect(statSync(file).mode & 0o777).toBe(0o444)
  })

  const wrong: [string, string[], string][] = [
    ['two ways to write', ['--suppress-all', '--prune-suppressions'], 'exclude each other; run one after the other'],
    ['standard input', ['--suppress-all', '-'], 'name the file in place of -'],
    ['a dry run', ['--suppress-all', '--fix-dry-run'], 'use --fix, or neither'],
    ['what is staged', ['--suppress-all', '--staged'], 'run it without --staged'],
    ['what changed', ['--prune-suppressions', '--since', 'HEAD'], 'run it without --since'],
    ['an unknown rule', ['--suppress-rule', 'opt-uot'], '`opt-uot` is no rule: did you mean `opt-out`?'],
    ['a file that is not there', ['--suppressions-location', 'none.json'], 'none.json: there is no such file'],
    [
      'a folder that is not there',
      ['--suppress-all', '--suppressions-location', 'no/a.json'],
      'its folder does not exist'
    ]
  ]
  test.each(wrong)('%s', async (_, args, message) => {
    const folder = project('wrong')
    expect(await cli.run(args, folder)).toMatchObject({code: 2, err: expect.stringContaining(message)})
    expect(() => text(folder)).toThrow('ENOENT')
  })
})
