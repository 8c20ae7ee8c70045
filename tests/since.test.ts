import {mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {touches} from '../src/cli/git/changed-lines.js'
import {Cli, type Ran, type RunOptions} from './support/cli.js'
import {isInstalled} from './support/clients.js'
import {draftOf, onlySpelling} from './support/only-spelling.js'
import {Repository} from './support/repository.js'

// Each test starts several programs.
vi.setConfig({testTimeout: 60_000})

let cli: Cli
let first: Repository
let count = 0

beforeAll(async () => {
  cli = await Cli.build()
  first = new Repository(path.join(cli.folder, 'first'))
  first.commit({'coldread.config.json': onlySpelling})
}, 60_000)
afterAll(() => cli.remove())

const misspelt = (...numbers: number[]) => draftOf(...numbers.map((number) => `And teh line ${number}.`))
const old = misspelt(1, 2, 3, 4, 5)

/** A repository whose first commit holds the files. */
function repository(files: Readonly<Record<string, string | Uint8Array>> = {'a.md': old}): Repository {
  count += 1
  const made = first.copy(path.join(cli.folder, `repository-${count}`))
  made.commit(files)
  return made
}

function since(ref: string, {folder}: Repository, args: string[] = [], options: RunOptions = {}): Promise<Ran> {
  const words = ['--since', ref, '--format', 'compact', '--rule', 'test-spelling:error', ...args]
  return cli.run(words, path.relative(cli.folder, folder), options)
}

/** File and line of each finding. */
async function placesSince(ref: string, repo: Repository, args: string[] = [], options: RunOptions = {}) {
  const {out} = await since(ref, repo, args, options)
  return out.match(/^[^\n]*:\d+(?=:\d+: (?:error|warning): )/gm) ?? []
}

describe.skipIf(!isInstalled('git'))('--since', () => {
  it('reports on changed lines, and says that there were others', async () => {
    const repo = repository({'a.md': old, 'b.md': old})
    repo.write('a.md', misspelt(1, 2, 33, 4, 5, 6))
    expect(await since('HEAD', repo)).toEqual({
      code: 1,
      out:
        'a.md:8:5: error: Misspelt word. [test-spelling]\na.md:11:5: error: Misspelt word. [test-spelling]\n' +
        '2 errors in 1 draft. 2 can be fixed with --fix. 1 file passed over (--verbose says why). Only lines changed since HEAD were judged.\n',
      err: ''
    })
  })

  it('passes where only old lines have findings, and where no draft changed', async () => {
    const repo = repository()
    expect(await since('HEAD', repo, ['--verbose'])).toEqual({
      code: 0,
      out: '',
      err: 'coldread: a.md: passed over: nothing changed in it since HEAD\ncoldread: no draft changed since HEAD, so nothing was checked; 1 file was passed over (--verbose says why)\n'
    })
    repo.write('a.md', `${old}The end.\n`)
    expect(await since('HEAD', repo)).toEqual({
      code: 0,
      out: '1 draft, nothing found. Only lines changed since HEAD were judged.\n',
      err: ''
    })
  })

  it('takes committed, staged, unstaged and untracked changes alike', async () => {
    const repo = repository({'a.md': old, 'b.md': old, 'c.md': old, '.gitignore': 'ignored.md\n'})
    repo.git('branch', 'start')
    repo.commit({'a.md': misspelt(1, 22, 3, 4, 5)})
    repo.stage('b.md', misspelt(1, 2, 33, 4, 5))
    repo.write('c.md', misspelt(1, 2, 3, 44, 5))
    repo.write('d.md', misspelt(1))
    repo.write('ignored.md', misspelt(1))
    expect(await placesSince('start', repo)).toEqual(['a.md:7', 'b.md:8', 'c.md:9', 'd.md:6'])
    expect(await placesSince('HEAD', repo)).toEqual(['b.md:8', 'c.md:9', 'd.md:6'])
  })

  it('follows a file to its new name', async () => {
    const repo = repository()
    repo.git('mv', 'a.md', 'new.md')
    repo.write('new.md', misspelt(1, 2, 3, 4, 55))
    expect(await placesSince('HEAD', repo)).toEqual(['new.md:10'])
  })

  it('does not report what came to the other branch meanwhile', async () => {
    const repo = repository()
    repo.git('switch', '--quiet', '--create', 'side')
    repo.commit({'a.md': misspelt(11, 2, 3, 4, 5)})
    repo.git('switch', '--quiet', 'main')
    repo.commit({'a.md': misspelt(1, 2, 3, 4, 55), 'main.md': old})
    repo.git('switch', '--quiet', 'side')
    expect(await placesSince('main', repo)).toEqual(['a.md:6'])
    repo.git('merge', '--quiet', 'main')
    expect(await placesSince('main', repo)).toEqual(['a.md:6'])
  })

  it('narrows to paths, through links too', async () => {
    const repo = repository({'mails/a.md': old, 'b.md': old})
    repo.write('mails/a.md', misspelt(11, 2, 3, 4, 5))
    repo.write('b.md', misspelt(11, 2, 3, 4, 5))
    symlinkSync('mails', path.join(repo.folder, 'posts'))
    expect(await placesSince('HEAD', repo, ['mails'])).toEqual(['mails/a.md:6'])
    expect(await placesSince('HEAD', repo, ['posts', 'b.md'])).toEqual(['posts/a.md:6', 'b.md:6'])
  })

  it('reads the index with --staged, for the first commit too', async () => {
    const repo = repository({'a.md': old, 'b.md': old})
    repo.stage('a.md', misspelt(11, 2, 3, 4, 5))
    repo.write('a.md', misspelt(11, 22, 3, 4, 5))
    repo.write('b.md', misspelt(11, 2, 3, 4, 5))
    const {out} = await since('HEAD', repo, ['--staged'])
    expect(out).toContain('Read as staged, not as in the work tree. Only lines changed since HEAD were judged.')
    expect(await placesSince('HEAD', repo, ['--staged'])).toEqual(['a.md:6'])
    const fresh = new Repository(path.join(cli.folder, 'fresh'))
    fresh.stage('coldread.config.json', onlySpelling)
    fresh.stage('a.md', misspelt(1))
    expect(await placesSince('HEAD', fresh, ['--staged'])).toEqual(['a.md:6'])
  })

  it('reports in a file in conflict what the merge brought', async () => {
    const repo = repository()
    repo.git('switch', '--quiet', '--create', 'side')
    repo.commit({'a.md': misspelt(11, 2, 3, 4, 5)})
    repo.git('switch', '--quiet', 'main')
    repo.commit({'a.md': misspelt(12, 2, 3, 4, 5)})
    repo.tries('merge', 'side')
    expect(await placesSince('HEAD', repo)).toEqual(['a.md:9'])
  })

  it('finds nothing new where lines, name or mode alone moved', async () => {
    const repo = repository()
    renameSync(path.join(repo.folder, 'a.md'), path.join(repo.folder, 'new.md'))
    repo.git('add', '--all', '.')
    repo.git('update-index', '--chmod=+x', 'new.md')
    expect(await placesSince('HEAD', repo)).toEqual([])
  })

  it('leaves what a baseline accepted accepted', async () => {
    const repo = repository()
    await cli.run(['--suppress-all', '--rule', 'test-spelling:error'], path.relative(cli.folder, repo.folder))
    repo.write('a.md', old.replace('And', 'First of all. And'))
    expect(await since('HEAD', repo)).toMatchObject({code: 0, err: ''})
    repo.write('a.md', `${old}Teh end, and teh last.\n`)
    expect(await since('HEAD', repo)).toMatchObject({code: 1, out: expect.stringContaining('a.md:11:14: ')})
  })
})

describe.skipIf(!isInstalled('git'))('what is missing', () => {
  const rule = ['--rule', 'opt-out:error', '--rule', 'test-spelling:off']
  const optOut = 'If blades are not your subject, tell me and I will not write again.'

  it.each<[string, string | undefined, string, number]>([
    [
      'counts where the change took it away',
      draftOf('Hi,', '', 'We rent racks.', '', optOut),
      draftOf('Hi,', '', 'We rent racks.'),
      1
    ],
    ['counts in a new draft', undefined, draftOf('Hi,', '', 'We rent racks.'), 1],
    [
      'does not count where it was missing before',
      draftOf('Hi,', '', 'We rent racks.', '', 'Ann'),
      draftOf('Hello,', '', 'We rent racks.', '', 'Ann'),
      0
    ],
    [
      'counts where the place it belongs to changed',
      draftOf('Hi,', '', 'We rent racks.'),
      draftOf('Hi,', '', 'We sell racks.'),
      1
    ]
  ])('%s', async (_, before, after, findings) => {
    const repo = repository(before === undefined ? {} : {'a.md': before})
    repo.write('a.md', after)
    expect(await placesSince('HEAD', repo, rule)).toHaveLength(findings)
  })
})

describe.skipIf(!isInstalled('git'))('lines', () => {
  it('are those of the draft, whatever line ends git keeps', async () => {
    const repo = repository()
    repo.git('config', 'core.autocrlf', 'true')
    repo.write('a.md', misspelt(1, 2, 33, 4, 5).replaceAll('\n', '\r\n'))
    expect(await placesSince('HEAD', repo)).toEqual(['a.md:8'])
  })

  it('are all of them where git keeps something else than the draft', async () => {
    const repo = repository({'.gitattributes': 'a.md filter=upper\n'})
    repo.git('config', 'filter.upper.clean', 'head -n 3')
    repo.commit({'a.md': old})
    repo.write('a.md', misspelt(1, 22, 3, 4, 5).replace('Racks', 'Shelves'))
    expect(await placesSince('HEAD', repo)).toHaveLength(5)
  })

  it('are all of them in UTF-16, which git reads byte by byte', async () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
    const repo = repository({'a.md': utf16(old)})
    repo.write('a.md', utf16(misspelt(1, 22, 3, 4, 5)))
    expect(await placesSince('HEAD', repo)).toHaveLength(5)
  })

  it('are told in files that git is asked to take for binary', async () => {
    const repo = repository({'.gitattributes': '*.md binary\n', 'a.md': old})
    repo.write('a.md', misspelt(1, 22, 3, 4, 5))
    expect(await placesSince('HEAD', repo)).toEqual(['a.md:7'])
  })

  it('are the same whatever the user has set for git', async () => {
    const repo = repository({'sub/a.md': old, '.gitattributes': '*.md diff=odd\n'})
    const settings = [
      'diff.odd.command=false',
      'diff.odd.textconv=false',
      'diff.external=false',
      'diff.noprefix=true',
      'diff.context=5',
      'color.ui=always',
      'diff.relative=true'
    ]
    for (const setting of settings) repo.git('config', ...setting.split('='))
    repo.write('sub/a.md', misspelt(1, 2, 33, 4, 5))
    const env = {
      GIT_DIFF_OPTS: '--unified=9',
      GIT_EXTERNAL_DIFF: 'false',
      GIT_LITERAL_PATHSPECS: '1',
      GIT_PAGER: 'false',
      LANG: 'fa_IR.UTF-8'
    }
    expect(await placesSince('HEAD', repo, [], {env})).toEqual(['sub/a.md:8'])
  })

  it('are found under any name', async () => {
    const names = ['"q" \t.md', 'line\nfeed.md', ':(top)x.md', 'ü.md', '*.md']
    const repo = repository(Object.fromEntries(names.map((name) => [name, old])))
    const changed = (at: number) => [1, 2, 3, 4, 5].map((number) => (number === at ? number + 10 : number))
    for (const [i, name] of names.entries()) repo.write(name, misspelt(...changed(i + 1)))
    const {out} = await since('HEAD', repo, ['--format', 'json'])
    const results = JSON.parse(out) as {filePath: string; messages: {line: number}[]}[]
    expect(results.map(({filePath, messages}) => [path.basename(filePath), ...messages.map(({line}) => line)])).toEqual(
      [...names].sort().map((name) => [name, names.indexOf(name) + 6])
    )
  })

  it('are all of them where the name is no text, which git could not be asked about', async () => {
    const name = Buffer.from('caf\xe9.md', 'latin1')
    const repo = repository({})
    repo.stage(name, old)
    repo.commit()
    repo.stage(name, misspelt(1, 22, 3, 4, 5))
    expect(await placesSince('HEAD', repo, ['--staged'])).toHaveLength(5)
  })

  it('that are new are those reported, in any mix of edits', async () => {
    const edit = fc.constantFrom('keep', 'change', 'drop', 'insert')
    await fc.assert(
      fc.asyncProperty(fc.array(edit, {minLength: 1, maxLength: 12}), async (edits) => {
        const repo = repository({'a.md': misspelt(...edits.keys())})
        const after = edits.flatMap((each, i) => {
          if (each === 'drop') return []
          return each === 'insert' ? [i + 200, i] : [each === 'change' ? i + 100 : i]
        })
        repo.write('a.md', misspelt(...after))
        const fresh = after.flatMap((number, i) => (number >= 100 ? [`a.md:${i + 6}`] : []))
        expect(await placesSince('HEAD', repo)).toEqual(fresh)
      }),
      {numRuns: 8}
    )
  })
})

describe('a finding touches', () => {
  const extent = (line: number, endLine: number, endColumn: number) => ({line, endLine, endColumn})
  it.each<[string, ReturnType<typeof extent>, number, number, boolean]>([
    ['the line it stands on', extent(4, 4, 9), 4, 4, true],
    ['a line in its middle', extent(4, 6, 9), 5, 5, true],
    ['the last line of a range', extent(4, 4, 9), 2, 4, true],
    ['not the line before', extent(4, 4, 9), 3, 3, false],
    ['not the line that it ends before', extent(4, 5, 1), 5, 5, false],
    ['the line that it is empty on', extent(4, 4, 1), 4, 4, true],
    ['a gap that it spans', extent(4, 5, 9), 5, 4, true],
    ['not a gap before it', extent(4, 5, 9), 4, 3, false],
    ['not a gap after it', extent(4, 5, 9), 6, 5, false]
  ])('%s', (_, finding, first, last, does) => {
    expect(touches(finding, {first, last})).toBe(does)
  })
})

describe.skipIf(!isInstalled('git'))('--since refuses', () => {
  const unknown = (ref: string) =>
    `coldread: --since: there is no commit \`${ref}\` here; \`git branch --all\` and \`git log\` show those there are, and in CI it may have to be fetched first (docs/git.md)\n`

  it.each(['nope', 'main..HEAD', 'HEAD:a.md', '--output=x', '', 'origin/main', 'a.md', ':/'])('%j', async (ref) => {
    const repo = repository()
    const {code, err} = await cli.run([`--since=${ref}`], path.relative(cli.folder, repo.folder))
    expect({code, err}).toEqual({code: 2, err: unknown(ref)})
    expect(repo.git('status', '--porcelain')).toBe('')
  })

  it('a repository without a commit', async () => {
    const repo = new Repository(path.join(cli.folder, 'unborn'))
    repo.write('a.md', old)
    expect(await since('main', repo)).toMatchObject({
      code: 2,
      err: 'coldread: --since: the repository has no commit yet, so there is none to compare with\n'
    })
  })

  it('branches without a common commit, as in a shallow clone', async () => {
    const repo = repository()
    repo.git('switch', '--quiet', '--orphan', 'island')
    repo.commit({'b.md': old})
    expect(await since('main', repo)).toMatchObject({
      code: 2,
      err: 'coldread: --since: `main` and HEAD have no common commit here; a shallow clone has to be fetched whole first (git fetch --unshallow)\n'
    })
  })

  it.each(['--fix', '--fix-dry-run'])('%s', async (option) => {
    expect(await since('HEAD', repository(), [option])).toMatchObject({
      code: 2,
      err: `coldread: --since tells of changed lines alone, and ${option} edits others too: leave one of them out\n`
    })
  })

  it('standard input', async () => {
    expect(await since('HEAD', repository(), ['-'])).toMatchObject({
      code: 2,
      err: 'coldread: --since reads drafts of a repository, which standard input is not\n'
    })
  })

  it('a file outside of the repository, and goes on with the others', async () => {
    const repo = repository()
    repo.write('a.md', misspelt(11, 2, 3, 4, 5))
    mkdirSync(path.join(cli.folder, 'elsewhere'), {recursive: true})
    const outside = path.join(cli.folder, 'elsewhere/b.md')
    writeFileSync(outside, old)
    expect(await since('HEAD', repo, [outside, 'a.md'])).toMatchObject({
      code: 2,
      out: expect.stringContaining('a.md:6:5: '),
      err: `coldread: ${outside}: it lies outside of the repository ${repo.folder}, so git does not know what changed in it\n`
    })
    rmSync(outside)
  })
})
