import {rmSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import type {Diagnostic, PublishDiagnosticsParams} from 'vscode-languageserver/node'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {LanguageServer} from './support/language-server.js'
import {WorkFolder} from './support/work-folder.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let built: BuiltCommand
let work: WorkFolder
const servers: LanguageServer[] = []

beforeAll(async () => {
  built = await buildCommand()
})
beforeEach(() => {
  work = new WorkFolder()
})
afterEach(() => {
  for (const server of servers.splice(0)) server.kill()
  work.remove()
})
afterAll(() => built.remove())

function launch(): LanguageServer {
  const server = new LanguageServer(built.program)
  servers.push(server)
  return server
}

const draft = '---\nsubject: Pallet racks, 40 euro a bay\nlang: en\n---\n\nDear Ms Okello,\n\nWe sell racks.\n'
const optOut = ({code}: Diagnostic) => code === 'opt-out'
const has = ({diagnostics}: PublishDiagnosticsParams) => diagnostics.some(optOut)
const hasNot = (sent: PublishDiagnosticsParams) => !has(sent)
const off = {rules: {'opt-out': 'off'}}
const pulls = {textDocument: {diagnostic: {}}}

describe('the configuration', () => {
  it('that is nearest above a document holds for it, in one workspace folder and in another', async () => {
    work.write('one/coldread.config.json', off)
    work.write('one/deep/.keep', '')
    work.write('one/own/coldread.config.yaml', 'rules: {}\n')
    work.write('two/package.json', {coldread: off})
    const server = launch()
    await server.start({folders: ['one', 'two', 'three'].map((name) => path.join(work.path, name))})
    const names = ['one/a.md', 'one/deep/a.md', 'one/own/a.md', 'two/a.md', 'three/a.md']
    for (const name of names) server.open(work.uri(name), draft)
    const sent = await Promise.all(names.map((name) => server.diagnostics(work.uri(name))))
    expect(sent.map(has)).toEqual([false, false, true, false, true])
  })

  it('of the first workspace folder holds for a document that was never saved', async () => {
    work.write('one/coldread.config.json', off)
    const server = launch()
    await server.start({folders: [path.join(work.path, 'one'), path.join(work.path, 'two')]})
    server.open('untitled:a', draft)
    expect(has(await server.diagnostics('untitled:a'))).toBe(false)
    const folder = (name: string) => ({uri: work.uri(name), name})
    const [added, removed] = [[folder('three')], [folder('one')]]
    const other = launch()
    await other.start({
      folders: [path.join(work.path, 'one')],
      capabilities: {...pulls, workspace: {workspaceFolders: true}}
    })
    other.tell('workspace/didChangeWorkspaceFolders', {event: {added, removed}})
    other.open('untitled:a', draft)
    expect((await other.pull('untitled:a')).some(optOut)).toBe(true)
  })

  it('is read again when it changes, appears or goes, with no word from the editor', async () => {
    const server = launch()
    await server.start()
    const uri = work.uri('drafts/a.md')
    work.write('drafts/a.md', draft)
    server.open(uri, draft)
    await server.diagnostics(uri, has)
    const config = work.write('coldread.config.json', off)
    await server.diagnostics(uri, hasNot)
    work.write('coldread.config.json', {extends: './house.yaml'})
    await server.diagnostics(work.uri('coldread.config.json'), ({diagnostics}) => diagnostics.length > 0)
    work.write('house.yaml', 'rules: {opt-out: off}\n')
    await server.diagnostics(work.uri('coldread.config.json'), ({diagnostics}) => diagnostics.length === 0)
    work.write('house.yaml', 'rules: {opt-out: warn}\n')
    await server.diagnostics(uri, has)
    rmSync(config)
    work.write('drafts/coldread.config.mjs', "export default {rules: {'opt-out': 'off'}}\n")
    await server.diagnostics(uri, hasNot)
    expect(await server.stop()).toBe(0)
  })

  it('is watched by the editor too, and an editor that asks for diagnostics is told to ask again', async () => {
    const server = launch()
    const workspace = {didChangeWatchedFiles: {dynamicRegistration: true}, diagnostics: {refreshSupport: true}}
    await server.start({capabilities: {...pulls, workspace}})
    const {params} = await server.next(({method}) => method === 'client/registerCapability')
    expect(JSON.stringify(params)).toContain('"globPattern":"**/coldread.config.yaml"')
    const uri = work.uri('a.md')
    server.open(uri, draft)
    expect((await server.pull(uri)).some(optOut)).toBe(true)
    const file = work.write('coldread.config.json', off)
    server.tell('workspace/didChangeWatchedFiles', {changes: [{uri: pathToFileURL(file).href, type: 1}]})
    await server.next(({method}) => method === 'workspace/diagnostic/refresh')
    expect((await server.pull(uri)).some(optOut)).toBe(false)
  })

  it('has a baseline beside it, whose findings are not shown again; one that is unfit tells so itself', async () => {
    const accepted = {version: 1, suppressions: [{file: 'drafts/a.md', rule: 'opt-out'}]}
    work.write('coldread.config.json', '{}')
    const server = launch()
    await server.start()
    const [uri, other] = [work.uri('drafts/a.md'), work.uri('drafts/b.md')]
    server.open(uri, draft)
    server.open(other, draft)
    await Promise.all([server.diagnostics(uri, has), server.diagnostics(other, has)])
    work.write('coldread-suppressions.json', accepted)
    await server.diagnostics(uri, hasNot)
    expect(has(await server.diagnostics(other))).toBe(true)
    work.write('coldread-suppressions.json', {...accepted, version: 9})
    const {diagnostics} = await server.diagnostics(work.uri('coldread-suppressions.json'))
    expect(diagnostics[0]?.message).toContain('version 9')
    expect(has(await server.diagnostics(uri))).toBe(false)
  })

  it('is read again for an editor that refuses what the server asks of it', async () => {
    const refreshed = {refreshSupport: true}
    const workspace = {
      didChangeWatchedFiles: {dynamicRegistration: true},
      diagnostics: refreshed,
      codeLens: refreshed,
      inlayHint: refreshed
    }
    const server = launch()
    server.grants = false
    await server.start({capabilities: {...pulls, workspace}})
    server.open(work.uri('a.md'), draft)
    await server.pull(work.uri('a.md'))
    work.write('coldread.config.json', off)
    for (const what of ['diagnostic', 'codeLens', 'inlayHint']) {
      await server.next(({method}) => method === `workspace/${what}/refresh`)
    }
    expect((await server.pull(work.uri('a.md'))).some(optOut)).toBe(false)
    expect(await server.stop()).toBe(0)
  })

  it('may write to standard output, which does not disturb the editor', async () => {
    work.write(
      'coldread.config.mjs',
      `console.log('hello'); process.stdout.write('there')\nexport default ${JSON.stringify(off)}\n`
    )
    const server = launch()
    await server.start()
    server.open(work.uri('a.md'), draft)
    expect(has(await server.diagnostics(work.uri('a.md')))).toBe(false)
    expect(await server.stop()).toBe(0)
    expect(server.err).toContain('hello')
  })
})

describe('a configuration that can not be used', () => {
  it.each<[string, string, string, Diagnostic['range']['start'] & {end: number}, RegExp]>([
    [
      'JSON',
      'coldread.config.json',
      '{\n  "rules": {"opt-ot": "off"}\n}\n',
      {line: 1, character: 12, end: 28},
      /did you mean `opt-out`/
    ],
    ['JSON that is none', 'coldread.config.json', '{"rules": ', {line: 0, character: 10, end: 10}, /no valid JSON/],
    ['YAML', 'coldread.config.yaml', '# سلام\nrules:\n  opt-out: of\n', {line: 2, character: 11, end: 13}, /off/],
    [
      'a program',
      'coldread.config.mjs',
      'throw new Error("no")\n',
      {line: 0, character: 0, end: 21},
      /fails while it runs: no/
    ]
  ])('shows its error where it stands: %s', async (_, name, text, {line, character, end}, message) => {
    work.write(name, text)
    const server = launch()
    await server.start()
    server.open(work.uri('a.md'), draft)
    const {diagnostics} = await server.diagnostics(work.uri(name))
    expect(diagnostics).toEqual([
      {
        range: {start: {line, character}, end: {line, character: end}},
        severity: 1,
        source: 'coldread',
        code: 'config',
        message: expect.stringMatching(message)
      }
    ])
    const {params} = await server.next(({method}) => method === 'window/showMessage')
    expect(params).toMatchObject({type: 1, message: expect.stringContaining(name)})
    // Without one that was good, the defaults hold.
    expect(has(await server.diagnostics(work.uri('a.md')))).toBe(true)
  })

  it('leaves the last good one in force, until it is mended', async () => {
    work.write('coldread.config.json', off)
    const server = launch()
    await server.start()
    const [uri, config] = [work.uri('a.md'), work.uri('coldread.config.json')]
    server.open(uri, draft)
    expect(has(await server.diagnostics(uri))).toBe(false)
    work.write('coldread.config.json', '{"rules": {"opt-out": "of"}}')
    expect((await server.diagnostics(config)).diagnostics).toHaveLength(1)
    expect(has(await server.diagnostics(uri))).toBe(false)
    server.change(uri, 2, {text: `${draft}More.\n`})
    expect(has(await server.diagnostics(uri, ({version}) => version === 2))).toBe(false)
    work.write('coldread.config.json', '{"rules": {"opt-out": "warn"}}')
    expect((await server.diagnostics(config)).diagnostics).toEqual([])
    await server.diagnostics(uri, has)
    expect(await server.stop()).toBe(0)
  })

  it('shows all its errors, and two files in one folder', async () => {
    work.write('coldread.config.json', {rules: {nonsense: 'off', filler: 'loud'}})
    const server = launch()
    await server.start()
    server.open(work.uri('a.md'), draft)
    server.open(work.uri('deep/a.md'), draft)
    expect((await server.diagnostics(work.uri('coldread.config.json'))).diagnostics).toHaveLength(2)
    work.write('coldread.config.yaml', 'rules: {}\n')
    const {diagnostics} = await server.diagnostics(
      work.uri('coldread.config.json'),
      (sent) => sent.diagnostics.length === 1
    )
    expect(diagnostics[0]?.message).toContain('stand in one folder')
  })
})
