import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, readFileSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Cli} from './support/cli.js'
import {isInstalled} from './support/clients.js'
import {codeBlocks} from './support/code-blocks.js'
import {root} from './support/files.js'

let cli: Cli
/** For `PATH`: the command by its name, as the recipes start it. */
let bin: string

beforeAll(async () => {
  cli = await Cli.build()
  bin = path.dirname(cli.file('.bin/coldread', `#!/bin/sh\nexec "${process.execPath}" "${cli.program}" "$@"\n`))
  chmodSync(path.join(bin, 'coldread'), 0o755)
}, 60_000)

afterAll(() => cli.remove())

const draft = [
  '---',
  'subject: Exclusive offer 𝒜 for Café Okello',
  'lang: en',
  '---',
  '',
  'Dear Ms Okello,',
  '',
  'I hope this finds you well. We sell 𝒜 pallet racks in Graz. Café 𝒜: buy teh racks NOW!!',
  ''
].join('\n')

/** Switches the rule on that the bundle for tests has, with an edit that no real rule's changes can touch. */
const spelling = JSON.stringify({rules: {'test-spelling': 'error'}})

interface Seen {
  readonly findings: {code: string; line: number; from: number; to_line: number; to: number}[]
  readonly offered?: string[]
  readonly failure?: string
}

const version = /NVIM v(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], {encoding: 'utf8'}).stdout ?? '')
const isRecent = Number(version?.[1]) > 0 || Number(version?.[2]) >= 11

describe.skipIf(!isInstalled('nvim'))('editors/neovim.md', {timeout: 60_000}, () => {
  const [recent = '', older = '', atSave = ''] = codeBlocks('editors/neovim.md', 'lua')

  async function inNeovim(name: string, text: string, recipe: string, task: {at?: string; pick?: string} = {}) {
    const file = realpathSync(cli.file(`${name}/draft.md`, text))
    const env = {
      ...process.env,
      PATH: [bin, process.env.PATH].join(path.delimiter),
      HOME: path.join(cli.folder, name),
      XDG_STATE_HOME: path.join(cli.folder, name, 'state'),
      XDG_CONFIG_HOME: path.join(cli.folder, name, 'config'),
      TASK: cli.file(`${name}/task.json`, JSON.stringify({file, ...task})),
      SEEN: path.join(cli.folder, name, 'seen.json')
    }
    const init = cli.file(`${name}/init.lua`, recipe)
    const words = ['--headless', '-n', '-i', 'NONE', '-u', init, '-c', `luafile ${root}tests/support/neovim.lua`]
    const nvim = spawn('nvim', words, {
      cwd: path.dirname(file),
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 60_000
    })
    let said = ''
    nvim.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    await new Promise((resolve) => nvim.on('close', resolve))
    const seen: Seen = JSON.parse(readFileSync(env.SEEN, 'utf8'))
    expect({failure: seen.failure, said}).toEqual({failure: undefined, said: ''})
    return {...seen, saved: readFileSync(file, 'utf8')}
  }

  const usual = isRecent ? recent : older

  it('marks the words that the command line names, also beside accents and letters beyond the first plane', async () => {
    const {findings} = await inNeovim('marks', draft, usual)
    const {out} = await cli.run(['--format', 'json', 'draft.md'], 'marks')
    const expected = (JSON.parse(out)[0].messages as Message[]).map(asNeovimCounts)
    expect(expected.length).toBeGreaterThan(4)
    expect(inOrder(findings)).toEqual(inOrder(expected))
  })

  it('saves a draft that nobody touched as it was', async () => {
    const text = `\uFEFF${draft.replaceAll('\n', '\r\n')}`
    expect((await inNeovim('untouched', text, usual)).saved).toBe(text)
  })

  it.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')]
  ])('makes the edit that the user picks, in a file with %s', async (name, ended) => {
    cli.file(`edit-${name}/coldread.config.json`, spelling)
    const {saved} = await inNeovim(`edit-${name}`, ended(draft), usual, {at: 'test-spelling', pick: 'Spell it.'})
    expect(saved).toBe(ended(draft.replace('teh', 'the')))
  })

  it('switches a finding off where the user asks for it, with room for a reason', async () => {
    cli.file('off/coldread.config.json', spelling)
    const task = {at: 'test-spelling', pick: 'Suppress test-spelling here'}
    const {saved} = await inNeovim('off', draft, usual, task)
    const lines = saved.split('\n')
    const added = lines.findIndex((line) => line.includes('coldread-disable'))
    expect(lines[added]).toMatch(/test-spelling.* -- /)
    expect(draft.split('\n').filter((line) => !lines.includes(line))).toEqual([])
  })

  it('saves what `coldread --fix` would write, where the user wants that', async () => {
    cli.file('at-save/coldread.config.json', spelling)
    const {saved} = await inNeovim('at-save', draft, `${usual}\n${atSave}`)
    const copy = cli.file('at-save/copy.md', draft)
    await cli.run(['--fix', 'copy.md'], 'at-save')
    expect(saved).toBe(readFileSync(copy, 'utf8'))
    expect(saved).toContain('buy the racks')
  })

  it.skipIf(isRecent)('hands the recipe for later versions what they take', () => {
    const told = path.join(cli.folder, 'told.json')
    const recorder = `local told = {}
vim.lsp.config = function(name, settings) told[name] = settings end
vim.lsp.enable = function(name) told.enabled = name end
${recent}
vim.fn.writefile({ vim.fn.json_encode(told) }, '${told}')`
    spawnSync('nvim', ['--headless', '-u', cli.file('recorder.lua', recorder), '-c', 'qall!'], {encoding: 'utf8'})
    expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual({
      enabled: 'coldread',
      coldread: {
        cmd: ['coldread', 'lsp', '--stdio'],
        filetypes: ['markdown', 'text', 'html', 'mail'],
        root_markers: ['.git']
      }
    })
  })
})

const hasEglot = spawnSync('emacs', ['--batch', '-l', 'eglot'], {stdio: 'ignore'}).status === 0

describe.skipIf(!hasEglot)('editors/emacs.md', {timeout: 60_000}, () => {
  const [recipe = ''] = codeBlocks('editors/emacs.md', 'elisp')

  async function inEmacs(name: string, text: string, task: {at?: string; pick?: string} = {}) {
    const folder = path.join(cli.folder, path.dirname(name))
    const file = realpathSync(cli.file(name, text))
    const env = {
      ...process.env,
      PATH: [bin, process.env.PATH].join(path.delimiter),
      HOME: folder,
      TASK: cli.file(`${name}.task.json`, JSON.stringify({file, ...task})),
      SEEN: `${file}.seen.json`
    }
    const words = ['--batch', '-l', cli.file(`${name}.init.el`, recipe), '-l', `${root}tests/support/emacs.el`]
    const emacs = spawn('emacs', words, {cwd: folder, env, stdio: 'ignore', timeout: 60_000})
    await new Promise((resolve) => emacs.on('close', resolve))
    const seen = JSON.parse(readFileSync(env.SEEN, 'utf8')) as {
      failure?: string
      findings: {text: string; words: string}[]
    }
    expect(seen.failure).toBeUndefined()
    return {...seen, saved: readFileSync(file, 'utf8')}
  }

  const header = 'Subject: Exclusive offer 𝒜 for Café Okello\n'
  const body = 'Dear Ms Okello,\n\nWe sell racks. Café 𝒜: buy teh racks now.\n'

  it.each([
    ['txt', `${header}\n${body}`],
    ['eml', `${header}Content-Type: text/plain; charset=utf-8\n\n${body}`],
    ['html', `<!-- ${header.trim().replace('Subject', 'subject')} -->\n<p>Buy teh racks now.</p>\n`]
  ])('marks words in a draft that ends in .%s', async (ending, text) => {
    const {findings, saved} = await inEmacs(`emacs/draft.${ending}`, text)
    const hype = findings.find((each) => each.text.includes('[subject-hype]'))
    expect(hype?.words).toBe('Exclusive offer')
    expect(saved).toBe(text)
  })

  it('makes the edit that the user picks', async () => {
    cli.file('emacs-edit/coldread.config.json', spelling)
    const text = `${header}\n${body}`
    const {saved} = await inEmacs('emacs-edit/draft.txt', text, {at: '[test-spelling]', pick: 'Spell it.'})
    expect(saved).toBe(text.replace('teh', 'the'))
  })
})

interface Message {
  readonly ruleId: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Lines from 0, columns in bytes. */
function asNeovimCounts({ruleId, line, column, endLine, endColumn}: Message): Seen['findings'][number] {
  const lines = draft.split('\n')
  const bytes = (line: number, column: number) => Buffer.byteLength(lines[line - 1]?.slice(0, column - 1) ?? '')
  return {code: ruleId, line: line - 1, from: bytes(line, column), to_line: endLine - 1, to: bytes(endLine, endColumn)}
}

function inOrder(findings: Seen['findings']): string[] {
  return findings.map((each) => JSON.stringify(Object.entries(each).sort())).sort()
}
