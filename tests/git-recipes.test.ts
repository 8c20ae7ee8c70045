import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {validateWorkflow} from '@action-validator/core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {parse} from 'yaml'
import {formats} from '../src/generated/formats.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {isInstalled} from './support/clients.js'
import {codeBlocks} from './support/code-blocks.js'
import {read} from './support/files.js'
import {Repository} from './support/repository.js'
import {shellEnvironment} from './support/shell.js'

vi.setConfig({testTimeout: 60_000})

const page = 'docs/git.md'
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread recipes ')))
const environment = shellEnvironment({LEFTHOOK_VERBOSE: '0'})
// A registry that falls silent must not hold the test for minutes.
const patient = ['--prefer-offline', '--fetch-timeout=20000', '--fetch-retries=5', '--fetch-retry-mintimeout=1000']
const good = read('fixtures/samples/good-letter.md')
const bad = good.replace(/^subject: .*$/m, 'subject: Exclusive offer')
let built: BuiltCommand
let count = 0

afterAll(() => rmSync(folder, {recursive: true, force: true}))

function block(language: string, holding: string): string {
  const found = codeBlocks(page, language).find((text) => text.includes(holding))
  if (!found) throw new Error(`${page} has no block with ${holding}`)
  return found
}

function spawn(cwd: string, program: string, ...words: string[]) {
  const {status, stdout, stderr} = spawnSync(program, words, {cwd, encoding: 'utf8', env: environment})
  return {code: status, said: stdout + stderr}
}

function must(cwd: string, program: string, ...words: string[]): void {
  const {code, said} = spawn(cwd, program, ...words)
  if (code !== 0) throw new Error(said)
}

/** A repository of a project that has the tools and Coldread among its modules. */
function project(): Repository {
  count += 1
  const repo = new Repository(path.join(folder, `repository ${count}`))
  repo.git('config', 'user.name', 'Ann Example')
  repo.git('config', 'user.email', 'ann@tests.example')
  symlinkSync(path.join(folder, 'node_modules'), path.join(repo.folder, 'node_modules'))
  repo.commit({'.gitignore': 'node_modules\n', 'package.json': '{"private": true}\n'})
  return repo
}

function commit(repo: Repository, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) repo.stage(name, text)
  return spawn(repo.folder, 'git', 'commit', '--message', 'x')
}

describe.skipIf(!isInstalled('git'))('docs/git.md, with the real tools', () => {
  beforeAll(async () => {
    built = await buildCommand()
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}')
    // Without their scripts: lefthook would install itself.
    const tools = ['husky@9.1.7', 'lefthook@2.2.2', 'lint-staged@16.4.0']
    must(folder, 'npm', 'install', ...patient, '--ignore-scripts', ...tools)
    symlinkSync(built.program, path.join(folder, 'node_modules/.bin/coldread'))
  }, 300_000)
  afterAll(() => built.remove())

  const husky = (repo: Repository, hook: string) => {
    mkdirSync(path.join(repo.folder, '.husky'))
    writeFileSync(path.join(repo.folder, '.husky/pre-commit'), hook)
    must(repo.folder, 'npx', '--no-install', 'husky')
  }

  const tools: Readonly<Record<string, (repo: Repository) => void>> = {
    'coldread hook install': (repo) => must(repo.folder, 'npx', '--no-install', 'coldread', 'hook', 'install'),
    husky: (repo) => husky(repo, block('sh', '# .husky/pre-commit')),
    lefthook: (repo) => {
      writeFileSync(path.join(repo.folder, 'lefthook.yml'), block('yaml', '# lefthook.yml'))
      must(repo.folder, 'npx', '--no-install', 'lefthook', 'install')
    },
    'lint-staged': (repo) => {
      writeFileSync(path.join(repo.folder, 'package.json'), block('json', 'lint-staged'))
      husky(repo, 'npx --no-install lint-staged\n')
    }
  }

  it.each(Object.keys(tools))('%s: a bad draft stops the commit, a good one and a README.md pass', (tool) => {
    const repo = project()
    tools[tool]?.(repo)
    const stopped = commit(repo, {'a draft.md': bad})
    expect(stopped.said).toMatch(/subject-hype/)
    expect(stopped.code).not.toBe(0)
    expect(commit(repo, {'a draft.md': good, 'README.md': '# Exclusive offer\n\nBuy now!!!\n'})).toMatchObject({
      code: 0
    })
    expect(commit(repo, {'README.md': '# Exclusive offers\n\nBuy now!!!\n'})).toMatchObject({code: 0})
    expect(commit(repo, {'index.js': '\n'})).toMatchObject({code: 0})
  })

  it('lint-staged stages what was fixed, and leaves alone what was not staged', () => {
    const repo = project()
    tools['lint-staged']?.(repo)
    repo.stage('a.md', good.replace('Kind regards', 'Kind regards!!'))
    repo.write('a.md', good.replace('Kind regards', 'Kind regards!!').replace('Dear', 'Good day,'))
    expect(commit(repo, {})).toMatchObject({code: 0})
    expect(repo.git('show', 'HEAD:a.md')).not.toContain('!!')
    expect(repo.git('diff')).toContain('+Good day,')
  })

  it.each(['husky', 'lefthook'])('coldread hook install leaves the hooks to %s', (tool) => {
    const repo = project()
    tools[tool]?.(repo)
    const {code, said} = spawn(repo.folder, 'npx', '--no-install', 'coldread', 'hook', 'install')
    expect(code).toBe(2)
    expect(said).toContain(`coldread: ${tool} manages the hooks of this repository`)
  })

  it('what is staged is fixed without touching the files', () => {
    const command = /`(coldread --staged --fix-dry-run \| git apply --cached)`/.exec(read(page))?.[1] ?? ''
    const repo = project()
    repo.stage('a.md', good.replace('Kind regards', 'Kind regards!!'))
    repo.write('a.md', 'other\n')
    must(repo.folder, 'sh', '-c', `PATH="$PWD/node_modules/.bin:$PATH"; ${command}`)
    expect(repo.git('show', ':a.md')).not.toContain('!!')
    expect(repo.git('diff')).toContain('+other')
  })

  it.each(['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME'])('CI reports what changed since %s', (name) => {
    const repo = project()
    repo.commit({'old.md': bad})
    const clone = path.join(folder, `clone ${name}`)
    repo.git('clone', '--quiet', repo.folder, clone)
    symlinkSync(path.join(folder, 'node_modules'), path.join(clone, 'node_modules'))
    writeFileSync(path.join(clone, 'new.md'), bad)
    const command = new RegExp(`npx --yes (coldread --since .*${name}.*)`).exec(read(page))?.[1] ?? ''
    const {code, said} = spawn(clone, 'sh', '-c', `export ${name}=main; npx --no-install ${command}`)
    expect({code, said}).toMatchObject({code: 1, said: expect.stringContaining('new.md')})
    expect(said).not.toContain('old.md')
  })
})

describe('docs/git.md', () => {
  it('shows workflows that GitHub takes, with the whole history', () => {
    const text = block('yaml', '# .github/workflows')
    expect(validateWorkflow(text).errors).toEqual([])
    expect(parse(text).jobs.changes.steps[0].with).toEqual({'fetch-depth': 0})
  })

  it('hands every format to Coldread', () => {
    const [glob = ''] = Object.keys(parse(block('json', 'lint-staged'))['lint-staged'])
    const endings = /^\*\.\{(.*)\}$/
      .exec(glob)?.[1]
      ?.split(',')
      .map((ending) => `.${ending}`)
    expect(endings?.sort()).toEqual(
      Object.values(formats)
        .flatMap(({extensions}) => extensions)
        .sort()
    )
  })

  it('shows hooks of pre-commit that there are, for the files that they are for', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as {id: string; entry: string; files: string}[]
    const [ours, local] = codeBlocks(page, 'yaml')
      .filter((text) => text.startsWith('# .pre-commit-config.yaml'))
      .map((text) => parse(text).repos[0].hooks[0])
    const [hook] = hooks
    expect(hooks.map(({id}) => id)).toContain(ours.id)
    expect(local).toMatchObject({id: hook?.id, entry: hook?.entry, files: hook?.files, require_serial: true})
  })
})
