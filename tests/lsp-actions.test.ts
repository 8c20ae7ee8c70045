import {readFileSync} from 'node:fs'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import type {
  CodeAction,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {lint} from '../src/lint.js'
import {Cli} from './support/cli.js'
import {LanguageServer} from './support/language-server.js'
import {WorkFolder} from './support/work-folder.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

/** With a rule of its own that finds `teh` and mends it, whatever the real rules can mend. */
let cli: Cli
const work = new WorkFolder()
const servers: LanguageServer[] = []

beforeAll(async () => {
  cli = await Cli.build()
})
afterEach(() => {
  for (const server of servers.splice(0)) server.kill()
})
afterAll(() => {
  cli.remove()
  work.remove()
})

const edits = {documentChanges: true, resourceOperations: ['create']}
const able = {workspace: {workspaceEdit: edits}, textDocument: {diagnostic: {}}}

async function launch(capabilities: object = able): Promise<LanguageServer> {
  const server = new LanguageServer(cli.program)
  servers.push(server)
  await server.start({capabilities, folders: [work.path]})
  return server
}

const all: Range = {start: {line: 0, character: 0}, end: {line: 10_000, character: 0}}

function actionsAt(server: LanguageServer, uri: string, range: Range = all, only?: string[]): Promise<CodeAction[]> {
  return server.ask('textDocument/codeAction', {
    textDocument: {uri},
    range,
    context: {diagnostics: [], ...(only && {only})}
  })
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string): (TextEdit | SnippetTextEdit)[] {
  if (edit?.changes) return edit.changes[uri] ?? []
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[]
  return changes.filter(({textDocument}) => textDocument?.uri === uri).flatMap((change) => change.edits)
}

function applied(text: string, action: CodeAction | undefined, uri: string): string {
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), editsOf(action?.edit, uri) as TextEdit[])
}

function titled(actions: readonly CodeAction[], title: string | RegExp): CodeAction {
  const found = actions.find((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title)
  )
  if (!found) throw new Error(`no ${title} among ${actions.map((action) => action.title).join(', ')}`)
  return found
}

const text =
  '---\nsubject: Pallet racks\nlang: en\n---\n\nDear Ms Okello,\n\nTeh racks, teh shelves.\n\nWe love teh sea 🚀.\n'

describe('fixes', () => {
  it('are offered at their finding, the safe ones first of all, tied to the version', async () => {
    const server = await launch()
    const uri = work.uri('fix.md')
    server.open(uri, text, 'markdown', 3)
    const here = {start: {line: 7, character: 12}, end: {line: 7, character: 12}}
    const fixes = (await actionsAt(server, uri, here)).filter(({title}) => title === 'Spell it.')
    expect(fixes).toHaveLength(1)
    expect(fixes[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{code: 'test-spelling', range: {start: {line: 7, character: 11}, end: {line: 7, character: 14}}}],
      edit: {documentChanges: [{textDocument: {uri, version: 3}}]}
    })
    expect(applied(text, fixes[0], uri)).toBe(text.replace('racks, teh', 'racks, the'))
  })

  it('are offered for the diagnostics that an editor names, wherever it asks', async () => {
    const server = await launch()
    const uri = work.uri('named.md')
    server.open(uri, text)
    const diagnostics = (await server.pull(uri)).filter(({code}) => code === 'test-spelling')
    const range = {start: {line: 0, character: 0}, end: {line: 0, character: 0}}
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: {uri},
      range,
      context: {diagnostics}
    })
    expect(actions.filter(({title}) => title === 'Spell it.')).toHaveLength(2)
  })

  it('are made all at once where that is safe', async () => {
    const server = await launch({workspace: {}, textDocument: {diagnostic: {}}})
    const uri = work.uri('all.md')
    server.open(uri, text)
    const actions = await actionsAt(server, uri, all, ['source.fixAll'])
    expect(actions.map(({kind}) => kind)).toEqual(['source.fixAll.coldread'])
    // For an editor that knows no versions.
    expect(actions[0]?.edit?.documentChanges).toBe(undefined)
    const fixed = applied(text, actions[0], uri)
    expect(fixed).toContain('Teh racks, the shelves.')
    expect(fixed).toContain('the sea 🚀')
    server.change(uri, 2, {text: fixed})
    expect(await actionsAt(server, uri, all, ['source.fixAll.coldread'])).toEqual([])
  })

  it('of other kinds are not offered to an editor that asks for one', async () => {
    const server = await launch()
    const uri = work.uri('kinds.md')
    server.open(uri, text)
    expect(await actionsAt(server, uri, all, ['refactor'])).toEqual([])
    const quick = await actionsAt(server, uri, all, ['quickfix'])
    expect(new Set(quick.map(({kind}) => kind))).toEqual(new Set(['quickfix']))
  })

  it('are refused where the document was changed meanwhile', async () => {
    const server = await launch()
    const uri = work.uri('changed.md')
    server.open(uri, text)
    await server.pull(uri)
    const answer = server.request('textDocument/codeAction', {
      textDocument: {uri},
      range: all,
      context: {diagnostics: []}
    })
    server.change(uri, 2, {text: `${text}More.\n`})
    const {error, result} = await answer
    // Modified while the suppressions were tried out, or before anything was begun.
    if (error) expect(error.code).toBe(-32801)
    else expect(JSON.stringify(result)).not.toContain('"version":1')
  })

  it('a rule that fails is told at the top, and the server goes on', async () => {
    const server = await launch()
    const uri = work.uri('fails.md')
    server.open(uri, text.replace('sea', 'sea, a rule that fails'))
    expect(await server.pull(uri)).toMatchObject([
      {message: 'Coldread failed on this draft, which is a fault of its own: out of order', severity: 1}
    ])
    expect(await actionsAt(server, uri)).toEqual([])
    server.change(uri, 2, {text})
    expect((await server.pull(uri)).some(({code}) => code === 'test-spelling')).toBe(true)
    expect(await server.stop()).toBe(0)
  })
})

describe('suppressions', () => {
  const bodies: [name: string, language: string, text: string, comment: RegExp][] = [
    ['a.md', 'markdown', text, /^<!-- coldread-disable-next test-spelling -- .+ -->\nTeh racks/m],
    [
      'crlf.md',
      'markdown',
      text.replaceAll('\n', '\r\n'),
      /^<!-- coldread-disable-next test-spelling -- .+ -->\r\nTeh/m
    ],
    [
      'list.md',
      'markdown',
      text.replace('Teh racks', '- one\n- teh racks'),
      /^<!-- coldread-disable-file test-spelling at "teh" -- /m
    ],
    [
      'a.txt',
      'plaintext',
      'Subject: Racks\nX-Step: 1\n\nHi Ann,\n\nTake teh racks.\n',
      /^X-Coldread-Disable: test-spelling at "teh" -- .+\nSubject/
    ],
    ['bare', 'mail', 'Hi Ann,\n\nTake teh racks.\n', /^X-Coldread-Disable: .+\n\nHi Ann/],
    [
      'a.html',
      'html',
      '<p>Hi Ann,</p>\n<p>Take teh racks.</p>\n',
      /<!-- coldread-disable-file test-spelling at "teh" -- .+ -->\n$/
    ],
    [
      'a.eml',
      'eml',
      'Subject: Racks\r\nFrom: Jo\r\n <jo@racks.example>\r\n\r\nTake teh racks.\r\n',
      /^X-Coldread-Disable: .+\r\nSubject/
    ]
  ]

  it.each(bodies)('here and in the whole file do what they say in %s', async (name, language, draft, comment) => {
    const server = await launch()
    const uri = name === 'bare' ? `untitled:${name}` : work.uri(name)
    server.open(uri, draft, language)
    const before = await server.pull(uri)
    const [wrong] = before.filter(({code}) => code === 'test-spelling')
    const actions = await actionsAt(server, uri, wrong?.range)
    const here = applied(draft, titled(actions, 'Suppress test-spelling here, with a reason'), uri)
    expect(here).toMatch(comment)
    const file = applied(draft, titled(actions, 'Suppress test-spelling in this file, with a reason'), uri)
    for (const suppressed of [here, file]) {
      const other = `${uri}-${suppressed.length}`.replace(/(\.\w+)(-\d+)$/, '$2$1')
      server.open(other, suppressed, language)
      const left = (await server.pull(other)).map(({code}) => code)
      const others = (codes: readonly unknown[]) => codes.filter((code) => code !== 'test-spelling').sort()
      expect(others(left)).toEqual(others(before.map(({code}) => code)))
      expect(left).not.toContain('suppression')
    }
    const {findings} = await lint(file, {file: name, ...(name === 'bare' && {format: 'text'})})
    expect(findings.filter(({ruleId}) => ruleId === 'test-spelling')).toEqual([])
  })

  it('of what is missing, in the subject and in a Persian draft', async () => {
    const server = await launch()
    const drafts = [
      ['opt-out', text],
      ['subject-hype', text.replace('Pallet racks', '"Exclusive offer: pallet racks"')],
      ['subject-missing', text.replace('subject: Pallet racks', 'from: Jo <jo@racks.example>')],
      ['filler', '---\nsubject: قفسه پالت\nlang: fa\n---\n\nسلام\n\nامیدوارم حالتان خوب باشد.\n\nما قفسه می‌فروشیم.\n']
    ]
    for (const [index, [id, draft = '']] of drafts.entries()) {
      const uri = work.uri(`missing-${index}.md`)
      server.open(uri, draft)
      const [wrong] = (await server.pull(uri)).filter(({code}) => code === id)
      const actions = await actionsAt(server, uri, wrong?.range)
      for (const action of actions.filter(({title}) => title.startsWith(`Suppress ${id} `))) {
        const changed = applied(draft, action, uri)
        server.change(uri, 2, {text: changed})
        const left = (await server.pull(uri)).map(({code}) => code)
        expect([id, action.title, left.includes(id), left.includes('suppression')]).toEqual([
          id,
          action.title,
          false,
          false
        ])
        server.change(uri, 3, {text: draft})
      }
      expect(actions.some(({title}) => title === `Suppress ${id} in this file, with a reason`)).toBe(true)
    }
  })

  it('select their reason for an editor that knows snippets', async () => {
    const server = await launch({...able, workspace: {workspaceEdit: {...edits, snippetEditSupport: true}}})
    const uri = work.uri('snippet.md')
    server.open(uri, text)
    const [edit] = editsOf(titled(await actionsAt(server, uri), /here/).edit, uri) as SnippetTextEdit[]
    expect(edit?.snippet).toMatchObject({kind: 'snippet', value: expect.stringMatching(/ -- \$\{1:[^}]+\} -->\n$/)})
  })

  it('are not offered for a suppression that is wrong', async () => {
    const server = await launch()
    const uri = work.uri('wrong.md')
    server.open(uri, `${text}\n<!-- coldread-disable-file nonsense -- no -->\n`)
    const [wrong] = (await server.pull(uri)).filter(({code}) => code === 'suppression')
    const titles = (await actionsAt(server, uri, wrong?.range)).map(({title}) => title)
    expect(titles.filter((title) => title.startsWith('Suppress suppression'))).toEqual([])
  })
})

describe('a rule', () => {
  it('is turned off in a new configuration where there is none, in the workspace folder', async () => {
    const server = await launch()
    const uri = work.uri('drafts/deep/a.md')
    server.open(uri, text)
    const {edit} = titled(await actionsAt(server, uri), 'Turn test-spelling off in coldread.config.json')
    const config = work.uri('coldread.config.json')
    expect(edit?.documentChanges?.[0]).toMatchObject({kind: 'create', uri: config})
    expect(editsOf(edit, config)).toMatchObject([{newText: '{\n  "rules": {\n    "test-spelling": "off"\n  }\n}'}])
    const unable = await launch({workspace: {workspaceEdit: {documentChanges: true}}})
    unable.open(uri, text)
    expect((await actionsAt(unable, uri)).filter(({title}) => title.startsWith('Turn'))).toEqual([])
  })

  it.each([
    [
      'json/coldread.config.jsonc',
      '{\n  // why\n  "rules": {"test-spelling": ["warn", {}], "opt-out": "warn"} // mine\n}\n',
      '["warn", {}]',
      '["off", {}]'
    ],
    [
      'yaml/coldread.config.yaml',
      '# سلام\nrules:\n  # why\n  opt-out:   warn # mine\n',
      '  opt-out',
      '  test-spelling: off\n  opt-out'
    ],
    [
      'package/package.json',
      '{\n\t"name": "x",\n\t"coldread": {"rules": {"test-spelling": "warn"}}\n}\n',
      '"warn"',
      '"off"'
    ]
  ])('is turned off in %s, and nothing else in it changes', async (name, config, before, after) => {
    work.write(name, config)
    const server = await launch({...able, general: {positionEncodings: ['utf-8']}})
    const uri = work.uri(`${name.split('/')[0]}/a.md`)
    server.open(uri, text)
    const target = work.uri(name)
    const action = titled(await actionsAt(server, uri), `Turn test-spelling off in ${name.split('/')[1]}`)
    const changed = applied(config, action, target)
    expect(changed).toBe(config.replace(before, after))
    work.write(name, changed)
    server.tell('workspace/didChangeWatchedFiles', {changes: []})
    expect((await server.pull(uri)).map(({code}) => code)).not.toContain('test-spelling')
    expect(readFileSync(new URL(target), 'utf8')).toBe(changed)
  })

  it.each([
    ['JSON that is broken', 'broken/coldread.config.json', '{"rules": {'],
    ['YAML that is broken', 'broken-too/coldread.config.yaml', 'rules: {a: [}'],
    [
      'rules that are an alias',
      'alias/coldread.config.yaml',
      'overrides: [{files: [other], rules: &a {opt-out: warn}}]\nrules: *a\n'
    ],
    ['a program', 'program/coldread.config.mjs', 'export default {rules: {}}\n'],
    [
      'an override that sets it',
      'override/coldread.config.json',
      '{"overrides": [{"files": ["*.md"], "rules": {"test-spelling": "warn"}}]}'
    ]
  ])('is not turned off where that would not help: %s', async (_, name, config) => {
    work.write(name, config)
    const server = await launch()
    const uri = work.uri(`${name.split('/')[0]}/a.md`)
    server.open(uri, text)
    const titles = (await actionsAt(server, uri)).map(({title}) => title)
    expect(titles.filter((title) => title.startsWith('Turn test-spelling'))).toEqual([])
    expect(titles).toContain('Spell it.')
  })
})
