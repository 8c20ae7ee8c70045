import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {read, root} from './support/files.js'

interface Action {
  inputs: Record<string, {default: string; description: string}>
  outputs: Record<string, {value: string}>
  runs: {steps: {run: string; env: Record<string, string>; 'working-directory': string}[]}
}

const action: Action = parse(read('action.yml'))
const [step] = action.runs.steps
const workspace = mkdtempSync(path.join(tmpdir(), 'coldread-action-'))
const tools = path.join(workspace, '.tools')
let built: BuiltCommand

beforeAll(async () => {
  built = await buildCommand()
  // Stands in for the registry: says what was asked for, then runs what stands here.
  const npx = write('.tools/npx', `#!/bin/sh\necho "npx $*" >> "${workspace}/npx.log"\nshift 4\nexec coldread "$@"\n`)
  chmodSync(npx, 0o755)
}, 60_000)

afterAll(() => {
  built.remove()
  rmSync(workspace, {recursive: true, force: true})
})

const bad = '---\nsubject: Exclusive offer\nlang: en\n---\n\nDear Ms Okello,\n\nwe sell racks.\n'

function write(name: string, text: string): string {
  const file = path.join(workspace, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
  return file
}

function install(folder: string): void {
  const bin = path.join(workspace, folder, 'node_modules/.bin')
  mkdirSync(bin, {recursive: true})
  symlinkSync(built.program, path.join(bin, 'coldread'))
}

/** Runs the action's step as GitHub does: inputs put where the action asks for them, the script in a file. */
function run(inputs: Record<string, string> = {}, {onlyBash = false} = {}) {
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => inputs[name] ?? action.inputs[name]?.default ?? '')
  const [output, summary] = [write('.github-output', ''), write('.github-summary', '')]
  const script = write('.step.sh', step?.run ?? '')
  const {status, stdout, stderr} = spawnSync('/bin/bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: path.join(workspace, filled(step?.['working-directory'] ?? '')),
    encoding: 'utf8',
    env: {
      PATH: onlyBash ? '' : [tools, built.bin, process.env.PATH].join(path.delimiter),
      HOME: workspace,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: workspace,
      ...Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, filled(value)]))
    }
  })
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2))
  )
  return {status, stdout, stderr, outputs, summary: readFileSync(summary, 'utf8')}
}

const fetched = () => {
  const log = path.join(workspace, 'npx.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim() : undefined
}

beforeEach(() => {
  for (const name of ['drafts', 'node_modules', 'a folder', 'npx.log'])
    rmSync(path.join(workspace, name), {recursive: true, force: true})
})

describe('action.yml', {timeout: 60_000}, () => {
  it('lets no input into a script, where it could be run', () => {
    for (const {run} of action.runs.steps) expect(run).not.toContain('${{')
  })

  it('uses every input it describes, and no other', () => {
    const used = [...JSON.stringify(action.runs).matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name)
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort())
  })
})

describe('the action', {timeout: 60_000}, () => {
  it('annotates findings with paths from the root of the repository, and writes the summary', () => {
    install('a folder')
    write('a folder/drafts/one.md', bad)
    const {status, stdout, outputs, summary} = run({'working-directory': 'a folder'})
    expect(stdout).toMatch(/^::error .*file=a folder\/drafts\/one\.md,line=2,/m)
    expect(summary).toContain('subject-hype')
    expect({status, outputs}).toEqual({status: 1, outputs: {'exit-code': '1'}})
    expect(fetched()).toBeUndefined()
  })

  it('passes where there is nothing to complain about', () => {
    install('.')
    write('drafts/good.md', read('fixtures/samples/good-letter.md'))
    expect(run()).toMatchObject({status: 0, outputs: {'exit-code': '0'}})
  })

  it.each([
    ['a quote', `it's a "draft".md`],
    ['what a shell would run', '$(touch pwned) `touch pwned`; touch pwned.md'],
    ['a space at its end', 'draft.md '],
    ['the look of an option', '--fix']
  ])('takes a path with %s as it is', (_, name) => {
    install('.')
    write(`drafts/${name}`, bad)
    write('drafts/other.md', bad)
    const {stdout, outputs} = run({paths: `drafts/${name}\n`, format: 'compact', 'max-warnings': '100'})
    expect(outputs).toEqual({'exit-code': '1'})
    expect(stdout).toContain(`drafts/${name}:2:10`)
    expect(stdout).not.toContain('other.md')
    expect(existsSync(path.join(workspace, 'pwned'))).toBe(false)
    expect(readFileSync(path.join(workspace, `drafts/${name}`), 'utf8')).toBe(bad)
  })

  it('takes paths one a line, with line ends of any system', () => {
    install('.')
    for (const name of ['one', 'two words', 'three']) write(`drafts/${name}.md`, bad)
    const {stdout} = run({paths: 'drafts/one.md\r\n\r\ndrafts/two words.md\r\n', format: 'compact'})
    const seen = new Set([...stdout.matchAll(/^drafts\/(.+?)\.md:/gm)].map(([, name]) => name))
    expect([...seen]).toEqual(['one', 'two words'])
  })

  it('hands over the configuration and the threshold', () => {
    install('.')
    write('drafts/one.md', bad)
    const rules = Object.fromEntries(
      [...read('README.md').matchAll(/^\| \[([a-z-]+)\]\(rules/gm)].map(([, id]) => [id, 'off'])
    )
    const config = {rules: {...rules, 'subject-hype': 'warn'}}
    write('lenient settings.json', JSON.stringify(config))
    const inputs = {config: 'lenient settings.json', paths: 'drafts'}
    expect(run(inputs)).toMatchObject({status: 0})
    expect(run({...inputs, 'max-warnings': '0'})).toMatchObject({status: 1})
  })

  it.each([
    ['.', '', 'coldread.sarif'],
    ['a folder', '', 'a folder/coldread.sarif'],
    ['a folder/', 'out put/it.sarif', 'a folder/out put/it.sarif']
  ])('writes SARIF in %j to %j and names the file', (folder, asked, report) => {
    install(folder)
    write(path.join(folder, 'drafts/one.md'), bad)
    const {status, outputs} = run({'working-directory': folder, format: 'sarif', 'output-file': asked})
    expect({status, outputs}).toEqual({status: 1, outputs: {report, 'exit-code': '1'}})
    expect(JSON.parse(readFileSync(path.join(workspace, report), 'utf8')).version).toBe('2.1.0')
  })

  it('tells wrong use from findings', () => {
    install('.')
    expect(run({paths: 'nowhere'})).toMatchObject({status: 2, outputs: {'exit-code': '2'}})
    expect(run({format: 'no such'})).toMatchObject({status: 2, outputs: {'exit-code': '2'}})
  })

  it('fetches its own version where the project has none', () => {
    write('drafts/one.md', bad)
    expect(run()).toMatchObject({status: 1})
    const {version} = JSON.parse(read('package.json'))
    expect(fetched()).toBe(`npx --yes --package coldread@${version} coldread --format github -- .`)
  })

  it('fetches the version that the user names, whatever the project has', () => {
    install('.')
    write('drafts/one.md', bad)
    run({version: '^1.2.0-rc.1'})
    expect(fetched()).toContain('--package coldread@^1.2.0-rc.1 coldread')
  })

  it.each(['file:../evil', '1.0.0 evil', '1.0.0\nevil', 'npm:evil@1', '$(touch pwned)'])(
    'refuses the version %j, which is none of Coldread',
    (version) => {
      const {status, stdout} = run({version})
      expect(status).toBe(2)
      expect(stdout).toContain('::error title=Coldread::The input version takes a version or a tag of npm')
      expect(fetched()).toBeUndefined()
    }
  )

  it('says what is missing on a machine without Node', () => {
    const {status, stdout} = run({}, {onlyBash: true})
    expect(status).toBe(2)
    expect(stdout).toContain('Put actions/setup-node before this step')
  })
})
