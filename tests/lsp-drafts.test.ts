import {readFileSync} from 'node:fs'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import type {Diagnostic, Range} from 'vscode-languageserver/node'
import {docs} from '../src/generated/docs.js'
import {lint} from '../src/lint.js'
import type {Finding} from '../src/result.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {LanguageServer} from './support/language-server.js'
import {WorkFolder} from './support/work-folder.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let built: BuiltCommand
const work = new WorkFolder()
const servers: LanguageServer[] = []

beforeAll(async () => {
  built = await buildCommand()
})
afterEach(() => {
  for (const server of servers.splice(0)) server.kill()
})
afterAll(() => {
  built.remove()
  work.remove()
})

function launch(): LanguageServer {
  const server = new LanguageServer(built.program)
  servers.push(server)
  return server
}

const pulls = {textDocument: {diagnostic: {}}}
const draft = (text: string) =>
  `---\nsubject: Pallet racks, 40 euro a bay\nlang: en\n---\n\nDear Ms Okello,\n\n${text}\n`
const hype = draft('Our quality is second to none.')

/** What a diagnostic says, with its place as the command line tells it. */
function told({range, code, severity, message}: Diagnostic) {
  const {start, end} = range
  return {
    code,
    severity,
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1
  }
}

function expected({ruleId, severity, message, line, column, endLine, endColumn}: Finding) {
  return {code: ruleId, severity: severity === 'error' ? 1 : 2, message, line, column, endLine, endColumn}
}

describe('which documents are drafts', () => {
  it.each<[string, string, string, string, boolean]>([
    ['a README', 'README.md', 'markdown', '# Racks\n\nBuy now!!\n', false],
    ['front matter of a web site', 'post.md', 'markdown', '---\ntitle: Racks\n---\n\nBuy now!!\n', false],
    ['Markdown with a subject', 'a.md', 'markdown', hype, true],
    ['notes', 'notes.txt', 'plaintext', 'Buy now!!\n', false],
    ['text with header lines', 'a.txt', 'plaintext', 'Subject: Racks\n\nBuy now!!\n', true],
    ['a web page', 'a.html', 'html', '<html><body><nav>x</nav><p>Buy now!!</p></body></html>', false],
    ['an HTML letter', 'b.html', 'html', '<p>Hi Ann,</p><p>Buy now!!</p>', true],
    ['a message', 'a.eml', 'eml', 'Subject: Racks\n\nBuy now!!\n', true],
    ['a message in an editor that calls it a mail', 'b.eml', 'mail', 'Subject: Racks\n\nBuy now!!\n', true],
    ['what a mail program lets an editor write', 'mutt-1000', 'mail', 'Buy now!!\n', true],
    ['source code', 'a.ts', 'typescript', 'Buy now!!', false],
    ['a template of a program', 'a.txt.j2', 'plaintext', 'Subject: Racks\n\nBuy now!!\n', false]
  ])('%s: %s', async (_, name, language, text, isDraft) => {
    const server = launch()
    await server.start({capabilities: pulls})
    server.open(work.uri(name), text, language)
    expect((await server.pull(work.uri(name))).length > 0).toBe(isDraft)
  })

  it.each<[string, string, boolean]>([
    ['mail', 'Buy now!!', true],
    ['eml', 'Buy now!!', true],
    ['markdown', hype, true],
    ['markdown', 'Buy now!!', false],
    ['plaintext', 'Buy now!!', false]
  ])('one that was never saved, in the language %s', async (language, text, isDraft) => {
    const server = launch()
    await server.start({capabilities: pulls, folders: [work.path]})
    server.open('untitled:Untitled-1', text, language)
    expect((await server.pull('untitled:Untitled-1')).length > 0).toBe(isDraft)
  })

  it('what the configuration includes, and not what it ignores', async () => {
    work.write('named/coldread.config.json', {include: ['plain.md', 'letters/*.tpl'], ignore: ['old/']})
    const server = launch()
    await server.start({capabilities: pulls})
    for (const name of ['named/plain.md', 'named/other.md', 'named/letters/a.tpl'])
      server.open(work.uri(name), 'Buy now!!', 'plaintext')
    server.open(work.uri('named/old/a.md'), hype)
    expect(await server.pull(work.uri('named/plain.md'))).not.toEqual([])
    expect(await server.pull(work.uri('named/letters/a.tpl'))).not.toEqual([])
    expect(await server.pull(work.uri('named/other.md'))).toEqual([])
    expect(await server.pull(work.uri('named/old/a.md'))).toEqual([])
  })
})

describe('diagnostics', () => {
  it('say what the command line says, with the rule’s id and its documentation', async () => {
    const server = launch()
    await server.start()
    server.open(work.uri('a.md'), hype)
    const {diagnostics, version} = await server.diagnostics(work.uri('a.md'))
    const {findings} = await lint(hype, {format: 'markdown'})
    expect(diagnostics.map(told)).toEqual(findings.map(expected))
    expect(version).toBe(1)
    for (const {source, code, codeDescription} of diagnostics) {
      expect(source).toBe('coldread')
      expect(readFileSync(new URL(codeDescription?.href ?? ''), 'utf8')).toBe(docs[String(code)])
    }
  })

  it('are sent once typing pauses, for the last version only, and taken back when the document is closed', async () => {
    const server = launch()
    await server.start()
    const uri = work.uri('typed.md')
    server.open(uri, hype)
    await server.diagnostics(uri)
    for (let version = 2; version <= 40; version++) server.change(uri, version, {text: draft(`Version ${version}!!`)})
    expect(await server.diagnostics(uri)).toMatchObject({version: 40})
    server.tell('textDocument/didClose', {textDocument: {uri}})
    expect(await server.diagnostics(uri)).toEqual({uri, diagnostics: []})
    expect(server.heard.filter(({method}) => method === 'textDocument/publishDiagnostics')).toEqual([])
  })

  it('are not sent to an editor that asks for them, which learns when nothing has changed', async () => {
    const server = launch()
    await server.start({capabilities: pulls})
    const uri = work.uri('pulled.md')
    const ask = (previousResultId?: string) =>
      server.ask<{kind: string; resultId: string}>('textDocument/diagnostic', {textDocument: {uri}, previousResultId})
    server.open(uri, hype)
    const first = await ask()
    expect(first.kind).toBe('full')
    expect(await ask(first.resultId)).toEqual({kind: 'unchanged', resultId: first.resultId})
    server.change(uri, 2, {text: draft('We bought a rack!!')})
    expect((await ask(first.resultId)).kind).toBe('full')
    expect(server.heard).toEqual([])
  })

  it('of a document that is closed while it is read are not shown', async () => {
    const server = launch()
    await server.start()
    const uri = work.uri('closed.md')
    server.open(uri, hype)
    server.tell('textDocument/didClose', {textDocument: {uri}})
    // A server that had answered before it heard of the end takes its answer back.
    const {diagnostics} = await server.diagnostics(uri)
    if (diagnostics.length > 0) expect((await server.diagnostics(uri)).diagnostics).toEqual([])
    server.open(uri, draft('Hello.'), 'markdown', 7)
    expect(await server.diagnostics(uri)).toMatchObject({version: 7})
    expect(server.heard).toEqual([])
  })
})

describe('texts that are no mail at all', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['half a character', '---\nsubject: \ud800\n---\n\n\udc00 Buy now!!\n'],
    ['a zero byte', `---\nsubject: a\u0000b\n---\n\nBuy\u0000now!!\n`],
    ['front matter that never ends', '---\nsubject: [a, {b\n\nBuy now!!'],
    ['YAML that explodes', `---\na: &a [x]\nb: &b [*a,*a]\nsubject: *b\n---\n\nBuy now!!`],
    ['deep nesting', `---\nsubject: x\n---\n\n${'> '.repeat(5000)}Buy now!!`],
    ['line ends of every kind', '---\r\nsubject: Racks!!\r---\n\nBuy now!!\rBuy now!!\r\n']
  ])('are survived: %s', async (_, text) => {
    const server = launch()
    await server.start({capabilities: pulls})
    const uri = work.uri('strange.md')
    server.open(uri, text)
    expect((await server.request('textDocument/diagnostic', {textDocument: {uri}})).error).toBe(undefined)
    const about = {textDocument: {uri}, position: {line: 0, character: 0}, range: whole, context: {diagnostics: []}}
    for (const method of ['hover', 'codeAction', 'documentSymbol', 'foldingRange', 'inlayHint', 'completion']) {
      expect((await server.request(`textDocument/${method}`, about)).error).toBe(undefined)
    }
    expect(await server.stop()).toBe(0)
  })

  const image = 'QUJD'.repeat(1_250_000)
  const attachment = image.replace(/.{76}/g, '$&\r\n')

  it.each<[string, string, string]>([
    ['letter.html', 'html', `<p>Hi Ann,</p><p>Buy now!!</p><img alt="" src="data:image/png;base64,${image}">`],
    [
      'letter.eml',
      'eml',
      `Subject: Racks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nBuy now!!\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}\r\n--x--\r\n`
    ]
  ])(
    '5 MB of %s are read, and typed in',
    async (name, language, text) => {
      const server = launch()
      await server.start({capabilities: {...pulls, general: {positionEncodings: ['utf-8']}}})
      const uri = work.uri(name)
      server.open(uri, text, language)
      const before = await server.pull(uri)
      expect(before).not.toEqual([])
      server.change(uri, 2, {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: ''})
      expect(await server.pull(uri)).toEqual(before)
      expect(await server.stop()).toBe(0)
    },
    60_000
  )

  it('one above the limit of the configuration is told', async () => {
    const server = launch()
    await server.start({capabilities: pulls})
    work.write('small/coldread.config.json', {maxFileSize: 100})
    server.open(work.uri('small/a.txt'), `Subject: Lids\n\n${'We press lids. '.repeat(10)}`, 'plaintext')
    expect((await server.pull(work.uri('small/a.txt'))).map(({message}) => message)).toEqual([
      'The draft is longer than 100 characters, so it was not read: `maxFileSize` in the configuration sets another limit.'
    ])
    expect(await server.stop()).toBe(0)
  })
})

const whole: Range = {start: {line: 0, character: 0}, end: {line: 100, character: 0}}

describe('places', () => {
  const texts = {
    'beyond the basic plane': draft('𝒲𝑒 𝓈𝑒𝓁𝓁 🏴󠁧󠁢󠁥󠁮󠁧󠁿 racks 👩‍👩‍👧: our quality is second to none 🚀, buy now!!'),
    'from right to left':
      '---\nsubject: فقط امروز\nlang: fa\n---\n\nسلام\n\nامیدوارم حالتان خوب باشد. بی‌نظیرترین کیفیت بازار 🚀 با ماست!!\n'
  }
  const units = {
    'utf-8': (text: string) => Buffer.byteLength(text),
    'utf-16': (text: string) => text.length,
    'utf-32': (text: string) => [...text].length
  }
  const cases = Object.entries(texts).flatMap(([kind, text]) =>
    (Object.keys(units) as (keyof typeof units)[]).map((encoding) => [encoding, kind, text] as const)
  )

  it.each(cases)('are counted in %s in text %s', async (encoding, _, text) => {
    const server = launch()
    const {capabilities} = await server.start({
      capabilities: {...pulls, general: {positionEncodings: [encoding, 'utf-16']}}
    })
    expect(capabilities.positionEncoding).toBe(encoding)
    server.open(work.uri('places.md'), text)
    const lines = text.split('\n')
    const count = (line: number, column: number) => units[encoding]((lines[line - 1] ?? '').slice(0, column - 1))
    const {findings} = await lint(text, {format: 'markdown'})
    expect(findings.length).toBeGreaterThan(3)
    expect((await server.pull(work.uri('places.md'))).map(({range}) => range)).toEqual(
      findings.map(({line, column, endLine, endColumn}) => ({
        start: {line: line - 1, character: count(line, column)},
        end: {line: endLine - 1, character: count(endLine, endColumn)}
      }))
    )
  })

  it('are in UTF-16 for an editor that names nothing, or nothing that is known', async () => {
    const [silent, other] = [launch(), launch()]
    expect((await silent.start()).capabilities.positionEncoding).toBe('utf-16')
    const {capabilities} = await other.start({
      capabilities: {general: {positionEncodings: ['utf-7', 'utf-32', 'utf-8']}}
    })
    expect(capabilities.positionEncoding).toBe('utf-32')
  })
})
