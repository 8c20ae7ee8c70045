import {type ChildProcess, spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams
} from 'vscode-languageserver/node'

export interface Incoming {
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: {readonly code: number; readonly message: string}
}

export interface Started {
  readonly capabilities?: ClientCapabilities
  readonly folders?: readonly string[]
}

/** A server in a process of its own, spoken to byte by byte as an editor does: the framing is part of what is tested. */
export class LanguageServer {
  readonly ended: Promise<number | null>
  /** All that has come from the server and was waited for by nobody. */
  readonly heard: Incoming[] = []
  err = ''
  /** Whether the server is given what it asks for, such as to be told of changed files. */
  grants = true
  private readonly child: ChildProcess
  private readonly waiting: {wants: (message: Incoming) => boolean; resolve: (message: Incoming) => void}[] = []
  private buffer = Buffer.alloc(0)
  private nextId = 1

  constructor(program: string, words: readonly string[] = ['lsp', '--stdio'], cwd?: string) {
    this.child = spawn(process.execPath, [program, ...words], {stdio: 'pipe', cwd})
    this.child.stdout?.on('data', (bytes: Buffer) => this.receive(bytes))
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text
    })
    this.child.stdin?.on('error', () => undefined)
    this.ended = new Promise((resolve) => this.child.on('close', resolve))
  }

  async start({capabilities = {}, folders}: Started = {}): Promise<InitializeResult> {
    const workspaceFolders = folders?.map((folder) => ({uri: pathToFileURL(folder).href, name: folder})) ?? null
    const params = {processId: process.pid, rootUri: null, workspaceFolders, capabilities}
    const result = await this.ask<InitializeResult>('initialize', params)
    this.tell('initialized', {})
    return result
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  write(bytes: string | Buffer): void {
    this.child.stdin?.write(bytes)
  }

  hangUp(): void {
    this.child.stdin?.end()
  }

  send(message: object): void {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}))
    this.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  tell(method: string, params?: object): void {
    this.send({method, params})
  }

  /** Sends a request and gives the whole answer, errors too. */
  async request(method: string, params?: object, id: number | string = this.nextId++): Promise<Incoming> {
    const answer = this.next((message) => message.method === undefined && message.id === id)
    this.send({id, method, params})
    return answer
  }

  async ask<Result>(method: string, params?: object): Promise<Result> {
    const {result, error} = await this.request(method, params)
    if (error) throw new Error(`${method}: ${error.code} ${error.message}`)
    return result as Result
  }

  /** The next message of the kind that is wanted; one that has come already counts. */
  next(wants: (message: Incoming) => boolean): Promise<Incoming> {
    const index = this.heard.findIndex(wants)
    if (index >= 0) return Promise.resolve(this.heard.splice(index, 1)[0] as Incoming)
    return new Promise((resolve) => this.waiting.push({wants, resolve}))
  }

  /** @param holds which of the diagnostics that are sent for the document are waited for */
  async diagnostics(
    uri: string,
    holds: (sent: PublishDiagnosticsParams) => boolean = () => true
  ): Promise<PublishDiagnosticsParams> {
    const {params} = await this.next(
      ({method, params}) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as PublishDiagnosticsParams).uri === uri &&
        holds(params as PublishDiagnosticsParams)
    )
    return params as PublishDiagnosticsParams
  }

  open(uri: string, text: string, languageId = 'markdown', version = 1): void {
    this.tell('textDocument/didOpen', {textDocument: {uri, languageId, version, text}})
  }

  change(uri: string, version: number, ...contentChanges: object[]): void {
    this.tell('textDocument/didChange', {textDocument: {uri, version}, contentChanges})
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    return (await this.ask<{items: Diagnostic[]}>('textDocument/diagnostic', {textDocument: {uri}})).items
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown')
    this.tell('exit')
    return this.ended
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  private receive(bytes: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, bytes])
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.buffer.subarray(0, end).toString()
      const [, length] = /^Content-Length: (\d+)$/.exec(head) ?? []
      if (length === undefined) throw new Error(`no message stands on standard output: ${head}`)
      const after = end + 4 + Number(length)
      if (this.buffer.length < after) return
      this.take(JSON.parse(this.buffer.subarray(end + 4, after).toString()) as Incoming)
      this.buffer = this.buffer.subarray(after)
    }
  }

  private take(message: Incoming): void {
    if (message.method !== undefined && message.id !== undefined) {
      this.send({id: message.id, ...(this.grants ? {result: null} : {error: {code: -32601, message: 'no'}})})
    }
    const index = this.waiting.findIndex(({wants}) => wants(message))
    if (index < 0) this.heard.push(message)
    else this.waiting.splice(index, 1)[0]?.resolve(message)
  }
}
