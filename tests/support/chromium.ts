import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Readable, Writable} from 'node:stream'

type Message = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  error?: {message: string}
}

/** A browser without a screen, spoken to in its DevTools protocol over a pipe. */
export class Chromium {
  /** Everything that was asked of the network, but the page itself. */
  readonly requests: string[] = []
  /** Errors, warnings and dialogs. */
  readonly complaints: string[] = []
  private readonly waiting = new Map<number, (message: Message) => void>()
  private readonly listeners = new Map<string, () => void>()
  private nextId = 1
  private session = ''

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string
  ) {
    let rest = ''
    const pipe = child.stdio[4] as Readable
    pipe.setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0')
      rest = messages.pop() ?? ''
      for (const message of messages) this.take(JSON.parse(message) as Message)
    })
  }

  static async open(): Promise<Chromium> {
    const profile = mkdtempSync(path.join(tmpdir(), 'coldread-chromium-'))
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`
    ]
    const child = spawn('chromium', options, {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']})
    const browser = new Chromium(child, profile)
    const {targetId} = await browser.send<{targetId: string}>('Target.createTarget', {url: 'about:blank'})
    const {sessionId} = await browser.send<{sessionId: string}>('Target.attachToTarget', {targetId, flatten: true})
    browser.session = sessionId
    for (const domain of ['Network', 'Log', 'Runtime', 'Page']) await browser.send(`${domain}.enable`)
    return browser
  }

  /** Opens a page of so many pixels and waits until it is there. */
  async show(url: string, width: number, dark = false): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', {width, height: 900, deviceScaleFactor: 1, mobile: false})
    const features = [{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]
    await this.send('Emulation.setEmulatedMedia', {features})
    const loaded = new Promise<void>((resolve) => this.listeners.set('Page.loadEventFired', resolve))
    await this.send('Page.navigate', {url})
    await loaded
    this.requests.splice(0, this.requests.length, ...this.requests.filter((asked) => asked !== url))
  }

  /** What an expression comes to in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const {result, exceptionDetails} = await this.send<{result: {value: Value}; exceptionDetails?: {text: string}}>(
      'Runtime.evaluate',
      {expression, returnByValue: true}
    )
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return result.value
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await ended
    rmSync(this.profile, {recursive: true, force: true, maxRetries: 5})
  }

  private send<Result>(method: string, params: object = {}): Promise<Result> {
    const id = this.nextId++
    const session = this.session === '' ? {} : {sessionId: this.session}
    const pipe = this.child.stdio[3] as Writable
    pipe.write(`${JSON.stringify({id, method, params, ...session})}\0`)
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({result, error}) => (error ? reject(new Error(error.message)) : resolve(result as Result)))
    })
  }

  private take(message: Message): void {
    const {id, method = '', params = {}} = message
    if (id !== undefined) this.waiting.get(id)?.(message)
    else if (method === 'Network.requestWillBeSent') this.requests.push((params.request as {url: string}).url)
    else if (complaining.has(method)) this.complaints.push(`${method} ${JSON.stringify(params)}`)
    this.listeners.get(method)?.()
  }
}

const complaining = new Set([
  'Log.entryAdded',
  'Runtime.consoleAPICalled',
  'Runtime.exceptionThrown',
  'Page.javascriptDialogOpening'
])
