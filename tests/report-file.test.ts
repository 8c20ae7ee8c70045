import {chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {reporters} from '../src/generated/reports.js'
import {Cli, type Ran} from './support/cli.js'

let cli: Cli
beforeAll(async () => {
  cli = await Cli.build()
  cli.file('coldread.config.json', '{}')
}, 60_000)
afterAll(() => cli.remove())

const draft = (text: string) => `---\nsubject: Racks\nlang: en\n---\n\n${text}\n`
const read = (name: string) => readFileSync(path.join(cli.folder, name), 'utf8')

/** A folder with one draft in which the rule of the test finds a word. */
function folder(name: string): string {
  cli.file(`${name}/draft.md`, draft('We rent teh racks.'))
  return name
}

describe('--output-file', {timeout: 60_000}, () => {
  it.each(Object.keys(reporters))('takes what %s would have printed', async (format) => {
    const cwd = folder(`same-${format}`)
    const printed = await cli.run(['--format', format, 'draft.md'], cwd)
    const written = await cli.run(['--format', format, 'draft.md', '-o', 'out/deep/report.out'], cwd)
    expect(written).toEqual({code: 1, out: '', err: ''})
    expect(printed.code).toBe(1)
    expect(read(`${cwd}/out/deep/report.out`)).toBe(printed.out)
    expect(readdirSync(path.join(cli.folder, cwd, 'out/deep'))).toEqual(['report.out'])
  })

  it('does not lint the report of the last run', async () => {
    const cwd = folder('again')
    const run = () => cli.run(['--format', 'html', '--verbose', '--output-file', 'page.html'], cwd)
    const first = await run()
    const page = read(`${cwd}/page.html`)
    expect(await run()).toEqual(first)
    expect(read(`${cwd}/page.html`)).toBe(page)
  })

  it('has no colours and no width of a terminal in a file', async () => {
    const cwd = folder('plain')
    await cli.run(['draft.md', '-o', 'report'], cwd)
    expect(read(`${cwd}/report`)).toContain('draft.md')
    expect(read(`${cwd}/report`)).not.toContain('\u001b')
  })

  it('keeps the old report when the run can not be finished', async () => {
    const cwd = folder('kept')
    cli.file('kept/report.json', 'old')
    const {code} = await cli.run(['--config', 'nowhere.json', '-o', 'report.json'], cwd)
    expect(code).toBe(2)
    expect(read('kept/report.json')).toBe('old')
  })

  it('reports a run in which a file failed', async () => {
    const {code, err} = await cli.run(
      ['draft.md', 'nowhere.md', '--format', 'sarif', '-o', 'r.sarif'],
      folder('failed')
    )
    expect({code, err}).toEqual({code: 2, err: 'coldread: nowhere.md: no such file or folder\n'})
    const [invocation] = JSON.parse(read('failed/r.sarif')).runs[0].invocations
    expect(invocation).toMatchObject({executionSuccessful: false, exitCode: 2})
  })

  it('follows a symbolic link and keeps the mode of the file', async () => {
    const cwd = folder('linked')
    cli.file('linked/real.json', 'old')
    chmodSync(path.join(cli.folder, 'linked/real.json'), 0o600)
    symlinkSync('real.json', path.join(cli.folder, 'linked/link.json'))
    await cli.run(['--format', 'json', 'draft.md', '-o', 'link.json'], cwd)
    expect(lstatSync(path.join(cli.folder, 'linked/link.json')).isSymbolicLink()).toBe(true)
    expect(JSON.parse(read('linked/real.json'))).toHaveLength(1)
    expect(statSync(path.join(cli.folder, 'linked/real.json')).mode & 0o777).toBe(0o600)
  })

  it('writes to a device without taking its place', async () => {
    expect(await cli.run(['draft.md', '-o', '/dev/null'], folder('device'))).toEqual({code: 1, out: '', err: ''})
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it.each<[string, string[], (ran: Ran) => void]>([
    [
      'a folder',
      ['-o', 'sub'],
      ({err}) => expect(err).toBe('coldread: sub is a folder; --output-file needs the name of a file\n')
    ],
    ['no name', ['-o', ''], ({err}) => expect(err).toBe('coldread: --output-file needs the name of a file\n')],
    [
      'a draft that is to be linted',
      ['draft.md', '-o', './draft.md'],
      ({err}) => expect(err).toContain('./draft.md is to be linted; the report would take its place')
    ],
    [
      'a draft that nobody named',
      ['-o', 'draft.md'],
      ({err}) => expect(err).toContain('draft.md is a draft; the report would take its place')
    ],
    [
      'a path through a file',
      ['-o', 'draft.md/report'],
      ({err}) =>
        expect(err).toBe('coldread: the report could not be written to draft.md/report: a part of its path is a file\n')
    ]
  ])('refuses %s', async (_, args, says) => {
    const cwd = folder('refused')
    mkdirSync(path.join(cli.folder, cwd, 'sub'), {recursive: true})
    const ran = await cli.run(args, cwd)
    expect({code: ran.code, out: ran.out}).toEqual({code: 2, out: ''})
    says(ran)
    expect(read('refused/draft.md')).toBe(draft('We rent teh racks.'))
  })

  it('says where it may not write', async () => {
    const cwd = folder('closed')
    chmodSync(path.join(cli.folder, cwd), 0o555)
    const ran = await cli.run(['draft.md', '-o', 'report'], cwd, {unprivileged: true})
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: 'coldread: the report could not be written to report: no permission to write there\n'
    })
    expect(existsSync(path.join(cli.folder, cwd, 'report'))).toBe(false)
  })

  it('takes the diff of a dry run, but no diff in place of a document', async () => {
    const cwd = folder('dry')
    await cli.run(['--fix-dry-run', 'draft.md', '-o', 'fixes.diff'], cwd)
    expect(read('dry/fixes.diff')).toContain('+We rent the racks.')
    const {out} = await cli.run(['--fix-dry-run', '--format', 'ndjson', 'draft.md'], cwd)
    expect(JSON.parse(out).output).toBe(draft('We rent the racks.'))
  })
})

describe('in CI', {timeout: 60_000}, () => {
  it('appends a summary to the page of the job and tells paths from the checkout', async () => {
    const cwd = folder('ci/mails')
    const page = cli.file('ci/summary.md', 'before\n')
    const env = {GITHUB_STEP_SUMMARY: page, GITHUB_WORKSPACE: path.join(cli.folder, 'ci')}
    const {out} = await cli.run(['--format', 'github', 'draft.md'], cwd, {env})
    expect(out).toContain('::error file=mails/draft.md,line=6,')
    expect(read('ci/summary.md')).toMatch(/^before\n## Coldread\n\n[1-9].*\n\n\| Level \|/)
    expect(read('ci/summary.md')).toContain('mails/draft.md')
  })

  it('tells paths from the checkout to GitLab, and from the folder where the checkout is elsewhere', async () => {
    const cwd = folder('lab/mails')
    const pathIn = async (checkout: string) => {
      const {out} = await cli.run(['--format', 'gitlab', 'draft.md'], cwd, {
        env: {CI_PROJECT_DIR: checkout, GITHUB_WORKSPACE: ''}
      })
      return JSON.parse(out)[0].location.path
    }
    expect(await pathIn(`${path.join(cli.folder, 'lab')}/`)).toBe('mails/draft.md')
    expect(await pathIn('/elsewhere')).toBe('draft.md')
    expect(await pathIn(path.join(cli.folder, 'lab/mail'))).toBe('draft.md')
  })

  it('leaves a page alone that has no room, and goes on where there is none', async () => {
    const cwd = folder('full')
    const full = 'x'.repeat(1024 * 1024 - 20)
    const page = cli.file('full/summary.md', full)
    const first = await cli.run(['--format', 'github', 'draft.md'], cwd, {env: {GITHUB_STEP_SUMMARY: page}})
    expect(first.code).toBe(1)
    expect(read('full/summary.md') === full).toBe(true)
    const second = await cli.run(['--format', 'github', 'draft.md'], cwd, {env: {GITHUB_STEP_SUMMARY: '/no/where'}})
    expect(second).toMatchObject({
      code: 1,
      err: 'coldread: the job summary could not be written: no such file or folder\n'
    })
  })
})

describe('the documentation', {timeout: 60_000}, () => {
  const page = readFileSync(new URL('../docs/reports.md', import.meta.url), 'utf8')
  const commands = [...page.matchAll(/(?<=[`\n] ?)coldread ([^`|\n]*drafts)/g)].map(([, words = '']) => words)

  it('has an example of every format', () => {
    const named = commands.flatMap((words) => /--format (\S+)/.exec(words)?.[1] ?? 'pretty')
    expect([...new Set(named)].sort()).toEqual(Object.keys(reporters).sort())
  })

  it.each([...new Set(commands)])('shows a command that works: coldread %s', async (words) => {
    cli.file('docs/drafts/draft.md', draft('We rent teh racks.'))
    const {code, out, err} = await cli.run(words.split(' '), 'docs')
    expect({code, err}).toEqual({code: 1, err: ''})
    const file = / -o (\S+)/.exec(words)?.[1]
    expect((file === undefined ? out : read(`docs/${file}`)).length).toBeGreaterThan(100)
  })
})
