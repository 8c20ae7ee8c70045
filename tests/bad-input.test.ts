import {chmodSync, readFileSync, symlinkSync, truncateSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Cli, type Ran} from './support/cli.js'

let cli: Cli

beforeAll(async () => {
  cli = await Cli.build()
}, 60_000)
afterAll(() => cli.remove())

const body = 'Hi,\n\nWe at Brackwell Motion repair spindles.\n'
const md = (frontMatter: string) => `---\n${frontMatter}\n---\n\n${body}`
const eml = (contentType: string, content: string) =>
  `From: jo@brackwell.example\r\nSubject: Spindles\r\nMIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n${content}`

function nested(depth: number): string {
  let message = ''
  for (let i = 0; i < depth; i++) message += `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`
  return eml(
    'multipart/mixed; boundary=b0',
    `${message}--b${depth}\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b${depth}--\r\n`
  )
}

/** Files that coldread can't lint, and the one line that says so. */
const refused: readonly [string, () => void, string][] = [
  ['missing.md', () => undefined, 'no such file or folder'],
  ['circle.md', () => symlinkSync('circle.md', `${cli.folder}/bad/circle.md`), 'its symbolic links lead in a circle'],
  [
    'picture.md',
    () => cli.file('bad/picture.md', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    'it is a binary file, not the text of a mail'
  ],
  [
    'latin.md',
    () => cli.file('bad/latin.md', Buffer.from('Hi,\n\nvoil\u00e0\n', 'latin1')),
    'line 3 is not valid UTF-8; save the file as UTF-8'
  ],
  [
    'huge.md',
    () => truncateSync(cli.file('bad/huge.md'), 50_000_000),
    'it has 50,000,000 bytes, more than the limit of 10,000,000 bytes; --max-file-size sets another'
  ]
]

/** Files that are linted as far as they can be read, and what is found in them. */
const found: readonly [string, string | Buffer, string, RegExp][] = [
  ['empty.md', '', 'subject-missing', /./],
  ['empty.eml', '', 'subject-missing', /./],
  ['charset.eml', eml('text/plain; charset=x-unheard-of', body), 'parse', /x-unheard-of/],
  ['truncated.eml', eml('multipart/mixed; boundary=b', '--b\r\nContent-Type: text/pl'), 'parse', /boundary|cut|end/i],
  ['deep.eml', nested(500), 'parse', /deep|levels/i],
  [
    'unclosed.eml',
    eml('multipart/mixed; boundary=b', `--b\r\nContent-Type: text/plain\r\n\r\n${body}`),
    'parse',
    /boundary|end/i
  ],
  ['no-yaml.md', md('subject: [Spindles\nfrom: "jo'), 'parse', /front matter/],
  ['no-map.md', md('- subject\n- from'), 'parse', /front matter/],
  [
    'unbalanced.html',
    `<!-- subject: Spindles --><table><tr><td><b>Hi,<p>We at <i>Brackwell</b> repair</div>`,
    'opt-out',
    /./
  ],
  ['nested.html', `<!-- subject: Spindles -->${'<div>'.repeat(100_000)}Hi`, 'parse', /deep|levels/i],
  ['long.md', md('subject: Spindles').concat('a'.repeat(1_000_000)), 'opt-out', /./],
  ['braces.md', md('subject: Spindles').concat('{'.repeat(100_000)), 'opt-out', /./],
  ['stars.md', md('subject: Spindles').concat('*'.repeat(100_000)), 'opt-out', /./],
  ['number.md', md('subject: 42'), 'opt-out', /./],
  ['list.md', md('subject: [Spindles, Motors]'), 'opt-out', /./]
]

describe('many bad files in one run', () => {
  let ran: Ran
  let results: {filePath: string; messages: {ruleId: string; message: string}[]}[]

  beforeAll(async () => {
    for (const [name, text] of found) cli.file(`bad/${name}`, text)
    for (const [, make] of refused) make()
    ran = await cli.run([...refused, ...found].map(([name]) => name).concat('--format', 'json'), 'bad')
    results = JSON.parse(ran.out)
  }, 60_000)

  it('exits with 2 and tells every file that could not be linted in one line', () => {
    expect(ran.code).toBe(2)
    expect(ran.err).toBe(refused.map(([name, , why]) => `coldread: ${name}: ${why}\n`).join(''))
  })

  it('lints all others', () => {
    expect(results.map(({filePath}) => filePath.split('/').at(-1))).toEqual(found.map(([name]) => name))
  })

  it.each(found)('%s', (name, _, ruleId, message) => {
    const messages = results.find(({filePath}) => filePath.endsWith(`/${name}`))?.messages ?? []
    const hits = messages.filter((each) => each.ruleId === ruleId && message.test(each.message))
    expect(hits.length, JSON.stringify(messages)).toBeGreaterThan(0)
  })
})

it('a file without permission', async () => {
  chmodSync(cli.file('locked/a.md', body), 0)
  expect(await cli.run(['a.md'], 'locked', {unprivileged: true})).toEqual({
    code: 2,
    out: '',
    err: 'coldread: a.md: no permission to read it\n'
  })
})

it.concurrent.each([
  [
    'a folder with no draft',
    ['docs'],
    'no draft was found, so nothing was checked; 1 file was passed over (--verbose says why)'
  ],
  ['an empty folder', ['nothing'], 'no draft was found, so nothing was checked'],
  ['a glob that matches nothing', ['nothing/*.md'], 'nothing/*.md: no file matches']
])('%s', async (_, args, message) => {
  cli.file('empty/docs/README.md', '# Read me\n')
  cli.file('empty/nothing/.keep')
  expect(await cli.run(args, 'empty')).toEqual({code: 2, out: '', err: `coldread: ${message}\n`})
})

it('a configuration with a syntax error', async () => {
  cli.file('broken/coldread.config.json', '{\n  "rules": {"opt-out" "off"}\n}\n')
  const {code, out, err} = await cli.run(['a.md'], 'broken')
  expect({code, out}).toEqual({code: 2, out: ''})
  expect(err).toMatch(/^coldread: coldread\.config\.json:2:\d+: [^\n]+\n$/)
})

it('two configurations', async () => {
  cli.file('two/coldread.config.json', '{}')
  cli.file('two/coldread.config.yaml', '{}')
  expect(await cli.run(['a.md'], 'two')).toEqual({
    code: 2,
    out: '',
    err: 'coldread: coldread.config.json: `coldread.config.json` and `coldread.config.yaml` stand in one folder, and only one can hold: keep one of them.\n'
  })
})

it('standard output that closes early', async () => {
  cli.file('pipe/a.md', md('subject: Spindles').concat('[Company] '.repeat(3000)))
  const {code, err} = await cli.run(['a.md'], 'pipe', {hangUp: true})
  expect({code, err}).toEqual({code: 1, err: ''})
})

const misspelt = md('subject: Spindles').concat('Teh last of teh lot.\n')

it('a read-only file under --fix', async () => {
  const file = cli.file('fix/locked.md', misspelt)
  chmodSync(file, 0o444)
  const {code, out, err} = await cli.run(['--fix', 'locked.md', '--format', 'compact'], 'fix')
  expect({code, err}).toEqual({
    code: 2,
    err: 'coldread: locked.md: the file is read-only, so its fixes were not made\n'
  })
  expect(out).toContain('Misspelt word. [test-spelling]')
  expect(readFileSync(file, 'utf8')).toBe(misspelt)
})

it('a file that changes while it is being fixed', async () => {
  const file = cli.file('fix/busy.md', misspelt)
  // Somebody saves the file just when coldread opens its new file beside it.
  const hook = cli.file(
    'fix/save-meanwhile.mjs',
    `import fs from 'node:fs'
     import {syncBuiltinESMExports} from 'node:module'
     const {open} = fs.promises
     fs.promises.open = (file, flags, ...rest) => {
       if (flags === 'wx') fs.appendFileSync('busy.md', 'More.')
       return open(file, flags, ...rest)
     }
     syncBuiltinESMExports()`
  )
  const {code, err} = await cli.run(['--fix', 'busy.md'], 'fix', {node: ['--import', hook]})
  const message = 'the file changed while it was being fixed, so its fixes were not made; run again'
  expect({code, err}).toEqual({code: 2, err: `coldread: busy.md: ${message}\n`})
  expect(readFileSync(file, 'utf8')).toBe(`${misspelt}More.`)
})
