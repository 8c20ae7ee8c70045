import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {Cli, type Ran} from './support/cli.js'
import {draftOf, onlySpelling} from './support/only-spelling.js'

let cli: Cli

beforeAll(async () => {
  cli = await Cli.build()
  const config = {...JSON.parse(onlySpelling), include: ['*.tpl', 'notes/*.md'], ignore: ['archive/']}
  cli.file('coldread.config.json', JSON.stringify(config))
  cli.file('README.md', '# Teh racks\n')
  cli.file('page.html', '<nav></nav>teh')
  cli.file('script.js', 'teh\n')
  cli.file('archive/old.md', draftOf('Teh racks, teh shelves.'))
  for (const name of ['a.md', 'a.txt', 'mails/b.md', 'c.tpl', 'notes/d.md'])
    cli.file(name, name.endsWith('txt') ? 'Subject: teh racks\n\nHi.\n' : draftOf('All teh racks.'))
}, 60_000)
afterAll(() => cli.remove())

function run(...files: string[]): Promise<Ran> {
  return cli.run(['--only-drafts', '--format', 'compact', '--rule', 'test-spelling:error', ...files])
}

it.each([
  ['README.md', 'page.html', 'script.js'],
  ['README.md', 'archive/old.md', 'script.js']
])('passes over named files that are no drafts: %s, %s, %s', async (...files) => {
  expect(await run(...files)).toMatchObject({code: 0, out: expect.stringMatching(/^(?:0 drafts.*\n)?$/)})
})

it('says that it checked nothing, and why', async () => {
  const {code, err} = await run('README.md', 'script.js', '--verbose')
  expect({code, err}).toEqual({
    code: 0,
    err:
      'coldread: README.md: passed over: its front matter has no subject, from or to\n' +
      'coldread: script.js: passed over: its ending is none that drafts have\n' +
      'coldread: no draft is among the files, so nothing was checked; 2 files were passed over (--verbose says why)\n'
  })
  expect(await run('README.md', '--quiet')).toEqual({code: 0, out: '', err: ''})
})

it('judges the drafts among the named files, those that the configuration includes too', async () => {
  const {code, out} = await run('README.md', 'a.md', 'a.txt', 'mails', 'c.tpl', 'notes/d.md')
  expect(code).toBe(1)
  expect(out.match(/^[\w./]+(?=:\d)/gm)).toEqual(['a.md', 'a.txt', 'mails/b.md', 'c.tpl', 'notes/d.md'])
})

it('fails for a named file that is not there', async () => {
  expect(await run('gone.md', 'README.md')).toMatchObject({
    code: 2,
    err: 'coldread: gone.md: no such file or folder\n'
  })
})

it('fixes drafts alone', async () => {
  cli.file('fix.md', draftOf('All teh racks.'))
  expect(await run('--fix', 'fix.md', 'README.md')).toMatchObject({code: 0})
  expect(readFileSync(cli.file('README.md', '# Teh racks, teh\n'), 'utf8')).toContain('teh')
  await run('--fix', 'README.md')
  expect(readFileSync(`${cli.folder}/README.md`, 'utf8')).toContain('teh')
  expect(readFileSync(`${cli.folder}/fix.md`, 'utf8')).toContain('the racks')
})
