import {spawn} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {formatCache, parseCache} from '../src/cli/cache/file.js'
import {CachedResults} from '../src/cli/cache/results.js'
import {reporters} from '../src/generated/reports.js'
import {lint} from '../src/index.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {files, root} from './support/files.js'

let command: BuiltCommand
let work: string
const home = mkdtempSync(path.join(tmpdir(), 'coldread-cache-'))
const place = '.coldreadcache/results'
const nobody = 65_534

// Each of these starts the command several times.
vi.setConfig({testTimeout: 60_000})

beforeAll(async () => {
  command = await buildCommand()
  // A temporary folder is its owner's alone; some runs here are somebody else's.
  chmodSync(path.join(command.program, '../..'), 0o755)
  chmodSync(home, 0o755)
}, 120_000)
afterAll(() => {
  command.remove()
  rmSync(home, {recursive: true})
})

/** A project of a few drafts in every format, in a folder of its own. */
function project(): void {
  work = mkdtempSync(path.join(home, 'project-'))
  chmodSync(work, 0o777)
  mkdirSync(path.join(work, '.git'))
  for (const name of ['103.md', '106.md', '109.html', '110.txt', '107.eml'])
    cpSync(path.join(root, 'fixtures/drafts/en', name), path.join(work, 'drafts', name))
}

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function run(args: readonly string[], more: {readonly uid?: number; readonly program?: string} = {}): Promise<Ran> {
  const {uid, program = command.program} = more
  const isRoot = process.getuid?.() === 0
  const child = spawn(process.execPath, [program, ...args], {
    cwd: work,
    ...(uid !== undefined && isRoot && {uid, gid: uid})
  })
  const said = {out: '', err: ''}
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({code, ...said})))
}

const read = (file = place) => readFileSync(path.join(work, file))
const drafts = files('fixtures/drafts').filter((file) => /\.(?:md|txt|html|eml)$/.test(file))

describe('results that come out of the cache', () => {
  test('are the results that went in, for every draft there is', async () => {
    const results = new CachedResults()
    const judged = await Promise.all(
      drafts.map(async (file) => [file, await lint(readFileSync(path.join(root, file)), {file})] as const)
    )
    for (const [file, result] of judged) results.set(file.replaceAll(' ', '_'), result)
    const back = parseCache(formatCache(results, 'a build'), 'a build')
    for (const [file, result] of judged) expect(back?.get(file.replaceAll(' ', '_'))).toStrictEqual(result)
  })

  test('give the same reports, of the run that kept them and of those after it', async () => {
    project()
    for (const format of Object.keys(reporters)) {
      const plain = await run(['drafts', '--format', format])
      expect(plain.code).toBe(1)
      for (const _ of ['first', 'second'])
        expect((await run(['drafts', '--format', format, '--cache'])).out === plain.out, format).toBe(true)
    }
  })

  test('take the place of the linter: nothing of it is loaded', async () => {
    project()
    const trace = path.join(work, 'trace.cjs')
    writeFileSync(
      trace,
      `const fs = require('node:fs'), {readFileSync, appendFileSync} = fs
fs.readFileSync = (file, ...more) => {
  if (/cli.[^.]+\\.(?:cjs|bin)$/.test(String(file))) appendFileSync(${JSON.stringify(path.join(work, 'loaded'))}, file + '\\n')
  return readFileSync(file, ...more)
}`
    )
    const loaded = async () => {
      rmSync(path.join(work, 'loaded'), {force: true})
      const child = spawn(process.execPath, ['-r', trace, command.program, '--cache', 'drafts'], {
        cwd: work,
        stdio: 'ignore'
      })
      await new Promise((resolve) => child.on('close', resolve))
      const names = read('loaded').toString().trim().split('\n')
      return {
        bytes: names.reduce((sum, name) => sum + statSync(name).size, 0),
        tables: names.filter((name) => name.endsWith('.bin'))
      }
    }
    const first = await loaded()
    expect(first.tables).not.toEqual([])
    const second = await loaded()
    expect(second.tables).toEqual([])
    // What is left is the command line itself, most of it commander.
    expect(second.bytes).toBeLessThan(150_000)
  })
})

describe('a result is kept for what it follows from', () => {
  const json = ['--format', 'json', '--cache']
  const ids = ({out}: Ran): string[] =>
    JSON.parse(out).flatMap(({messages}: {messages: {ruleId: string}[]}) => messages.map(({ruleId}) => ruleId))
  const config = (value: object) => writeFileSync(path.join(work, 'coldread.config.json'), JSON.stringify(value))

  const changes: [string, () => void, string[]][] = [
    ['another draft', () => writeFileSync(path.join(work, 'drafts/106.md'), '---\nsubject: Racks\n---\n\nHi,\n'), []],
    ['the level of a rule', () => config({rules: {'opening-identity': 'off', 'subject-vague': 'error'}}), []],
    ['an override', () => config({overrides: [{files: ['drafts/106.md'], rules: {'opening-identity': 'off'}}]}), []],
    ['the sender', () => config({sender: {company: 'Something'}}), []],
    ['the language', () => config({language: 'fa'}), []],
    ['a rule for this run', () => undefined, ['--rule', 'opening-identity:off']],
    ['another format', () => undefined, ['--format-as', 'text']]
  ]
  test.each(changes)('%s is judged anew', async (_, change, args) => {
    project()
    await run([...json, 'drafts'])
    change()
    const plain = await run(['--format', 'json', 'drafts', ...args])
    expect(await run([...json, 'drafts', ...args])).toEqual(plain)
    expect(await run([...json, 'drafts', ...args])).toEqual(plain)
  })

  test('the same words under a name that other settings hold for are judged by those', async () => {
    project()
    cpSync(path.join(work, 'drafts/106.md'), path.join(work, 'other/106.md'))
    config({overrides: [{files: ['other/'], rules: {'opening-identity': 'off'}}]})
    for (const _ of ['first', 'second']) {
      expect(ids(await run([...json, 'drafts/106.md']))).toContain('opening-identity')
      expect(ids(await run([...json, 'other/106.md']))).not.toContain('opening-identity')
    }
  })

  test('another build forgets it', async () => {
    project()
    const other = mkdtempSync(path.join(home, 'other-'))
    cpSync(path.dirname(command.program), other, {recursive: true})
    writeFileSync(path.join(other, 'build-id'), 'another')
    await run(['--cache', 'drafts'])
    const ours = read()
    const program = path.join(other, 'coldread.cjs')
    expect(await run(['--cache', 'drafts'], {program})).toEqual(await run(['drafts']))
    expect(read()).not.toEqual(ours)
  })

  test('what a fix made of a draft is judged, and fixed no further', async () => {
    project()
    const bare = mkdtempSync(path.join(home, 'plain-'))
    cpSync(work, bare, {recursive: true})
    const fixed = [await run(['--cache', '--fix', 'drafts']), await run(['--cache', '--fix', 'drafts'])]
    work = bare
    expect(fixed).toEqual([await run(['--fix', 'drafts']), await run(['--fix', 'drafts'])])
  })
})

describe('the file of the cache', () => {
  test('is passed over by git and by the search for drafts, and stays as it is where nothing is new', async () => {
    project()
    await run(['--cache'])
    expect(read('.coldreadcache/.gitignore').toString()).toBe('*\n')
    expect(readdirSync(path.join(work, '.coldreadcache')).sort()).toEqual(['.gitignore', 'results'])
    const {ino} = statSync(path.join(work, place))
    expect((await run(['--cache', '--verbose'])).err).toBe('')
    expect(statSync(path.join(work, place)).ino).toBe(ino)
  })

  test('stands beside the configuration, wherever the command is run', async () => {
    project()
    writeFileSync(path.join(work, 'coldread.config.json'), '{}')
    work = path.join(work, 'drafts')
    await run(['--cache'])
    expect(existsSync(path.join(work, '..', place))).toBe(true)
  })

  test.each([
    ['kept/here', 'kept/here'],
    ['kept/', 'kept/results']
  ])('can be named: %s', async (asked, file) => {
    project()
    await run(['--cache', '--cache-location', asked, 'drafts'])
    expect(read(file).length).toBeGreaterThan(100)
  })

  const broken: [string, (file: string, whole: Buffer) => void][] = [
    ['cut short', (file, whole) => truncateSync(file, Math.floor(whole.length / 2))],
    ['cut at its last line end', (file, whole) => truncateSync(file, whole.length - 1)],
    ['empty', (file) => truncateSync(file, 0)],
    [
      'changed in one place',
      (file, whole) => writeFileSync(file, whole.toString('latin1').replace('opening', 'Opening'), 'latin1')
    ],
    ['written twice', (file, whole) => writeFileSync(file, Buffer.concat([whole, whole]))],
    ['something else', (file) => writeFileSync(file, Buffer.from([0, 255, 10, 10]))]
  ]
  test.each(broken)('%s, is as none', async (_, spoil) => {
    project()
    const plain = await run(['drafts'])
    await run(['--cache', 'drafts'])
    const whole = read()
    spoil(path.join(work, place), whole)
    expect(read()).not.toEqual(whole)
    expect(await run(['--cache', 'drafts'])).toEqual(plain)
    expect(read()).toEqual(whole)
  })

  const unfit: [string, () => void, RegExp][] = [
    [
      'a folder in its place',
      () => mkdirSync(path.join(work, place), {recursive: true}),
      /could not be read.*: it is a folder\n$/
    ],
    [
      'a file that may not be read',
      () => {
        mkdirSync(path.join(work, '.coldreadcache'))
        writeFileSync(path.join(work, place), '', {mode: 0})
      },
      /could not be read.*: no permission to read it\n$/
    ],
    [
      'a folder that may not be written',
      () => chmodSync(work, 0o555),
      /could not be written.*: no permission to write there\n$/
    ],
    [
      'a file for a folder',
      () => writeFileSync(path.join(work, '.coldreadcache'), ''),
      /^coldread: the cache could not be read.*\n$/
    ]
  ]
  test.each(unfit)('%s is told once, and every draft judged', async (_, spoil, message) => {
    project()
    const plain = await run(['drafts'])
    spoil()
    const cached = await run(['--cache', 'drafts'], {uid: nobody})
    expect(cached).toEqual({...plain, err: expect.stringMatching(message)})
    expect(cached.err.trim().split('\n')).toHaveLength(1)
  })

  test('is whole after many runs at once', async () => {
    project()
    const plain = await run(['drafts'])
    const all = await Promise.all(Array.from({length: 6}, () => run(['--cache', 'drafts'])))
    for (const each of all) expect(each).toEqual(plain)
    const whole = read()
    expect(await run(['--cache', 'drafts'])).toEqual(plain)
    expect(read()).toEqual(whole)
    expect(readdirSync(path.join(work, '.coldreadcache')).sort()).toEqual(['.gitignore', 'results'])
  })

  test('forgets what a run did not use once it is large', async () => {
    const result = await lint('---\nsubject: Racks\n---\n\nHi,\n')
    const large = {...result, findings: result.findings.map((each) => ({...each, text: 'x'.repeat(1_000_000)}))}
    const results = new CachedResults()
    results.set('small', result)
    for (let i = 0; i < 20; i++) results.set(`large-${i}`, large)
    const before = parseCache(formatCache(results, 'b'), 'b')
    expect(before?.get('small')).toEqual(result)
    const after = before?.toKeep()
    expect([...(after?.lines.keys() ?? [])]).toEqual(['small'])
    expect(after?.get('small')).toEqual(result)
  })
})
