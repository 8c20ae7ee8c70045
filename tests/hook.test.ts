import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {isInstalled} from './support/clients.js'
import {read} from './support/files.js'
import {Repository} from './support/repository.js'

// Each test starts several programs.
vi.setConfig({testTimeout: 60_000})

const parent = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread hook ')))
const good = read('fixtures/samples/good-letter.md')
const bad = good.replace(/^subject: .*$/m, 'subject: Exclusive offer')
const hookName = '.git/hooks/pre-commit'
const keptName = `${hookName}.before-coldread`
const written = `${hookName} written: what is staged is linted before every commit.\n`
let built: BuiltCommand
let count = 0

beforeAll(async () => {
  built = await buildCommand()
}, 60_000)
afterAll(() => {
  built.remove()
  rmSync(parent, {recursive: true, force: true})
})

/** A repository whose path has spaces; the project in it has Coldread installed. */
function project(): Repository {
  count += 1
  const repo = new Repository(path.join(parent, `repository ${count}`))
  repo.commit({'.gitignore': 'node_modules\n', 'old.md': good})
  const bin = path.join(repo.folder, 'node_modules/.bin')
  mkdirSync(bin, {recursive: true})
  symlinkSync(built.program, path.join(bin, 'coldread'))
  return repo
}

function hook(repo: Repository, action: 'install' | 'uninstall', env: NodeJS.ProcessEnv = {}, cwd = repo.folder) {
  const options = {cwd, encoding: 'utf8', env: {...process.env, ...env}} as const
  const {status, stdout, stderr} = spawnSync(process.execPath, [built.program, 'hook', action], options)
  return {code: status, out: stdout, err: stderr}
}

function done(out: string) {
  return {code: 0, out, err: ''}
}

function refused(why: string) {
  return {code: 2, out: '', err: `coldread: ${why}\n`}
}

function commits(repo: Repository, text: string): {readonly done: boolean; readonly said: string} {
  repo.stage('draft.md', text)
  return repo.tries('commit', '--message', 'a draft')
}

/** A hook that says so, and ends with a code. */
function writeHook(repo: Repository, code: number, mode = 0o755): string {
  const text = `#!/bin/sh\necho 'the hook before' >&2\nexit ${code}\n`
  mkdirSync(path.join(repo.folder, '.git/hooks'), {recursive: true})
  writeFileSync(path.join(repo.folder, hookName), text)
  chmodSync(path.join(repo.folder, hookName), mode)
  return text
}

const inRepo = (repo: Repository, name: string) => path.join(repo.folder, name)

describe.skipIf(!isInstalled('git'))('coldread hook install', () => {
  it('stops the commit of a bad draft and lets a good one pass', () => {
    const repo = project()
    expect(hook(repo, 'install')).toEqual(done(written))
    const stopped = commits(repo, bad)
    expect(stopped.done).toBe(false)
    expect(stopped.said).toMatch(/draft\.md.*subject-hype.*Read as staged, not as in the work tree\./s)
    expect(commits(repo, good).done).toBe(true)
  })

  it('lets commits without a draft pass, and those of a subfolder', () => {
    const repo = project()
    hook(repo, 'install')
    repo.stage('README.md', '# Exclusive offer\n')
    expect(repo.tries('commit', '--message', 'x')).toMatchObject({done: true})
    repo.stage('deep er/draft.md', bad)
    expect(repo.tries('-C', 'deep er', 'commit', '--message', 'x').said).toContain('deep er/draft.md')
  })

  it('done twice, leaves what it left the first time', () => {
    const repo = project()
    writeHook(repo, 0)
    expect(hook(repo, 'install').out).toContain(`The hook that was there is kept as ${keptName} and runs first.`)
    const text = readFileSync(inRepo(repo, hookName), 'utf8')
    chmodSync(inRepo(repo, hookName), 0o644)
    expect(hook(repo, 'install').out).toContain(`${hookName} is there already: `)
    expect(readFileSync(inRepo(repo, hookName), 'utf8')).toBe(text)
    expect(statSync(inRepo(repo, hookName)).mode & 0o111).toBe(0o111)
    expect(readFileSync(inRepo(repo, keptName), 'utf8')).toContain('the hook before')
  })

  it.each([
    ['runs the hook that was there first', 0, 0o755, good, true, /the hook before\n1 draft, nothing found/],
    ['runs both', 0, 0o755, bad, false, /the hook before\n.*subject-hype/s],
    ['stops where that hook stops', 3, 0o755, good, false, /^the hook before\n$/],
    ['does not run a hook that git would not run', 3, 0o644, good, true, /^(?!.*the hook before)/s]
  ])('%s', (_, code, mode, text, passes, says) => {
    const repo = project()
    writeHook(repo, code, mode)
    hook(repo, 'install')
    const {done, said} = commits(repo, text)
    expect(done).toBe(passes)
    expect(said).toMatch(says)
  })

  it('writes where core.hooksPath leads', () => {
    const repo = project()
    repo.git('config', 'core.hooksPath', 'my hooks')
    expect(hook(repo, 'install')).toEqual(
      done(
        'my hooks/pre-commit written: what is staged is linted before every commit.\ncore.hooksPath leads there, into the work tree: commit the file if others are to have the hook.\n'
      )
    )
    expect(existsSync(inRepo(repo, hookName))).toBe(false)
    expect(commits(repo, bad).done).toBe(false)
  })

  it('writes one hook for all work trees, from any folder of them', () => {
    const repo = project()
    const linked = path.join(parent, `linked ${count}`)
    repo.git('worktree', 'add', '--quiet', '-b', 'linked', linked)
    mkdirSync(path.join(linked, 'below'))
    expect(hook(repo, 'install', {}, path.join(linked, 'below')).out).toBe(
      `${inRepo(repo, hookName)} written: what is staged is linted before every commit.\n`
    )
    expect(commits(repo, bad).done).toBe(false)
  })

  it.each(['.husky/_', '.husky'])('refuses where husky has set core.hooksPath (%s)', (folder) => {
    const repo = project()
    repo.git('config', 'core.hooksPath', folder)
    repo.write('.husky/pre-commit', 'npm test\n')
    expect(hook(repo, 'install')).toEqual(
      refused(
        'husky manages the hooks of this repository and would undo another one: add the line `npx --no-install coldread --staged` to .husky/pre-commit'
      )
    )
  })

  it.each([
    [
      'lefthook',
      'lefthook.yml',
      'add a command with `run: npx --no-install coldread --staged` under pre-commit in its configuration'
    ],
    ['pre-commit', '.pre-commit-config.yaml', 'add the hook `coldread` to .pre-commit-config.yaml']
  ])('refuses where %s manages the hooks', (name, file, recipe) => {
    const repo = project()
    repo.write(file, '')
    const why = `${name} manages the hooks of this repository and would undo another one: ${recipe}`
    expect(hook(repo, 'install')).toEqual(refused(why))
    rmSync(inRepo(repo, file))
    repo.write(hookName, `#!/bin/sh\n# File generated by ${name}\n`)
    expect(hook(repo, 'install')).toEqual(refused(why))
  })

  it('refuses a folder of hooks that all repositories share', () => {
    const repo = project()
    const shared = path.join(parent, 'shared hooks')
    const config = path.join(parent, 'gitconfig')
    writeFileSync(config, `[core]\n\thooksPath = ${shared}\n`)
    expect(hook(repo, 'install', {GIT_CONFIG_GLOBAL: config})).toEqual(
      refused(
        `core.hooksPath leads every repository of yours to ${shared}, so a hook there would judge them all: \`git config --local core.hooksPath .git/hooks\` gives this one its own`
      )
    )
    expect(existsSync(shared)).toBe(false)
    repo.git('config', '--local', 'core.hooksPath', '.git/hooks')
    expect(hook(repo, 'install', {GIT_CONFIG_GLOBAL: config})).toEqual(done(written))
  })

  it('refuses to keep two hooks, and to overwrite its own that was changed', () => {
    const repo = project()
    writeHook(repo, 0)
    hook(repo, 'install')
    writeFileSync(inRepo(repo, hookName), `${readFileSync(inRepo(repo, hookName), 'utf8')}# more\n`)
    expect(hook(repo, 'install')).toEqual(
      refused(
        `${hookName} is Coldread's and was changed by hand, so it was left as it is: keep your lines elsewhere and delete it first`
      )
    )
    const text = writeHook(repo, 1)
    expect(hook(repo, 'install')).toEqual(
      refused(
        `${keptName} waits there already, so the hook that is there now could not be kept beside it: join the two, or delete one`
      )
    )
    expect(readFileSync(inRepo(repo, hookName), 'utf8')).toBe(text)
  })

  it('says why it can not write', () => {
    const repo = project()
    rmSync(inRepo(repo, '.git/hooks'), {recursive: true, force: true})
    writeFileSync(inRepo(repo, '.git/hooks'), '')
    expect(hook(repo, 'install')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/pre-commit could not be written: /)
    })
  })

  it('leaves everything as it was where it can not write', () => {
    const repo = project()
    const text = writeHook(repo, 0)
    // The disk takes no byte more.
    const full = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`
    const words = ['-c', full, process.execPath, built.program, 'hook', 'install']
    const {status, stderr} = spawnSync('sh', words, {cwd: repo.folder, encoding: 'utf8'})
    expect({status, stderr}).toMatchObject({status: 2, stderr: expect.stringContaining('could not be written: ')})
    expect(readFileSync(inRepo(repo, hookName), 'utf8')).toBe(text)
    expect(readdirSync(inRepo(repo, '.git/hooks')).filter((name) => !name.endsWith('.sample'))).toEqual(['pre-commit'])
  })

  it('needs a repository', () => {
    const plain = mkdtempSync(path.join(parent, 'plain'))
    expect(hook({folder: plain} as Repository, 'install')).toEqual(
      refused('`coldread hook` needs a git repository, and this folder is in none; `git init` makes one')
    )
  })
})

describe.skipIf(!isInstalled('git'))('coldread hook uninstall', () => {
  it('takes the hook away', () => {
    const repo = project()
    hook(repo, 'install')
    expect(hook(repo, 'uninstall')).toEqual(done(`${hookName} taken away.\n`))
    expect(commits(repo, bad).done).toBe(true)
    expect(hook(repo, 'uninstall')).toEqual(done('No hook of Coldread is installed here, so nothing was changed.\n'))
  })

  it('puts back the hook that was there, byte by byte, with its mode', () => {
    const repo = project()
    const text = writeHook(repo, 0, 0o711)
    hook(repo, 'install')
    expect(hook(repo, 'uninstall')).toEqual(done(`${hookName} is again the hook that was there before Coldread's.\n`))
    expect(readFileSync(inRepo(repo, hookName), 'utf8')).toBe(text)
    expect(statSync(inRepo(repo, hookName)).mode & 0o777).toBe(0o711)
    expect(existsSync(inRepo(repo, keptName))).toBe(false)
  })

  it('puts back a link as a link', () => {
    const repo = project()
    mkdirSync(inRepo(repo, '.git/hooks'), {recursive: true})
    repo.write('our-hook', '#!/bin/sh\nexit 4\n')
    chmodSync(inRepo(repo, 'our-hook'), 0o755)
    symlinkSync('../../our-hook', inRepo(repo, hookName))
    hook(repo, 'install')
    expect(commits(repo, good).done).toBe(false)
    hook(repo, 'uninstall')
    expect(lstatSync(inRepo(repo, hookName)).isSymbolicLink()).toBe(true)
  })

  it('leaves what is not its own', () => {
    const repo = project()
    const text = writeHook(repo, 0)
    expect(hook(repo, 'uninstall')).toEqual(done('No hook of Coldread is installed here, so nothing was changed.\n'))
    hook(repo, 'install')
    writeHook(repo, 0)
    expect(hook(repo, 'uninstall')).toEqual(
      refused(
        `${hookName} is not Coldread's any more, so it was left as it is; the hook before Coldread's waits as ${keptName}`
      )
    )
    expect(readFileSync(inRepo(repo, keptName), 'utf8')).toBe(text)
  })

  it('leaves its own that was changed by hand', () => {
    const repo = project()
    hook(repo, 'install')
    const edited = `${readFileSync(inRepo(repo, hookName), 'utf8')}echo more\n`
    writeFileSync(inRepo(repo, hookName), edited)
    expect(hook(repo, 'uninstall')).toEqual(
      refused(
        `${hookName} was changed by hand since Coldread wrote it, so it was left as it is: take out of it what is yours, and delete it`
      )
    )
    expect(readFileSync(inRepo(repo, hookName), 'utf8')).toBe(edited)
  })
})

describe.skipIf(!isInstalled('git'))('the hook finds coldread', () => {
  /** What the hook does with nothing but these programs. */
  function commitWith(repo: Repository, programs: Readonly<Record<string, string>>) {
    const bin = mkdtempSync(path.join(parent, 'bin'))
    for (const name of ['git', 'sh', 'env', 'cat']) {
      const {stdout} = spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'})
      symlinkSync(stdout.trim(), path.join(bin, name))
    }
    symlinkSync(process.execPath, path.join(bin, 'node'))
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(path.join(bin, name), text)
      chmodSync(path.join(bin, name), 0o755)
    }
    rmSync(inRepo(repo, 'node_modules'), {recursive: true})
    repo.stage('draft.md', bad)
    const words = ['-c', 'user.name=Ann', '-c', 'user.email=ann@tests.example', 'commit', '--message', 'x']
    const {stderr, status} = spawnSync('git', words, {
      cwd: repo.folder,
      encoding: 'utf8',
      env: {...process.env, PATH: bin}
    })
    return {done: status === 0, said: stderr}
  }

  const says = (word: string) => `#!/bin/sh\necho "${word} $*" >&2\n`

  it('on the PATH, where the project has none', () => {
    const repo = project()
    hook(repo, 'install')
    expect(commitWith(repo, {coldread: says('global'), npx: says('npx')}).said).toMatch(/^global --staged\n/)
  })

  it('by npx, which fetches nothing', () => {
    const repo = project()
    hook(repo, 'install')
    expect(commitWith(repo, {npx: says('npx')}).said).toMatch(/^npx --no-install coldread --staged\n/)
  })

  it.each([
    ['nowhere', {}],
    ['not by npx either', {npx: '#!/bin/sh\nexit 1\n'}]
  ])('or says that it is %s, and stops', (_, programs) => {
    const repo = project()
    hook(repo, 'install')
    expect(commitWith(repo, programs)).toEqual({
      done: false,
      said: 'coldread: the pre-commit hook finds no coldread: `npm install` may bring it, `git commit --no-verify` commits without it.\n'
    })
  })
})
