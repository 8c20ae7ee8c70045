import {readFileSync, symlinkSync} from 'node:fs'
import {parse} from 'jsonc-parser'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Cli} from './support/cli.js'

let cli: Cli

beforeAll(async () => {
  cli = await Cli.build()
}, 60_000)
afterAll(() => cli.remove())

/** Only the rule of the test, so that nothing here depends on what the real ones find. */
const only = ['--rule', 'test-spelling:error']
const off = {rules: {parse: 'off'} as Record<string, string>}

const draft = (text: string) => `---\nsubject: Racks\nlang: en\n---\n\n${text}\n`
const compact = ['--format', 'compact']

beforeAll(async () => {
  const {out} = await cli.run(['rules'])
  for (const [, id = ''] of out.matchAll(/^([a-z-]+) /gm)) off.rules[id] = 'off'
  cli.file('coldread.config.json', JSON.stringify(off))
})

describe('exit codes and reports', () => {
  beforeAll(() => {
    cli.file('exit/clean.md', draft('Hi Ann.'))
    cli.file('exit/fails.md', draft('This is a rule that fails.'))
    cli.file('exit/bad.md', draft('Teh racks, teh shelves.'))
  })

  it.concurrent.each<[string, string[], number, string, string]>([
    ['0 and one line for a clean run', ['clean.md', ...only], 0, '1 draft, nothing found.\n', ''],
    ['nothing for a clean run that is quiet', ['clean.md', ...only, '--quiet'], 0, '', ''],
    [
      '1 for an error',
      ['bad.md', ...only, ...compact],
      1,
      'bad.md:6:12: error: Misspelt word. [test-spelling]\n1 error in 1 draft. 1 can be fixed with --fix.\n',
      ''
    ],
    [
      '0 for warnings',
      ['bad.md', '--rule', 'test-spelling:warn', ...compact],
      0,
      'bad.md:6:12: warning: Misspelt word. [test-spelling]\n1 warning in 1 draft. 1 can be fixed with --fix.\n',
      ''
    ],
    [
      '1 for more warnings than allowed, quiet or not',
      ['bad.md', '--rule', 'test-spelling:warn', '--max-warnings', '0', '--quiet'],
      1,
      '',
      'coldread: more warnings (1) than --max-warnings allows (0)\n'
    ],
    ['2 for an unknown option', ['--fixx'], 2, '', "coldread: unknown option '--fixx' (Did you mean --fix?)\n"],
    [
      '2 for an unknown format',
      ['--format', 'prety'],
      2,
      '',
      'coldread: there is no format `prety`: did you mean `pretty`?\n'
    ],
    [
      '2 for a number that is none',
      ['--max-warnings', '-1'],
      2,
      '',
      "coldread: option '--max-warnings <number>' argument '-1' is invalid. It must be a whole number.\n"
    ],
    [
      '2 for a format of drafts that is none',
      ['--format-as', 'docx'],
      2,
      '',
      "coldread: option '--format-as <format>' argument 'docx' is invalid. Allowed choices are eml, html, markdown, text.\n"
    ],
    [
      '2 for a fix of standard input',
      ['--fix', '-'],
      2,
      '',
      'coldread: --fix has no file to write to for standard input; use --fix-dry-run\n'
    ],
    [
      '2 for a fix that is dry and not',
      ['--fix', '--fix-dry-run'],
      2,
      '',
      'coldread: --fix and --fix-dry-run exclude each other\n'
    ],
    [
      '2 for an unknown rule',
      ['--rule', 'test-speling:warn', 'clean.md'],
      2,
      '',
      expect.stringContaining('did you mean `test-spelling`?')
    ],
    [
      '2 for a format that is none at all, with those there are',
      ['--format', 'xyzzy'],
      2,
      '',
      expect.stringMatching(
        /^coldread: there is no format `xyzzy`: there is .*; compact \(one line a finding, .*; pretty \(.*\n$/
      )
    ],
    [
      '2 for a rule that fails, and the others linted',
      ['fails.md', 'clean.md', ...only],
      2,
      '1 draft, nothing found. 1 file could not be linted.\n',
      'coldread: fails.md: coldread failed on this draft, which is a fault of its own: out of order\n'
    ],
    [
      '2 for a missing file, and the others linted',
      ['no.md', 'clean.md', ...only],
      2,
      '1 draft, nothing found. 1 file could not be linted.\n',
      'coldread: no.md: no such file or folder\n'
    ]
  ])('%s', async (_, args, code, out, err) => {
    expect(await cli.run(args, 'exit')).toEqual({code, out, err})
  })

  it('underlines and colours when asked', async () => {
    const args = ['bad.md', ...only]
    const plain = await cli.run(args, 'exit')
    expect(plain.out).toContain('    6 | Teh racks, teh shelves.\n      |            ^^^\n')
    const forced = await cli.run(args, 'exit', {env: {FORCE_COLOR: '1'}})
    expect(forced.out).toContain('\u001b[31merror\u001b[39m')
    const refused = await cli.run([...args, '--no-color'], 'exit', {env: {FORCE_COLOR: '1'}})
    expect(refused.out).toBe(plain.out)
    const unwanted = await cli.run(args, 'exit', {env: {FORCE_COLOR: '1', NO_COLOR: '1'}})
    expect(unwanted.out).toBe(plain.out)
  })
})

describe('which files are read', () => {
  beforeAll(() => {
    for (const name of [
      'a.md',
      'sub/b.txt',
      'ignored/c.md',
      'sub/skipped.md',
      'node_modules/d.md',
      '.hidden/e.md',
      'out/f.md'
    ]) {
      cli.file(`find/${name}`, name.endsWith('.md') ? draft('teh') : 'Subject: Racks\n\nteh\n')
    }
    cli.file('find/README.md', 'teh\n')
    cli.file('find/code.ts', 'teh\n')
    cli.file('find/notes/plan.mdx', 'teh\n')
    cli.file('find/.gitignore', 'ignored/\n')
    cli.file('find/sub/.gitignore', 'skipped.md\n')
    cli.file('find/coldread.config.json', JSON.stringify({...off, ignore: ['out/'], include: ['notes/*.mdx']}))
    symlinkSync('../a.md', `${cli.folder}/find/sub/link.md`)
    symlinkSync('..', `${cli.folder}/find/sub/up`)
  })

  it.concurrent.each<[string, string[], string[], number]>([
    ['drafts under the folder by default', [], ['a.md', 'notes/plan.mdx', 'sub/b.txt', 'sub/link.md'], 1],
    ['a folder', ['sub'], ['sub/b.txt', 'sub/link.md'], 0],
    ['a folder that git ignores, when it is named', ['ignored'], ['ignored/c.md'], 0],
    ['a glob', ['**/*.{md,ts}'], ['a.md'], 3],
    ['named files whatever they are, once each', ['README.md', 'code.ts', './README.md'], ['README.md', 'code.ts'], 0],
    ['not even a named file that the configuration ignores', ['a.md', 'out/f.md'], ['a.md'], 1]
  ])('%s', async (_, paths, files, passedOver) => {
    const {out, err} = await cli.run([...paths, ...only, ...compact], 'find')
    expect(err).toBe('')
    expect(Array.from(out.matchAll(/^([^:\n]+):\d/gm), ([, name]) => name)).toEqual(files)
    expect(Number(/(\d+) files? passed over/.exec(out)?.[1] ?? 0)).toBe(passedOver)
  })

  it('says why files are passed over', async () => {
    const {err} = await cli.run(['--verbose', ...only, 'README.md', 'out/f.md', '*.md', '*.ts'], 'find')
    expect(err).toBe(
      'coldread: out/f.md: passed over: the configuration ignores it\n' +
        'coldread: code.ts: passed over: its ending is none that drafts have\n'
    )
  })

  it('is content where all that was named is ignored', async () => {
    const ran = await cli.run(['out/f.md', ...only], 'find')
    expect(ran).toEqual({code: 0, out: '0 drafts, nothing found. 1 file passed over (--verbose says why).\n', err: ''})
  })
})

describe('standard input', () => {
  it('is a draft, with the name that it is given', async () => {
    const nameless = await cli.run(['-', ...only, ...compact], '.', {input: draft('teh')})
    expect(nameless.out).toContain('<stdin>:6:1: error: Misspelt word. [test-spelling]\n')
    const named = await cli.run(['-', '--stdin-filename', 'mails/a.txt', ...only, ...compact], '.', {
      input: 'Subject: Racks\n\nteh'
    })
    expect(named.out).toContain('mails/a.txt:3:1: error')
  })

  it('is refused when it is too large', async () => {
    const {code, err} = await cli.run(['-', '--max-file-size', '100'], '.', {input: 'a'.repeat(101)})
    expect({code, err}).toEqual({
      code: 2,
      err: 'coldread: <stdin>: it is larger than the limit of 100 bytes; --max-file-size sets another\n'
    })
  })
})

describe('--fix', () => {
  const before = '\uFEFF---\r\nsubject: Racks\r\nlang: en\r\n---\r\n\r\nHi teh,\r\nteh end\n'

  it('makes the edits, leaves every other byte and finds nothing more to do', async () => {
    const file = cli.file('fix/a.md', before)
    const ran = await cli.run(['--fix', 'a.md', ...only], 'fix')
    expect(ran).toEqual({code: 0, out: '1 draft, nothing found. 2 edits made.\n', err: ''})
    expect(readFileSync(file, 'utf8')).toBe(before.replaceAll('teh', 'the'))
    expect((await cli.run(['--fix', 'a.md', ...only], 'fix')).out).toBe('1 draft, nothing found.\n')
  })

  it.each([
    [
      'UTF-16, little-endian',
      Buffer.from(before, 'utf16le'),
      Buffer.from(before.replaceAll('teh', 'the'), 'utf16le'),
      'md'
    ],
    [
      'UTF-16, big-endian',
      Buffer.from(before, 'utf16le').swap16(),
      Buffer.from(before.replaceAll('teh', 'the'), 'utf16le').swap16(),
      'md'
    ],
    [
      'a message in bytes that are no UTF-8',
      Buffer.from('Subject: Racks\r\nContent-Type: text/plain; charset=latin1\r\n\r\nvoil\u00e0 teh\r\n', 'latin1'),
      Buffer.from('Subject: Racks\r\nContent-Type: text/plain; charset=latin1\r\n\r\nvoil\u00e0 the\r\n', 'latin1'),
      'eml'
    ]
  ])('keeps the encoding: %s', async (_, bytes, fixed, ending) => {
    const file = cli.file(`fix/encoded.${ending}`, bytes)
    expect((await cli.run(['--fix', file, ...only])).err).toBe('')
    expect(readFileSync(file).equals(fixed)).toBe(true)
  })

  it('shows a diff and changes nothing when dry', async () => {
    const file = cli.file('fix/b.md', before)
    const {code, out} = await cli.run(['--fix-dry-run', 'b.md', ...only], 'fix')
    expect(code).toBe(0)
    expect(out).toBe(
      '--- a/b.md\n+++ b/b.md\n@@ -4,5 +4,5 @@\n ---\r\n \r\n-Hi teh,\r\n-teh end\n+Hi the,\r\n+the end\n'
        .replace('-4,5 +4,5', '-3,5 +3,5')
        .replace(' ---', ' lang: en\r\n ---')
    )
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('gives programs the fixed text when dry', async () => {
    cli.file('fix/c.md', draft('teh'))
    const {out} = await cli.run(['--fix-dry-run', 'c.md', ...only, '--format', 'json'], 'fix')
    expect(JSON.parse(out)[0]).toMatchObject({messages: [], output: draft('the')})
  })

  it('works on standard input when dry', async () => {
    const {out} = await cli.run(['--fix-dry-run', '-', ...only], '.', {input: draft('teh')})
    expect(out).toContain('\n-teh\n+the\n')
  })
})

describe('the other commands', () => {
  it('rules lists every rule with the level that holds', async () => {
    const {code, out} = await cli.run(['rules', '--no-config'])
    expect(code).toBe(0)
    expect(out).toMatch(/^opt-out +error +law +\S/m)
    expect((await cli.run(['rules'])).out).toMatch(/^opt-out +off +law +\S/m)
  })

  it('explain prints the page of a rule and what it rests on', async () => {
    const {code, out} = await cli.run(['explain', 'opt-out'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# opt-out\n/)
    expect(out).toContain('\nCategory law, by default error.\n\nWhat it rests on:\n- ')
  })

  it('explain names the nearest rule', async () => {
    const ran = await cli.run(['explain', 'optout'])
    expect(ran).toEqual({code: 2, out: '', err: 'coldread: there is no rule `optout`: did you mean `opt-out`?\n'})
  })

  it('anatomy shows each line with its part, and what was found', async () => {
    const text =
      'Hi {{first_name}},\n\nWe at Brackwell Motion Ltd repair spindles.\n\nBest regards,\nJo Hall\n+44 1632 960123'
    cli.file('anatomy.md', draft(text))
    const {code, out} = await cli.run(['anatomy', 'anatomy.md'])
    expect(code).toBe(0)
    expect(out).toMatch(/^format markdown, language en \(told by draft\), merge tags /)
    expect(out).toMatch(/^subject +\| Racks$/m)
    expect(out).toMatch(/^greeting +\| Hi \{\{first_name\}\},$/m)
    expect(out).toMatch(/^ {2}phone +12:1 +\+441632960123 {2}"\+44 1632 960123"/m)
    expect(out).toMatch(/^ {2}tag +6:4 +\{\{first_name\}\}/m)
  })

  it('anatomy tells in one line what it can not read', async () => {
    const ran = await cli.run(['anatomy', 'no.md'])
    expect(ran).toEqual({code: 2, out: '', err: 'coldread: no.md: no such file or folder\n'})
  })

  it('init writes a configuration that holds, once', async () => {
    cli.file('init/a.md', draft('Hi.'))
    expect(await cli.run(['init'], 'init')).toEqual({code: 0, out: 'coldread.config.jsonc written.\n', err: ''})
    const text = readFileSync(`${cli.folder}/init/coldread.config.jsonc`, 'utf8')
    // Every line that is commented out must hold too.
    const all = text.replace(/^( *)\/\/ (?=["{])(.*?),?$/gm, '$1$2,')
    cli.file('init/all/coldread.config.jsonc', all)
    for (const folder of ['init', 'init/all']) expect((await cli.run(['--print-config', 'a.md'], folder)).err).toBe('')
    expect(parse(all)).toMatchObject({sender: {domains: ['company.example']}})
    const again = await cli.run(['init'], 'init')
    expect(again).toEqual({
      code: 2,
      out: '',
      err: 'coldread: coldread.config.jsonc: it exists already and was left as it was\n'
    })
  })

  it('--print-config prints what holds for a file', async () => {
    cli.file(
      'print/coldread.config.json',
      JSON.stringify({overrides: [{files: ['late/**'], rules: {'opt-out': 'off'}}]})
    )
    const rulesOf = async (file: string) => JSON.parse((await cli.run(['--print-config', file], 'print')).out).rules
    expect((await rulesOf('a.md'))['opt-out']).toContain('error')
    expect(JSON.stringify((await rulesOf('late/a.md'))['opt-out'])).toContain('off')
  })

  it('--help and --version succeed', async () => {
    expect((await cli.run(['--help'])).out).toContain('Exit codes: 0 nothing')
    expect(await cli.run(['--version'])).toMatchObject({code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/)})
  })
})
