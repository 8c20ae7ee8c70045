import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {isInstalled} from './support/clients.js'
import {codeBlocks} from './support/code-blocks.js'
import {Editor, spelling, type Visit} from './support/editor.js'
import {root} from './support/files.js'

let editor: Editor

beforeAll(async () => {
  editor = await Editor.build()
}, 60_000)

afterAll(() => editor.remove())

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

interface Seen {
  readonly findings: {code: string; line: number; from: number; to_line: number; to: number}[]
  readonly offered?: string[]
}

const version = /NVIM v(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], {encoding: 'utf8'}).stdout ?? '')
const isRecent = Number(version?.[1]) > 0 || Number(version?.[2]) >= 11

describe.skipIf(!isInstalled('nvim'))('editors/neovim.md', {timeout: 60_000}, () => {
  const [recent = '', older = '', atSave = ''] = codeBlocks('editors/neovim.md', 'lua')

  const usual = isRecent ? recent : older

  async function inNeovim(name: string, text: string, recipe: string, task?: Visit['task']) {
    const visit = {name: `${name}/draft.md`, text, ...(task && {task})}
    const script = `luafile ${root}tests/support/neovim.lua`
    const seen = await editor.visit<Seen>(visit, (place) => [
      ...['nvim', '--headless', '-n', '-i', 'NONE', '-u', place('init.lua', recipe), '-c', script]
    ])
    expect(seen.said).toBe('')
    return seen
  }

  it('marks the words that the command line names, also beside accents and letters beyond the first plane', async () => {
    const {findings} = await inNeovim('marks', draft, usual)
    const {out} = await editor.cli.run(['--format', 'json', 'draft.md'], 'marks')
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
    editor.cli.file(`edit-${name}/coldread.config.json`, spelling)
    const {saved} = await inNeovim(`edit-${name}`, ended(draft), usual, {at: 'test-spelling', pick: 'Spell it.'})
    expect(saved).toBe(ended(draft.replace('teh', 'the')))
  })

  it('switches a finding off where the user asks for it, with room for a reason', async () => {
    editor.cli.file('off/coldread.config.json', spelling)
    const task = {at: 'test-spelling', pick: 'Suppress test-spelling here'}
    const {saved} = await inNeovim('off', draft, usual, task)
    const lines = saved.split('\n')
    const added = lines.findIndex((line) => line.includes('coldread-disable'))
    expect(lines[added]).toMatch(/test-spelling.* -- /)
    expect(draft.split('\n').filter((line) => !lines.includes(line))).toEqual([])
  })

  it('saves what `coldread --fix` would write, where the user wants that', async () => {
    editor.cli.file('at-save/coldread.config.json', spelling)
    const {saved} = await inNeovim('at-save', draft, `${usual}\n${atSave}`)
    const copy = editor.cli.file('at-save/copy.md', draft)
    await editor.cli.run(['--fix', 'copy.md'], 'at-save')
    expect(saved).toBe(readFileSync(copy, 'utf8'))
    expect(saved).toContain('buy the racks')
  })

  it.skipIf(isRecent)('hands the recipe for later versions what they take', () => {
    const told = path.join(editor.cli.folder, 'told.json')
    const recorder = `local told = {}
vim.lsp.config = function(name, settings) told[name] = settings end
vim.lsp.enable = function(name) told.enabled = name end
${recent}
vim.fn.writefile({ vim.fn.json_encode(told) }, '${told}')`
    spawnSync('nvim', ['--headless', '-u', editor.cli.file('recorder.lua', recorder), '-c', 'qall!'], {
      encoding: 'utf8'
    })
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
