import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {LanguageServer} from './support/language-server.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let built: BuiltCommand
const servers: LanguageServer[] = []

beforeAll(async () => {
  built = await buildCommand()
})
afterEach(() => {
  for (const server of servers.splice(0)) server.kill()
})
afterAll(() => built.remove())

function launch(...words: string[]): LanguageServer {
  const server = new LanguageServer(built.program, words.length > 0 ? words : undefined)
  servers.push(server)
  return server
}

const uri = 'untitled:Untitled-1'
const draft = '---\nsubject: Exclusive offer\nlang: en\n---\n\nHi Ann,\n\nBuy now!!\n'

describe('the life of a server', () => {
  it('begins with what it can do, and ends with 0 after shutdown and exit', async () => {
    const server = launch()
    const {capabilities, serverInfo} = await server.start()
    expect(serverInfo?.name).toBe('coldread')
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: {openClose: true, change: 2},
      hoverProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: {codeActionKinds: ['quickfix', 'source.fixAll.coldread']}
    })
    expect((await server.request('shutdown')).result).toBe(null)
    server.tell('exit')
    expect(await server.ended).toBe(0)
  })

  it('takes --stdio for granted', async () => {
    const server = launch('lsp')
    expect((await server.start()).serverInfo?.name).toBe('coldread')
    expect(await server.stop()).toBe(0)
  })

  it('ends with 1 at an exit without shutdown, or when the editor hangs up', async () => {
    const [told, left] = [launch(), launch()]
    await Promise.all([told.start(), left.start()])
    told.tell('exit')
    left.hangUp()
    expect(await Promise.all([told.ended, left.ended])).toEqual([1, 1])
  })

  it('ends at an exit before initialize', async () => {
    const server = launch()
    server.tell('exit')
    expect(await server.ended).toBe(1)
  })

  it('ends with the editor’s process', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const server = launch()
    await server.request('initialize', {processId: editor.pid, rootUri: null, capabilities: {}})
    editor.kill()
    await once(editor, 'close')
    expect(await server.ended).toBe(1)
  })

  it('refuses requests before initialize, a second initialize, and requests after shutdown', async () => {
    const server = launch()
    server.tell('textDocument/didOpen', {textDocument: {uri, languageId: 'markdown', version: 1, text: draft}})
    expect((await server.request('textDocument/hover', {})).error?.code).toBe(-32002)
    await server.start()
    expect((await server.request('initialize', {capabilities: {}})).error?.code).toBe(-32600)
    await server.request('shutdown')
    expect((await server.request('textDocument/hover', {})).error?.code).toBe(-32600)
    server.tell('exit')
    expect(await server.ended).toBe(0)
    // What was told before initialize was not listened to.
    expect(server.heard.filter(({method}) => method === 'textDocument/publishDiagnostics')).toEqual([])
  })
})

describe('messages that are none', () => {
  it('answers unknown requests with MethodNotFound and leaves unknown notifications', async () => {
    const server = launch()
    await server.start()
    server.tell('coldread/unknown', {a: 1})
    server.tell('$/unknown')
    expect((await server.request('coldread/unknown')).error?.code).toBe(-32601)
    expect((await server.request('$/unknown')).error?.code).toBe(-32601)
    expect(await server.stop()).toBe(0)
  })

  it.each([
    ['a body that is no JSON', '{"jsonrpc": "2.0", "id": 1, "method"', true],
    ['an empty body', '', true],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe]), true],
    ['a number', '42', false],
    ['null', 'null', false],
    ['an empty list', '[]', false],
    ['an answer to nothing', '{"jsonrpc": "2.0", "id": 77, "result": null}', false],
    ['a cancellation of nothing', '{"jsonrpc": "2.0", "method": "$/cancelRequest"}', false],
    ['a document event without a document', '{"jsonrpc": "2.0", "method": "textDocument/didOpen"}', false],
    ['a request of nothing', '{"jsonrpc": "2.0", "id": 5, "method": "textDocument/codeAction"}', false]
  ])('lives on after %s', async (_, body, isToldSo) => {
    const server = launch()
    await server.start()
    const bytes = Buffer.from(body)
    server.write(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]))
    if (isToldSo) expect((await server.next(({id}) => id === null)).error?.code).toBe(-32700)
    server.open(uri, draft)
    expect((await server.diagnostics(uri)).diagnostics).not.toEqual([])
    expect(await server.stop()).toBe(0)
  })

  it.each([
    ['no length', 'Content-Type: text/plain\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a line that is no header', 'garbage\r\n\r\n']
  ])('ends, for an editor to start another, after a header with %s', async (_, bytes) => {
    const server = launch()
    await server.start()
    server.write(bytes)
    expect(await server.ended).toBe(1)
    expect(server.err).toMatch(/^coldread: the editor sent what is no message: /)
  })

  it('reads a message that comes byte by byte, and many that come at once', async () => {
    const server = launch()
    const body = JSON.stringify({jsonrpc: '2.0', id: 'one', method: 'initialize', params: {capabilities: {}}})
    const answer = server.next(({id}) => id === 'one')
    for (const byte of Buffer.from(
      `Content-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${body}`
    )) {
      server.write(Buffer.from([byte]))
    }
    expect((await answer).error).toBe(undefined)
    server.tell('initialized', {})
    const many = await Promise.all(
      Array.from({length: 50}, () =>
        server.request('textDocument/hover', {textDocument: {uri}, position: {line: 0, character: 0}})
      )
    )
    expect(many.every(({result}) => result === null)).toBe(true)
    expect(await server.stop()).toBe(0)
  })
})

describe('a request that is taken back', () => {
  it.each(['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/completion'])(
    'of %s is answered with RequestCancelled',
    async (method) => {
      const server = launch()
      await server.start({capabilities: {textDocument: {diagnostic: {}}}})
      server.open(uri, draft)
      const params = {textDocument: {uri}, position: {line: 0, character: 0}}
      const answer = server.request(method, params, 'taken back')
      server.tell('$/cancelRequest', {id: 'taken back'})
      expect((await answer).error?.code).toBe(-32800)
      expect(await server.pull(uri)).not.toEqual([])
      expect(await server.stop()).toBe(0)
    }
  )
})
