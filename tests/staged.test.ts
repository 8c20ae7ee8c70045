import {createHash} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {Cli, type Ran, type RunOptions} from './support/cli.js'
import {isInstalled} from './support/clients.js'
import {draftOf, onlySpelling} from './support/only-spelling.js'
import {Repository} from './support/repository.js'

// Each test starts several programs.
vi.setConfig({testTimeout: 60_000})

let cli: Cli
let count = 0

beforeAll(async () => {
  cli = await Cli.build()
}, 60_000)
afterAll(() => cli.remove())

const bad = draftOf('Teh racks, teh shelves.')
const good = draftOf('The racks.')
const asStaged = 'Read as staged, not as in the work tree.'
const found = (file: string) => `${file}:6:12: error: Misspelt word. [test-spelling]\n`
const oneBad = `1 error in 1 draft. 1 can be fixed with --fix. ${asStaged}\n`
const noDraft = 'coldread: no draft is staged, so nothing was checked'

let first: Repository | undefined

/** Text that can't be packed. */
function noise(number: number): string {
  return createHash('sha512').update(String(number)).digest('base64')
}

/** A repository with a first commit, in which only one rule is on. */
function repository(): Repository {
  first ??= withConfig()
  return first.copy(nextFolder())
}

function withConfig(...init: string[]): Repository {
  const made = new Repository(nextFolder(), ...init)
  made.commit({'coldread.config.json': onlySpelling})
  return made
}

function nextFolder(): string {
  count += 1
  return path.join(cli.folder, `repository-${count}`)
}

function staged({folder}: Repository, args: string[] = [], options: RunOptions & {below?: string} = {}): Promise<Ran> {
  const cwd = path.join(path.relative(cli.folder, folder), options.below ?? '.')
  return cli.run(['--staged', '--format', 'compact', '--rule', 'test-spelling:error', ...args], cwd, options)
}

async function pathsFound(run: Promise<Ran>): Promise<string[]> {
  const results = JSON.parse((await run).out) as {filePath: string; messages: unknown[]}[]
  return results.filter(({messages}) => messages.length > 0).map(({filePath}) => path.basename(filePath))
}

describe.skipIf(!isInstalled('git'))('--staged', () => {
  it('reads what is staged where the work tree is mended already, and says that they differ', async () => {
    const repo = repository()
    repo.stage('a.md', bad)
    repo.write('a.md', good)
    expect(await staged(repo)).toEqual({
      code: 1,
      out: found('a.md') + oneBad,
      err: "coldread: a.md: the file in the work tree is not what is staged: the findings' places are those of the staged text\n"
    })
  })

  it('does not read what is in the work tree only', async () => {
    const repo = repository()
    repo.commit({'old.md': bad})
    repo.stage('a.md', good)
    repo.write('a.md', bad)
    repo.write('untracked.md', bad)
    expect(await staged(repo)).toEqual({code: 0, out: `1 draft, nothing found. ${asStaged}\n`, err: ''})
  })

  it('lets a commit pass that holds no draft', async () => {
    const repo = repository()
    expect(await staged(repo)).toEqual({code: 0, out: '', err: `${noDraft}\n`})
    expect(await staged(repo, ['--quiet'])).toEqual({code: 0, out: '', err: ''})
    repo.stage('README.md', '# Racks\n\nTeh racks.\n')
    repo.stage('index.js', 'teh\n')
    expect(await staged(repo)).toEqual({
      code: 0,
      out: '',
      err: `${noDraft}; 1 file was passed over (--verbose says why)\n`
    })
  })

  it('reads the first commit of all', async () => {
    const repo = new Repository(nextFolder())
    repo.stage('coldread.config.json', onlySpelling)
    repo.stage('a.md', bad)
    expect(await staged(repo)).toEqual({code: 1, out: found('a.md') + oneBad, err: ''})
  })

  it('takes a file under its new name, and none that is taken out', async () => {
    const repo = repository()
    repo.commit({'gone.md': bad, 'old.md': bad})
    repo.git('rm', '--quiet', 'gone.md')
    repo.git('mv', 'old.md', 'new.md')
    expect(await staged(repo)).toMatchObject({code: 1, out: found('new.md') + oneBad})
  })

  it('reads a file that the work tree has no more', async () => {
    const repo = repository()
    repo.stage('a.md', bad)
    rmSync(path.join(repo.folder, 'a.md'))
    expect(await staged(repo, ['a.md'])).toMatchObject({code: 1, out: found('a.md') + oneBad})
  })

  it('does not take a file for staged that git was only told of', async () => {
    const repo = repository()
    repo.write('a.md', bad)
    repo.git('add', '--intent-to-add', 'a.md')
    expect(await staged(repo)).toEqual({code: 0, out: '', err: `${noDraft}\n`})
  })

  it('passes over links, submodules and pointers, and says why', async () => {
    const repo = repository()
    repo.commit({'a.md': good})
    symlinkSync('a.md', path.join(repo.folder, 'link.md'))
    new Repository(path.join(repo.folder, 'module.md')).commit({'a.md': bad})
    repo.stage('big.eml', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n')
    repo.git('add', 'link.md', 'module.md')
    const {code, out, err} = await staged(repo, ['--verbose'])
    expect({code, out}).toEqual({code: 0, out: ''})
    expect(err.split('\n')).toEqual([
      'coldread: big.eml: passed over: it is kept in Git LFS, and only a pointer to it is staged',
      'coldread: link.md: passed over: it is a symbolic link; what it leads to is read where that is staged itself',
      'coldread: module.md: passed over: it is a submodule, a repository of its own',
      `${noDraft}; 3 files were passed over (--verbose says why)`,
      ''
    ])
  })

  it.each(['true', 'false'])('reads paths of any characters (core.quotePath %s)', async (quotePath) => {
    const repo = repository()
    repo.git('config', 'core.quotePath', quotePath)
    const names = ['"quoted".md', ' spaced .md', '-x.md', ':(top)y.md', 'back\\slash.md', 'line\nfeed.md', 'tab\tü.md']
    for (const name of names) repo.stage(name, bad)
    expect((await pathsFound(staged(repo, ['--format', 'json']))).sort()).toEqual([...names].sort())
  })

  it('reads a file whose name is no UTF-8', async () => {
    const repo = repository()
    repo.stage(Buffer.from('caf\xe9.md', 'latin1'), bad)
    repo.stage(Buffer.from('caf\xe8.md', 'latin1'), bad)
    expect(await pathsFound(staged(repo, ['--format', 'json']))).toEqual(['caf\ufffd.md', 'caf\ufffd.md'])
  })

  it('fails for a file that a merge left in conflict, and says what to do', async () => {
    const repo = repository()
    repo.commit({'a.md': good})
    repo.git('switch', '--quiet', '--create', 'side')
    repo.commit({'a.md': bad})
    repo.git('switch', '--quiet', 'main')
    repo.commit({'a.md': draftOf('Our racks.'), 'script.js': 'teh\n'})
    expect(repo.tries('merge', 'side').done).toBe(false)
    expect(await staged(repo)).toEqual({
      code: 2,
      out: '',
      err: 'coldread: a.md: the merge left it in conflict; settle it, then stage it with `git add`\n'
    })
    repo.stage('a.md', bad)
    expect(await staged(repo)).toMatchObject({code: 1, out: found('a.md') + oneBad})
  })

  it('reads the index of the linked work tree that it runs in', async () => {
    const repo = repository()
    const linked = path.join(cli.folder, 'linked work tree')
    repo.git('worktree', 'add', '--quiet', '-b', 'linked', linked)
    writeFileSync(path.join(linked, 'a.md'), bad)
    repo.git('-C', linked, 'add', '.')
    expect(await staged({...repo, folder: linked} as Repository)).toMatchObject({code: 1, out: found('a.md') + oneBad})
    expect(await staged(repo)).toMatchObject({code: 0, out: ''})
  })

  it('reads a repository that names its objects by SHA-256', async () => {
    const repo = withConfig('--object-format=sha256')
    repo.stage('a.md', bad)
    expect(await staged(repo)).toMatchObject({code: 1, out: found('a.md') + oneBad})
  })

  it('counts places in the text as it is staged, whatever line ends the work tree has', async () => {
    const repo = repository()
    repo.git('config', 'core.autocrlf', 'true')
    repo.stage('a.md', bad.replaceAll('\n', '\r\n'))
    expect(repo.git('show', ':a.md')).not.toContain('\r')
    expect(await staged(repo)).toEqual({code: 1, out: found('a.md') + oneBad, err: ''})
  })

  it('does not call a file another text that differs in mode and time alone', async () => {
    const repo = repository()
    repo.stage('a.md', bad)
    chmodSync(path.join(repo.folder, 'a.md'), 0o755)
    utimesSync(path.join(repo.folder, 'a.md'), 1, 1)
    expect(await staged(repo)).toMatchObject({code: 1, err: ''})
  })

  it('does not judge half a draft where git breaks off', async () => {
    const repo = repository()
    repo.stage('a.md', draftOf(...Array.from({length: 900}, (_, i) => noise(i)), 'Teh end.'))
    const id = repo.git('rev-parse', ':a.md').trim()
    const object = path.join(repo.folder, '.git/objects', id.slice(0, 2), id.slice(2))
    chmodSync(object, 0o644)
    truncateSync(object, 40_000)
    // Git sends such files piece by piece.
    repo.git('config', 'core.bigFileThreshold', '1')
    expect(await staged(repo)).toEqual({
      code: 2,
      out: '',
      err: 'coldread: a.md: git does not have what is staged of it; `git fsck` may tell why\n'
    })
  })

  it('follows what the configuration ignores and includes', async () => {
    const repo = repository()
    const config = {...JSON.parse(onlySpelling), ignore: ['archive/'], include: ['*.tpl']}
    repo.commit({'coldread.config.json': JSON.stringify(config)})
    repo.stage('archive/a.md', bad)
    repo.stage('b.tpl', bad)
    repo.stage('node_modules/c.md', bad)
    repo.stage('.hidden/d.md', bad)
    expect(await pathsFound(staged(repo, ['--format', 'json']))).toEqual(['b.tpl'])
  })

  it('fails for what is no text, what is too large and what git has lost, each with a word', async () => {
    const repo = repository()
    repo.stage('binary.eml', new Uint8Array([70, 0, 1, 2]))
    repo.stage('large.md', draftOf('Long. '.repeat(40_000)))
    repo.stage('latin.md', Buffer.from(draftOf('caf\xe9'), 'latin1'))
    repo.stage('lost.md', draftOf('Teh lost racks.'))
    repo.stage('notes.md', 'Long. '.repeat(40_000))
    repo.stage('zu letzt.md', bad)
    const id = repo.git('rev-parse', ':lost.md').trim()
    rmSync(path.join(repo.folder, '.git/objects', id.slice(0, 2), id.slice(2)))
    const {code, out, err} = await staged(repo, ['--max-file-size', '100000'])
    expect({code, out}).toMatchObject({code: 2, out: expect.stringContaining(found('zu letzt.md'))})
    expect(err.split('\n')).toEqual([
      'coldread: binary.eml: it is a binary file, not the text of a mail',
      'coldread: large.md: it has 240,034 bytes, more than the limit of 100,000 bytes; --max-file-size sets another',
      'coldread: latin.md: line 6 is not valid UTF-8; save the file as UTF-8',
      'coldread: lost.md: git does not have what is staged of it; `git fsck` may tell why',
      ''
    ])
  })
})

describe.skipIf(!isInstalled('git'))('paths after --staged', () => {
  let repo: Repository
  beforeAll(() => {
    repo = repository()
    for (const name of ['a.md', 'mails/b.md', 'mails/deep/c.md', 'mails/.d/e.md']) repo.stage(name, bad)
    symlinkSync('mails', path.join(repo.folder, 'posts'))
    symlinkSync(path.join(repo.folder, 'mails'), path.join(cli.folder, 'way in'))
    mkdirSync(path.join(repo.folder, 'other'))
  })

  it.each<[string, string[], string[], string?]>([
    ['none: the whole repository', [], ['a.md', 'b.md', 'c.md']],
    ['none in a folder: the whole repository', [], ['a.md', 'b.md', 'c.md'], 'other'],
    ['a file', ['a.md'], ['a.md']],
    ['a folder', ['mails'], ['b.md', 'c.md']],
    ['a folder with a dot before its name, which was named', ['mails/.d'], ['e.md']],
    ['a folder by a link', ['posts'], ['b.md', 'c.md']],
    ['a folder by a link from outside', ['../way in'], ['b.md', 'c.md']],
    ['the folder it runs in', ['.'], ['b.md', 'c.md'], 'mails'],
    ['a path upwards', ['../a.md'], ['a.md'], 'mails'],
    ['globs', ['mails/*.md', './{a,x}.md'], ['a.md', 'b.md']],
    ['a glob with **', ['**/c.md'], ['c.md']],
    ['one that nothing staged lies under', ['other'], []]
  ])('narrow: %s', async (_, args, files, below = '.') => {
    const run = staged(repo, ['--format', 'json', ...args], {below})
    expect((await run).code).toBe(files.length > 0 ? 1 : 0)
    expect(await pathsFound(run)).toEqual(files)
  })

  it('name no file outside of the repository', async () => {
    expect(await staged(repo, ['../x.md'])).toEqual({
      code: 2,
      out: '',
      err: `coldread: ../x.md lies outside of the repository ${repo.folder}, so git knows nothing of it\n`
    })
  })
})

describe.skipIf(!isInstalled('git'))('--staged where git commits', () => {
  /** What `git commit` says when its hook lints. */
  function commit(repo: Repository, ...words: string[]) {
    const hook = path.join(repo.folder, '.git/hooks/pre-commit')
    const command = [process.execPath, path.join(cli.folder, '.bundle/cli.js')].map((word) => `'${word}'`).join(' ')
    writeFileSync(hook, `#!/bin/sh\nexec ${command} --staged --format compact --rule test-spelling:error\n`)
    chmodSync(hook, 0o755)
    return repo.tries('commit', '--message', 'a commit', ...words)
  }

  it.each([
    ['all that is changed', ['--all'], ['a.md', 'b.md']],
    ['what is named', ['--only', 'a.md'], ['a.md']],
    ['what is staged and what is named', ['--include', 'b.md'], ['b.md']],
    ['what is staged', [], []]
  ])('reads what is about to be committed: %s', (_, words, files) => {
    const repo = repository()
    repo.commit({'a.md': good, 'b.md': good})
    repo.write('a.md', bad)
    repo.write('b.md', bad)
    repo.git('commit', '--allow-empty', '--quiet', '--message', 'x')
    repo.write('c.md', good)
    repo.git('add', 'c.md')
    const {done, said} = commit(repo, ...words)
    expect(said.match(/^\w\.md:/gm) ?? []).toEqual(files.map((file) => `${file}:`))
    expect(done).toBe(files.length === 0)
  })

  it('reads the index that the environment names', async () => {
    const repo = repository()
    const folder = path.join(cli.folder, 'apart')
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, 'coldread.config.json'), onlySpelling)
    repo.stage('a.md', bad)
    const env = {GIT_DIR: path.join(repo.folder, '.git'), GIT_WORK_TREE: folder}
    const run = cli.run(['--staged', '--format', 'compact', '--rule', 'test-spelling:error'], 'apart', {env})
    expect(await run).toMatchObject({code: 1, out: found('a.md') + oneBad})
  })
})

describe('--staged refuses', () => {
  it.skipIf(!isInstalled('git'))('a fix, and shows one that can be applied to the index', async () => {
    const repo = repository()
    repo.stage('a.md', bad)
    repo.write('a.md', 'other\n')
    expect(await staged(repo, ['--fix'])).toEqual({
      code: 2,
      out: '',
      err: 'coldread: --fix edits files of the work tree and --staged reads the index, where they may differ: run `coldread --fix` on the files, look at what it did, and `git add` them\n'
    })
    const {out} = await staged(repo, ['--fix-dry-run'])
    repo.write('fix.patch', out)
    repo.git('apply', '--cached', 'fix.patch')
    expect(repo.git('show', ':a.md')).toBe(draftOf('Teh racks, the shelves.'))
  })

  it.skipIf(!isInstalled('git')).each(['--staged', '--since=HEAD'])('standard input (%s)', async (option) => {
    expect(await staged(repository(), [option, '-'])).toMatchObject({
      code: 2,
      err: 'coldread: --staged reads drafts of a repository, which standard input is not\n'
    })
  })

  it.skipIf(!isInstalled('git')).each(['--staged', '--since=main'])(
    'a folder in no repository (%s)',
    async (option) => {
      mkdirSync(path.join(cli.folder, 'plain'), {recursive: true})
      const name = option.replace(/=.*/, '')
      expect(await cli.run([option], 'plain')).toEqual({
        code: 2,
        out: '',
        err: `coldread: ${name} needs a git repository, and this folder is in none; \`git init\` makes one\n`
      })
    }
  )

  it.skipIf(!isInstalled('git')).each(['bare.git', 'half/.git'])(
    'a repository without work tree: %s',
    async (folder) => {
      if (folder === 'bare.git') new Repository(path.join(cli.folder, folder), '--bare')
      else new Repository(path.join(cli.folder, 'half'))
      expect(await cli.run(['--staged'], folder)).toMatchObject({
        code: 2,
        err: 'coldread: --staged needs a work tree, and this repository is bare or this is its .git folder; run it in a clone\n'
      })
    }
  )

  it.skipIf(!isInstalled('git'))('a repository that git refuses, with the words of git', async () => {
    const repo = repository()
    writeFileSync(path.join(repo.folder, '.git/config'), '[core\n')
    expect(await staged(repo)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^coldread: --staged: git refused: bad config line 1 in file .*\n$/)
    })
  })

  it('a machine without git', async () => {
    expect(await cli.run(['--staged'], '.', {env: {PATH: '/nowhere'}})).toMatchObject({
      code: 2,
      err: 'coldread: git could not be started: it is not installed, or not on the PATH\n'
    })
  })
})

it.skipIf(!isInstalled('git'))('leaves the repository as it was, the index included', async () => {
  const repo = repository()
  repo.stage('a.md', bad)
  const index = path.join(repo.folder, '.git/index')
  const before = {files: readdirSync(path.join(repo.folder, '.git')).sort(), index: repo.git('ls-files', '--debug')}
  await staged(repo)
  await staged(repo, ['--since', 'HEAD'])
  expect(existsSync(`${index}.lock`)).toBe(false)
  expect({files: readdirSync(path.join(repo.folder, '.git')).sort(), index: repo.git('ls-files', '--debug')}).toEqual(
    before
  )
})
