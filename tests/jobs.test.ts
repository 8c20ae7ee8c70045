import {spawnSync} from 'node:child_process'
import {readdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {root} from './support/files.js'
import {WorkFolder} from './support/work-folder.js'

const drafts = path.join(root, 'fixtures/drafts')
const folder = new WorkFolder()
/** So many that several threads judge them unasked. */
const many = new WorkFolder()
let command: BuiltCommand

beforeAll(async () => {
  command = await buildCommand()
  folder.write('coldread.config.json', {
    rules: {'opt-out': 'warn'},
    sender: {company: 'Hallam Ice'},
    overrides: [{files: ['some/*1.md'], rules: {'opt-out': 'off', filler: 'error'}}]
  })
  for (let number = 0; number < 80; number++) folder.write(`some/${number}.md`, draft(number))
  for (let number = 0; number < 3050; number++) many.write(`${number}.md`, draft(number % 100))
}, 60_000)

afterAll(() => {
  command.remove()
  folder.remove()
  many.remove()
})

function draft(number: number): string {
  return `---\nsubject: Ice machine ${number}\n---\n\nDear Ms Okoro,\n\nI hope this mail finds you well. We make ice machines, model ${number}!!!\n\nRegards\nJo Perrin\n`
}

function run(args: readonly string[], program = command.program) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    maxBuffer: 1 << 26
  })
  return {status, stdout, stderr}
}

test.each([
  ['drafts of all formats', ['--no-config', '--format', 'json', drafts]],
  ['drafts with settings of their own', ['--format', 'json', '.']],
  ['edits', ['--fix-dry-run', '.']],
  [
    'a draft that cannot be read among others',
    ['--format', 'compact', 'some/1.md', 'nowhere.md', 'some/2.md', 'some/3.md']
  ],
  ['very many drafts', ['--no-config', '--format', 'compact', many.path]],
  ['no draft', ['--only-drafts', 'coldread.config.json']]
])('several threads say what one says of %s', (_, args) => {
  const alone = run(['--jobs', '1', ...args])
  expect(run(args)).toEqual(alone)
  expect(run(['--jobs', '2', ...args])).toEqual(alone)
  expect(run(['--jobs', '4', ...args])).toEqual(alone)
})

test('ends when nobody reads any more', () => {
  const script = `"${process.execPath}" "${command.program}" --jobs 3 --format compact . | head -1`
  const {status, stdout, stderr} = spawnSync('sh', ['-c', script], {cwd: folder.path, encoding: 'utf8'})
  expect({status, lines: stdout.trim().split('\n').length, stderr}).toEqual({status: 0, lines: 1, stderr: ''})
})

test.each([
  [['--jobs', '0'], 'It must be from 1 to 64.'],
  [['--jobs', '5000'], 'It must be from 1 to 64.'],
  [['--jobs', 'many'], 'It must be a whole number.'],
  [['--jobs', '2', '--ndjson'], "option '--ndjson' cannot be used with option '--jobs <number>'"]
])('%s is told to be wrong', (args, message) => {
  const {status, stderr} = run(args)
  expect({status, stderr}).toEqual({status: 2, stderr: expect.stringContaining(message)})
})

test('threads that fail leave the drafts to the first', () => {
  const broken = path.dirname(command.program)
  const alone = run(['--jobs', '1', '--format', 'json', '.'])
  const chunks = readdirSync(broken).filter((name) => /^thread-.*\.cjs$/.test(name))
  expect(chunks).toHaveLength(1)
  for (const name of chunks) rmSync(path.join(broken, name))
  expect(run(['--jobs', '3', '--format', 'json', '.'])).toEqual(alone)
})
