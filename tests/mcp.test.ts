import {spawn, spawnSync} from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import {ListRootsRequestSchema} from '@modelcontextprotocol/sdk/types.js'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest'
import manifest from '../package.json' with {type: 'json'}
import {rules} from '../src/generated/rules.js'
import {fix, lint} from '../src/index.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'

const bad = '---\nsubject: Exclusive offer!!\nlang: en\n---\n\nHi,\n\nBuy now. We guarantee it.\n'

// Each starts a server of its own.
vi.setConfig({testTimeout: 60_000})

let command: BuiltCommand
const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-mcp-')))
const work = path.join(base, 'work')

beforeAll(async () => {
  command = await buildCommand()
  mkdirSync(path.join(work, '.git'), {recursive: true})
  write('draft.md', bad)
  write('notes.log', 'the password is swordfish')
  write('../outside.md', bad)
  symlinkSync(path.join(base, 'outside.md'), path.join(work, 'link.md'))
  symlinkSync(path.join(work, 'draft.md'), path.join(work, 'inside.md'))
}, 120_000)

afterAll(() => {
  command.remove()
  rmSync(base, {recursive: true, force: true})
})

function write(name: string, text: string | Uint8Array): void {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
}

interface Started {
  readonly client: Client
  readonly transport: StdioClientTransport
  /** What the server said beside the protocol. */
  readonly said: () => string
  call(name: string, input?: Record<string, unknown>): Promise<Answer>
}

interface Answer {
  readonly isError?: boolean
  readonly structuredContent?: Record<string, unknown>
  readonly texts: string[]
}

async function start(
  args: readonly string[] = [],
  {cwd = work, roots, flags = []}: {cwd?: string; roots?: readonly string[]; flags?: readonly string[]} = {}
): Promise<Started> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command.program, ...flags, 'mcp', ...args],
    cwd,
    stderr: 'pipe'
  })
  let said = ''
  transport.stderr?.on('data', (text) => {
    said += text
  })
  const client = new Client({name: 'test', version: '1'}, {capabilities: roots ? {roots: {}} : {}})
  if (roots) {
    client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: roots.map((folder) => ({uri: folder.includes(':') ? folder : pathToFileURL(folder).href}))
    }))
  }
  await client.connect(transport)
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const {content, isError, structuredContent} = await client.callTool({name, arguments: input})
    const texts = (content as {text: string}[]).map(({text}) => text)
    return {texts, ...(isError ? {isError: true} : {}), structuredContent} as Answer
  }
  return {client, transport, said: () => said, call}
}

function rulesIn(content: Record<string, unknown> = {}): string[] {
  return (content.findings as {rule: string}[]).map(({rule}) => rule)
}

describe('coldread mcp', () => {
  let server: Started
  beforeEach(async () => {
    server = await start()
  })
  afterEach(() => server.client.close())

  test('says who it is and what it is for', () => {
    expect(server.client.getServerVersion()).toMatchObject({name: 'coldread', version: manifest.version})
    expect(server.client.getInstructions()).toMatch(/judges cold B2B e-mails.*does not flatter/s)
  })

  test('has five tools that read and write nothing', async () => {
    const {tools} = await server.client.listTools()
    expect(tools.map(({name}) => name)).toEqual(['lint_text', 'lint_file', 'fix_text', 'list_rules', 'explain_rule'])
    for (const {annotations, description, inputSchema, name, outputSchema} of tools) {
      expect(annotations).toMatchObject({readOnlyHint: true, openWorldHint: false})
      expect(description?.length).toBeGreaterThan(40)
      expect(inputSchema).toMatchObject({type: 'object', additionalProperties: false})
      expect(outputSchema?.type).toBe(name === 'explain_rule' ? undefined : 'object')
    }
  })

  test('lint_text finds what lint finds, tersely', async () => {
    const {findings} = await lint(bad, {format: 'markdown'})
    const {texts, structuredContent} = await server.call('lint_text', {text: bad, format: 'markdown'})
    const [counts, ...lines] = texts.join('\n').split('\n')
    expect(counts).toMatch(/^\d+ errors, \d+ warnings?$/)
    expect(lines.length).toBe(findings.length)
    findings.forEach(({line, column, ruleId, severity, message}, index) => {
      const level = severity === 'error' ? 'error' : 'warning'
      expect(lines[index]).toContain(`${line}:${column} ${ruleId} ${level}: ${message}`)
    })
    expect(structuredContent).toMatchObject({
      language: 'en',
      findings: findings.map(({line, endColumn, ruleId, text}) => ({line, endColumn, rule: ruleId, text}))
    })
  })

  test('lint_text reads each format, and the language that is named', async () => {
    const text = 'Subject: Exclusive offer!!\n\nBuy now.\n'
    for (const format of ['text', 'eml']) {
      const {structuredContent} = await server.call('lint_text', {text, format, language: 'en'})
      expect(structuredContent?.findings).toContainEqual(expect.objectContaining({rule: 'subject-hype', line: 1}))
    }
    const {structuredContent} = await server.call('lint_text', {text: 'Ok', format: 'html', language: 'sv'})
    expect(structuredContent?.language).toBe('sv')
  })

  test('a draft with nothing to find gets two words', async () => {
    const good = readFileSync(new URL('../fixtures/samples/good-letter.md', import.meta.url), 'utf8')
    const {texts, structuredContent} = await server.call('lint_text', {text: good, format: 'markdown'})
    expect(texts).toEqual(['No findings.'])
    expect(structuredContent).toMatchObject({errors: 0, warnings: 0, findings: []})
  })

  test('lint_file judges a draft in the folder', async () => {
    const asked = await server.call('lint_file', {path: 'draft.md'})
    expect(asked.structuredContent?.errors).toBeGreaterThan(0)
    expect(await server.call('lint_file', {path: path.join(work, 'draft.md')})).toEqual(asked)
    expect(await server.call('lint_file', {path: 'inside.md'})).toEqual(asked)
  })

  test('fix_text makes what fix makes, and writes nothing', async () => {
    const {output, fixes} = await fix(bad, {format: 'markdown'})
    const {texts, structuredContent} = await server.call('fix_text', {text: bad, format: 'markdown'})
    expect(structuredContent).toMatchObject({output, fixes})
    expect(texts[0]).toMatch(/^\d+ fix(?:es)? made\. Left: /)
    expect(texts.length).toBe(fixes > 0 ? 2 : 1)
    const all = await fix(bad, {format: 'markdown', suggestions: true})
    const asked = await server.call('fix_text', {text: bad, format: 'markdown', suggestions: true})
    expect(asked.structuredContent).toMatchObject({output: all.output, fixes: all.fixes})
  })

  test('list_rules says which level holds', async () => {
    const {texts, structuredContent} = await server.call('list_rules')
    const listed = structuredContent?.rules as {id: string; level: string}[]
    expect(listed.map(({id}) => id)).toEqual(Object.keys(rules).sort())
    expect(texts[0]).toContain('opt-out (error): The mail offers no way to refuse further mails.')
  })

  test('explain_rule gives the documentation and the grounds', async () => {
    const {texts} = await server.call('explain_rule', {rule: 'opt-out'})
    expect(texts[0]).toMatch(/^# opt-out/)
    expect(texts[0]).toContain('What it rests on:\n- law:')
  })

  test('honours the configuration as it is at each call', async () => {
    const found = async (input: Record<string, unknown>) => {
      const {structuredContent} = await server.call('lint_text', {text: bad, format: 'markdown', ...input})
      return rulesIn(structuredContent)
    }
    const config = {rules: {'opt-out': 'off'}, overrides: [{files: ['invites/**'], rules: {'subject-hype': 'off'}}]}
    expect(await found({})).toContain('opt-out')
    write('coldread.config.json', JSON.stringify(config))
    try {
      expect(await found({})).not.toContain('opt-out')
      expect(await found({})).toContain('subject-hype')
      expect(await found({saved_as: 'invites/may.md'})).not.toContain('subject-hype')
      write('coldread.config.json', '{"rules": {"opt-out": "loud"}}')
      const broken = await server.call('lint_text', {text: bad, format: 'markdown'})
      expect(broken.isError).toBe(true)
      expect(broken.texts[0]).toMatch(/coldread\.config\.json:1:\d+: `rules\.opt-out` must be/)
    } finally {
      rmSync(path.join(work, 'coldread.config.json'))
    }
    expect(await found({})).toContain('opt-out')
  })

  test.each([
    ['lint_text', {format: 'markdown'}, 'text'],
    ['lint_text', {text: 'x'}, 'format'],
    ['lint_text', {text: 'x', format: 'docx'}, 'format'],
    ['lint_text', {text: 1, format: 'text'}, 'text'],
    ['lint_text', {text: 'x', format: 'text', language: 'English'}, 'write a BCP 47 tag such as en'],
    ['lint_text', {text: 'x', format: 'text', lang: 'en'}, 'lang'],
    ['lint_text', {text: 'x '.repeat(125_001), format: 'text'}, 'a draft of at most 250,000 characters is read'],
    ['lint_file', {path: ''}, 'path'],
    ['lint_file', {path: 'no.md'}, 'no.md: no such file or folder'],
    ['lint_file', {path: 'a\0b.md'}, 'b.md: '],
    ['lint_file', {path: '.git'}, '.git: its ending is none that drafts have'],
    ['lint_file', {path: '.git', format: 'text'}, 'it is a folder'],
    ['lint_file', {path: 'notes.log'}, 'notes.log: its ending is none that drafts have'],
    ['lint_file', {path: '../outside.md'}, 'it lies outside of'],
    ['lint_file', {path: 'link.md'}, 'link.md: it lies outside of'],
    ['lint_file', {path: '/etc/passwd'}, 'it lies outside of'],
    ['lint_file', {path: '.'}, 'it lies outside of'],
    ['explain_rule', {rule: 'opt-uot'}, 'there is no rule `opt-uot`: did you mean `opt-out`?'],
    ['no_such_tool', {}, 'no_such_tool not found']
  ])('%s, wrongly asked, tells what is wrong, and the server goes on (%#)', async (name, input, why) => {
    const {isError, texts} = await server.call(name, input)
    expect(isError).toBe(true)
    expect(texts.join('\n')).toContain(why)
    expect(texts.join('\n')).not.toContain('swordfish')
    expect((await server.call('explain_rule', {rule: 'opt-out'})).isError).toBeUndefined()
  })

  test('reads a file without a known ending where its format is named', async () => {
    write('draft.tpl', bad)
    expect((await server.call('lint_file', {path: 'draft.tpl', format: 'markdown'})).isError).toBeUndefined()
  })

  test('refuses binary and oversized files as the command line does', async () => {
    write('binary.md', new Uint8Array([1, 0, 2, 0]))
    write('large.md', 'x'.repeat(10_000_001))
    expect((await server.call('lint_file', {path: 'binary.md'})).texts[0]).toContain('it is a binary file')
    expect((await server.call('lint_file', {path: 'large.md'})).texts[0]).toContain('more than the limit of 10,000,000')
  })

  test('judges a very long text, and names the first findings only', async () => {
    const text = `---\nsubject: Racks\nlang: en\n---\n\n${'Act now!!! This is 100% guaranteed.\n\n'.repeat(500)}`
    const {structuredContent, texts} = await server.call('lint_text', {text, format: 'markdown'})
    expect(structuredContent?.findings).toHaveLength(50)
    expect(texts[0]).toMatch(/\nand \d+ more$/)
    expect(texts[0]?.length).toBeLessThan(20_000)
  })

  test('answers many calls at once, each its own', async () => {
    const ids = Object.keys(rules)
    const answers = await Promise.all(ids.map((rule) => server.call('explain_rule', {rule})))
    answers.forEach(({texts}, index) => {
      expect(texts[0]).toMatch(new RegExp(`^# ${ids[index]}\n`))
    })
  })

  test('a call that is cancelled costs the next one nothing', async () => {
    const cancelled = new AbortController()
    const text = 'We act now. '.repeat(20_000)
    const input = {name: 'lint_text', arguments: {text, format: 'text', language: 'en'}}
    const asked = server.client.callTool(input, undefined, {signal: cancelled.signal})
    cancelled.abort('no longer wanted')
    await expect(asked).rejects.toThrow('no longer wanted')
    expect((await server.call('lint_file', {path: 'draft.md'})).isError).toBeUndefined()
  })

  test('ends with its client, quietly', async () => {
    const {pid} = server.transport
    await server.client.close()
    expect(() => process.kill(pid ?? 0, 0)).toThrow()
    expect(server.said()).toBe('')
  })
})

describe('where files may be read', () => {
  const other = path.join(base, 'other')
  beforeAll(() => {
    mkdirSync(other, {recursive: true})
    writeFileSync(path.join(other, 'other.md'), bad)
  })

  async function outcome(file: string, ...how: Parameters<typeof start>): Promise<string> {
    const {client, call} = await start(...how)
    const {isError, texts} = await call('lint_file', {path: file})
    await client.close()
    return isError ? texts.join('\n') : 'read'
  }

  test("the client's roots, in place of the working directory", async () => {
    expect(await outcome('other.md', [], {roots: [other]})).toBe('read')
    expect(await outcome(path.join(work, 'draft.md'), [], {roots: [other]})).toContain('it lies outside of')
    expect(await outcome('other.md', [], {roots: [work, other]})).toBe('read')
    expect(await outcome('other.md', [], {roots: [path.join(base, 'gone'), other]})).toBe('read')
    const elsewhere = await outcome('other.md', [], {roots: ['https://example.com/']})
    expect(elsewhere).toContain('there is no folder in which drafts may be read')
  })

  test('the folders that the command names, in place of both', async () => {
    expect(await outcome('other.md', [other], {roots: [work]})).toBe('read')
    expect(await outcome('draft.md', [other], {roots: [work]})).toContain('no such file or folder')
  })

  test('never the whole disk', async () => {
    const why = 'there is no folder in which drafts may be read (not /): start `coldread mcp` in one, or name it'
    expect(await outcome(path.join(work, 'draft.md'), [], {cwd: '/'})).toContain(why)
    expect(await outcome(path.join(work, 'draft.md'), ['/'])).toContain(why)
    expect(await outcome('draft.md', [], {roots: []})).toContain('there is no folder in which drafts may be read:')
  })
})

test('linting a draft loads nothing of it', () => {
  const cli = path.dirname(command.program)
  const loadedBy = (...args: string[]) => {
    rmSync(path.join(cli, '.compiled'), {recursive: true, force: true})
    spawnSync(process.execPath, [command.program, ...args], {cwd: work, input: ''})
    const chunks = readdirSync(path.join(cli, '.compiled'), {recursive: true, encoding: 'utf8'})
    return chunks.map((name) => path.basename(name)).filter((name) => name.endsWith('.cjs'))
  }
  const holdsServer = (name: string) => readFileSync(path.join(cli, name), 'utf8').includes('registerTool(')
  expect(loadedBy('mcp').filter(holdsServer)).toHaveLength(1)
  const plain = loadedBy('draft.md')
  expect(plain).toContain('main.cjs')
  expect(plain.filter(holdsServer)).toEqual([])
})

describe('docs/mcp.md', () => {
  const page = readFileSync(new URL('../docs/mcp.md', import.meta.url), 'utf8')

  test('shows configurations that start the server', async () => {
    const shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json))
    expect(shown.length).toBe(2)
    for (const {mcpServers, servers} of shown) {
      const {command: program, args} = (mcpServers ?? servers).coldread
      expect([program, ...args.slice(0, 3)]).toEqual(['npx', '-y', 'coldread', 'mcp'])
      const {client, call} = await start([work], {cwd: '/'})
      expect((await call('lint_file', {path: 'draft.md'})).isError).toBeUndefined()
      await client.close()
    }
  })

  test('names every tool', async () => {
    const {client} = await start()
    const {tools} = await client.listTools()
    await client.close()
    expect(page.match(/(?<=^\| `)\w+(?=` \|)/gm)).toEqual(tools.map(({name}) => name))
  })
})

test('the configuration is the one that the command line names, or none', async () => {
  write('own.json', '{"rules": {"opt-out": "off"}}')
  write('config/coldread.config.json', '{"rules": {"subject-hype": "off"}}')
  const found = async (flags: readonly string[]) => {
    const {client, call} = await start(['config'], {flags})
    const {structuredContent} = await call('lint_text', {text: bad, format: 'markdown'})
    await client.close()
    return ['opt-out', 'subject-hype'].filter((id) => rulesIn(structuredContent).includes(id))
  }
  expect(await found([])).toEqual(['opt-out'])
  expect(await found(['--config', 'own.json'])).toEqual(['subject-hype'])
  expect(await found(['--no-config'])).toEqual(['opt-out', 'subject-hype'])
  expect(await found(['--rule', 'opt-out:off'])).toEqual([])
})

describe('a client that breaks the protocol', () => {
  /** Sends lines as they are and gives what comes back until the server ends. */
  async function talk(...lines: string[]): Promise<{code: number | null; out: string; err: string}> {
    const child = spawn(process.execPath, [command.program, 'mcp'], {cwd: work})
    const said = {out: '', err: ''}
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.err += text
    })
    child.stdin.on('error', () => undefined).end(lines.join(''))
    return new Promise((resolve) => child.on('close', (code) => resolve({code, ...said})))
  }

  const message = (value: Record<string, unknown>) => `${JSON.stringify({jsonrpc: '2.0', ...value})}\n`
  const hello = message({
    id: 0,
    method: 'initialize',
    params: {protocolVersion: '2025-06-18', capabilities: {}, clientInfo: {name: 'raw', version: '1'}}
  })
  const ping = message({id: 9, method: 'ping'})

  test('gets an answer to the next message', async () => {
    const {code, out, err} = await talk(hello, 'no JSON\n', '{"jsonrpc": "1.0"}\n', '\n', ping)
    expect(code).toBe(0)
    expect(out).toContain('"id":9')
    expect(err).toContain('coldread: a message could not be handled')
  })

  test('is told of a method that is not there', async () => {
    const {out} = await talk(hello, message({id: 1, method: 'resources/list'}), ping)
    expect(out).toContain('-32601')
    expect(out).toContain('"id":9')
  })

  test('that takes its call back in the same breath gets no answer to it', async () => {
    const call = message({
      id: 5,
      method: 'tools/call',
      params: {name: 'lint_text', arguments: {text: bad, format: 'markdown'}}
    })
    const cancel = message({method: 'notifications/cancelled', params: {requestId: 5}})
    const {code, out} = await talk(hello, call, cancel, ping)
    expect(code).toBe(0)
    expect(out).not.toContain('"id":5')
    expect(out).toContain('"id":9')
  })

  test('that hangs up without a word ends the server', async () => {
    expect(await talk()).toEqual({code: 0, out: '', err: ''})
  })

  test('that sends a message without end is cut off', async () => {
    const {code, err} = await talk(hello, 'x'.repeat(5_000_000))
    expect(code).toBe(0)
    expect(err).toContain('exceeded maximum size')
  })
})
