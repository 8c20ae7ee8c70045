import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {parse} from 'yaml'
import manifest from '../package.json' with {type: 'json'}
import {bundleCommand} from '../src/build/command.js'
import {formats} from '../src/generated/formats.js'
import {isInstalled} from './support/clients.js'
import {codeBlocks} from './support/code-blocks.js'
import {read, root} from './support/files.js'
import {Repository} from './support/repository.js'
import {shellEnvironment} from './support/shell.js'

vi.setConfig({testTimeout: 60_000})

interface Hook {
  readonly id: string
  readonly files: string
}
const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[]

const good = read('fixtures/samples/good-letter.md')
const bad = good.replace(/^subject: .*$/m, 'subject: Exclusive offer')
const fixable = good.replace('Kind regards', 'Kind regards!!')
// pre-commit does not find what it installs below a folder with a space in its name.
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-pre-commit-')))
const environment = shellEnvironment({
  PRE_COMMIT_HOME: path.join(folder, 'home'),
  PRE_COMMIT_COLOR: 'never',
  // What was installed for the project need not be asked for again, and a registry that falls silent not for minutes.
  npm_config_prefer_offline: 'true',
  npm_config_fetch_timeout: '20000',
  npm_config_fetch_retries: '5',
  npm_config_fetch_retry_mintimeout: '1000'
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('.pre-commit-hooks.yaml', () => {
  it.each(hooks)('names the endings of every format ($id)', ({files}) => {
    const [, insensitive, pattern = ''] = /^(\(\?i\))(.*)$/.exec(files) ?? []
    expect(insensitive).toBe('(?i)')
    const endings = /^\\\.\((.*)\)\$$/.exec(pattern)?.[1]?.split('|')
    expect(endings?.map((ending) => `.${ending}`).sort()).toEqual(
      Object.values(formats)
        .flatMap(({extensions}) => extensions)
        .sort()
    )
  })
})

/** The package as npm has it, in a folder. */
async function writePackage(to: string): Promise<void> {
  await bundleCommand(root, path.join(to, 'dist/cli'))
  const {scripts: _, devDependencies: __, ...published} = manifest
  writeFileSync(path.join(to, 'package.json'), JSON.stringify(published))
}

/** What pre-commit clones, with the built command in it: to build it there takes minutes. */
async function builtProject(): Promise<Repository> {
  const repo = new Repository(path.join(folder, 'built'))
  await writePackage(repo.folder)
  repo.commit({'.pre-commit-hooks.yaml': read('.pre-commit-hooks.yaml')})
  return repo
}

/** The project as it lies here, for pre-commit to clone, install and build. */
function wholeProject(): Repository {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', list, {cwd: root, encoding: 'utf8', maxBuffer: Infinity}).split('\0')
  const repo = new Repository(path.join(folder, 'whole'))
  for (const file of new Set(files.filter(Boolean))) {
    const from = path.join(root, file)
    if (existsSync(from)) cpSync(from, path.join(repo.folder, file))
  }
  repo.commit()
  return repo
}

async function packed(): Promise<string> {
  const unpacked = path.join(folder, 'package')
  await writePackage(unpacked)
  return path.join(folder, pack(unpacked, '--pack-destination', folder))
}

/** What npm prints is the name of what it made. */
function pack(cwd: string, ...words: string[]): string {
  return execFileSync('npm', ['pack', ...words], {cwd, encoding: 'utf8', env: environment, stdio: 'pipe'}).trim()
}

it('lets npm print nothing but the name of the package, which is what pre-commit installs', () => {
  const noisy = path.join(folder, 'noisy')
  mkdirSync(noisy)
  writeFileSync(path.join(noisy, '.npmrc'), read('.npmrc'))
  writeFileSync(
    path.join(noisy, 'package.json'),
    '{"name": "noisy", "version": "1.0.0", "scripts": {"prepare": "echo I build"}}'
  )
  expect(pack(noisy)).toBe('noisy-1.0.0.tgz')
})

let count = 0

function configured(repos: object): Repository {
  count += 1
  const repo = new Repository(path.join(folder, `repository ${count}`))
  // JSON is YAML.
  repo.commit({'.pre-commit-config.yaml': JSON.stringify({repos: [repos]})})
  return repo
}

function run({folder: cwd}: Repository, ...words: string[]) {
  const {status, stdout, stderr} = spawnSync('pre-commit', words, {cwd, encoding: 'utf8', env: environment})
  return {status, said: stdout + stderr}
}

function install(repo: Repository): void {
  const {status, said} = run(repo, 'install', '--install-hooks')
  if (status !== 0) throw new Error(said)
}

function commit(repo: Repository) {
  writeFileSync(path.join(folder, 'gitconfig'), '[user]\n\tname = Ann Example\n\temail = ann@tests.example\n')
  const env = {...environment, GIT_CONFIG_GLOBAL: path.join(folder, 'gitconfig')}
  const {status, stdout, stderr} = spawnSync('git', ['commit', '-m', 'x'], {cwd: repo.folder, encoding: 'utf8', env})
  return {done: status === 0, said: stdout + stderr}
}

const cases: readonly [string, boolean, () => Repository | Promise<Repository>][] = [
  ['pre-commit with the built project', true, builtProject],
  [
    'pre-commit with the project as it is cloned, which takes minutes (COLDREAD_CLONE=1)',
    process.env.COLDREAD_CLONE !== undefined && existsSync(path.join(root, '.git')),
    wholeProject
  ]
]

describe.each(cases)('%s', (_, isAsked, cloned) => {
  describe.skipIf(!isAsked || !isInstalled('git') || !isInstalled('pre-commit'))('', () => {
    let project: Repository

    beforeAll(async () => {
      project = await cloned()
      install(withHooks('coldread'))
    }, 900_000)

    function withHooks(...ids: string[]): Repository {
      const rev = project.git('rev-parse', 'HEAD').trim()
      return configured({repo: project.folder, rev, hooks: ids.map((id) => ({id}))})
    }
    it('stops the commit of a bad draft, and lets a good one pass', () => {
      const repo = withHooks('coldread')
      install(repo)
      repo.stage('draft.md', bad)
      repo.stage('letter.eml', Buffer.from('Content-Type: text/plain; charset=latin1\n\nBuy caf\xe9s now.\n', 'latin1'))
      const stopped = commit(repo)
      expect(stopped).toMatchObject({
        done: false,
        said: expect.stringMatching(/^coldread\.+Failed\n- hook id: coldread\n/m)
      })
      expect(stopped.said).toMatch(/draft\.md\n.*subject-hype.*letter\.eml\n.*contact-block/s)
      repo.git('rm', '--quiet', '--force', 'letter.eml')
      repo.stage('draft.md', good)
      expect(commit(repo)).toMatchObject({done: true, said: expect.stringMatching(/^coldread\.+Passed\n/m)})
    })

    it('does not judge a README.md that is committed, nor files without drafts', () => {
      const repo = withHooks('coldread', 'coldread-fix')
      install(repo)
      repo.stage('README.md', '# Exclusive offer!!\n\nACT NOW!!!\n')
      repo.stage('page.html', '<html><head><meta property="og:x"></head>ACT NOW!!!</html>')
      expect(commit(repo)).toMatchObject({
        done: true,
        said: expect.stringMatching(/^coldread\.+Passed\ncoldread --fix\.+Passed\n/m)
      })
      repo.stage('index.js', '"ACT NOW!!!"\n')
      expect(commit(repo)).toMatchObject({
        done: true,
        said: expect.stringMatching(/^coldread\.+.no files to check.Skipped\n/m)
      })
    })

    it('judges what is staged where the work tree goes on', () => {
      const repo = withHooks('coldread')
      install(repo)
      repo.stage('draft.md', good)
      repo.write('draft.md', bad)
      expect(commit(repo)).toMatchObject({done: true})
      expect(repo.git('show', 'HEAD:draft.md')).toBe(good)
    })

    it('judges all drafts when it is asked', () => {
      const repo = withHooks('coldread')
      repo.commit({'mails/a.md': good, 'mails/b.md': bad, 'README.md': '# ACT NOW!!!\n'})
      const {status, said} = run(repo, 'run', '--all-files')
      expect({status, said}).toMatchObject({status: 1, said: expect.stringContaining('mails/b.md\n')})
      expect(said).toContain('in 1 of 2 drafts.')
    })

    it('fixes, stops, and passes once the user staged what was fixed', () => {
      const repo = withHooks('coldread-fix')
      install(repo)
      repo.stage('draft.md', fixable)
      expect(commit(repo)).toMatchObject({
        done: false,
        said: expect.stringMatching(
          /^coldread --fix\.+Failed\n- hook id: coldread-fix\n- files were modified by this hook\n/m
        )
      })
      expect(repo.git('diff')).toMatch(/^-Kind regards!!\n\+Kind regards[!.]\n/m)
      repo.git('add', 'draft.md')
      expect(commit(repo)).toMatchObject({done: true})
    })
  })
})

describe.skipIf(!isInstalled('git') || !isInstalled('pre-commit'))('pre-commit with the package from npm', () => {
  it('takes the package as it is published, by the recipe in docs/git.md', async () => {
    const recipe = codeBlocks('docs/git.md', 'yaml').find((text) => text.includes('additional_dependencies')) ?? ''
    const [{hooks, ...local}] = parse(recipe).repos
    expect(hooks[0].additional_dependencies).toEqual([`coldread@${manifest.version}`])
    const repo = configured({...local, hooks: [{...hooks[0], additional_dependencies: [await packed()]}]})
    install(repo)
    repo.stage('README.md', '# ACT NOW!!!\n')
    repo.stage('draft.md', good)
    expect(commit(repo)).toMatchObject({done: true, said: expect.stringMatching(/^coldread\.+Passed\n/m)})
    repo.stage('draft.md', bad)
    expect(commit(repo)).toMatchObject({done: false, said: expect.stringContaining('subject-hype')})
  }, 300_000)
})
