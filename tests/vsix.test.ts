import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {layOutExtension, packExtension} from '../src/build/extension.js'
import {readBytes, read as readText, root} from './support/files.js'
import {LanguageServer} from './support/language-server.js'

const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-vsix-')))
const extension = path.join(work, 'installed/extension')
let packed: Record<string, Uint8Array> = {}

beforeAll(async () => {
  const file = path.join(work, 'coldread.vsix')
  await layOutExtension(root, path.join(work, 'laid-out'))
  packExtension(path.join(work, 'laid-out'), file)
  packed = unzipSync(readBytes(path.relative(root, file)))
  for (const [name, bytes] of Object.entries(packed)) write(path.join('installed', name), bytes)
}, 60_000)

afterAll(() => rmSync(work, {recursive: true, force: true}))

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, content)
  return file
}

const textOf = (name: string) => strFromU8(packed[name] ?? new Uint8Array())
const manifest = () => JSON.parse(textOf('extension/package.json'))

describe('the packed extension', () => {
  it('has every file that its manifests name', () => {
    const {main, contributes} = manifest()
    const schemas = [...contributes.jsonValidation, ...contributes.yamlValidation].map(({url}) => url)
    const assets = [...textOf('extension.vsixmanifest').matchAll(/<Asset [^>]*Path="([^"]+)"/g)].map(
      ([, name = '']) => name
    )
    expect(assets.length).toBeGreaterThan(3)
    const named = [...assets, ...[main, ...schemas].map((name) => path.posix.join('extension', name))]
    expect(named.filter((name) => !packed[name])).toEqual([])
  })

  it('has the version of the command that it ships', () => {
    expect(manifest().version).toBe(JSON.parse(readText('package.json')).version)
  })

  it('holds what runs and what is read, and nothing else', () => {
    const expected =
      /^(?:\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(?:package\.json|extension\.cjs|(?:readme|changelog)\.md|LICENSE\.txt|server\/(?:[\w.-]+\.(?:cjs|bin)|schema\.json|build-id)|server\/rules\/[\w-]+\.md|server\/node_modules\/jiti\/.+))$/
    expect(Object.keys(packed).filter((name) => !expected.test(name) || /\.(?:map|m?ts)$|\.test\./.test(name))).toEqual(
      []
    )
    expect(Object.keys(packed)).toContain('extension/server/coldread.cjs')
  })

  it('tells nothing of the machine that built it', () => {
    const words = [root, work, `/${hostname()}`]
    const telling = Object.keys(packed).filter((name) => words.some((word) => textOf(name).includes(word)))
    expect(telling).toEqual([])
  })

  it('asks for no rights in folders that nobody trusts, for configurations may be programs', () => {
    expect(manifest().capabilities.untrustedWorkspaces.supported).toBe(false)
  })

  it('is started by every language that the server reads', () => {
    const selected = /languages = \[(.*?)\]/.exec(readText('editors/vscode/src/extension.ts'))?.[1] ?? ''
    const languages = [...selected.matchAll(/'(\w+)'/g)].map(([, name]) => `onLanguage:${name}`)
    expect(manifest().activationEvents).toEqual(languages)
  })
})

describe('the server in it', {timeout: 60_000}, () => {
  const draft = '---\nsubject: Exclusive offer\nlang: en\n---\n\nDear Ms Okello,\n\nwe sell racks.\n'
  /** What the server says of a draft, from its start to its end. */
  async function serve(file: string) {
    const server = new LanguageServer(path.join(extension, 'server/coldread.cjs'))
    const {serverInfo} = await server.start()
    const uri = pathToFileURL(path.join(work, file)).href
    server.open(uri, draft)
    const {diagnostics} = await server.diagnostics(uri)
    return {serverInfo, diagnostics, exitCode: await server.stop()}
  }

  it('judges a draft', async () => {
    const {serverInfo, diagnostics, exitCode} = await serve('plain/draft.md')
    expect({serverInfo, exitCode}).toEqual({serverInfo: {name: 'coldread', version: manifest().version}, exitCode: 0})
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'subject-hype',
        range: {start: {line: 1, character: 9}, end: {line: 1, character: 24}}
      })
    )
  })

  it('reads a configuration in TypeScript with the compiler that it brings', async () => {
    write('typed/coldread.config.ts', "const off: string = 'off'\nexport default {rules: {'subject-hype': off}}\n")
    const {diagnostics} = await serve('typed/draft.md')
    expect(diagnostics.map(({code}) => code)).toContain('opt-out')
    expect(diagnostics.map(({code}) => code)).not.toContain('subject-hype')
  })
})

/** There is no VS Code here: a stand-in starts the packed extension, whose client and servers are the real ones. */
describe('the extension, started', {timeout: 60_000}, () => {
  function run(settings: Record<string, unknown>) {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [`${root}tests/support/extension-host.cjs`, extension, JSON.stringify({folders: [work], ...settings})],
      {encoding: 'utf8', timeout: 30_000}
    )
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    return JSON.parse(stdout) as {commands: string[]; complaints: string[]}
  }

  /** A Coldread that leaves word when it is started. */
  function coldreadIn(
    folder: string,
    body = `require(${JSON.stringify(path.join(extension, 'server/coldread.cjs'))})`
  ) {
    const started = path.join(work, folder, 'started')
    write(`${folder}/package.json`, '{"name": "coldread", "bin": {"coldread": "cli.cjs"}}')
    write(
      `${folder}/cli.cjs`,
      `require('node:fs').writeFileSync(${JSON.stringify(started)}, process.argv.slice(2).join(' '))\n${body}\n`
    )
    return {wasStarted: () => existsSync(started)}
  }

  it('registers the commands that its manifest names, and reaches the server that it ships', () => {
    const named = manifest().contributes.commands.map(({command}: {command: string}) => command)
    const {commands, complaints} = run({})
    expect(commands.sort()).toEqual(named.sort())
    expect(complaints).toEqual([])
  })

  it('prefers the Coldread of the project', () => {
    const own = coldreadIn('project/node_modules/coldread')
    expect(run({folders: [path.join(work, 'project')]}).complaints).toEqual([])
    expect(own.wasStarted()).toBe(true)
  })

  it('starts nothing where it is switched off', () => {
    const own = coldreadIn('off/node_modules/coldread')
    expect(run({folders: [path.join(work, 'off')], 'coldread.enable': false}).complaints).toEqual([])
    expect(own.wasStarted()).toBe(false)
  })

  it('says that nothing is where the setting points', () => {
    expect(run({'coldread.path': 'nowhere'}).complaints).toEqual([expect.stringContaining(path.join(work, 'nowhere'))])
  })

  it('says that a server does not start, and starts the next one once the setting is mended', () => {
    coldreadIn('broken', 'process.exit(3)')
    const mended = coldreadIn('mended')
    const {complaints} = run({'coldread.path': 'broken', next: {'coldread.path': 'mended'}})
    expect(complaints).toContainEqual(expect.stringContaining("couldn't create connection to server"))
    expect(complaints.filter((text) => text.startsWith('Coldread: '))).toEqual([])
    expect(mended.wasStarted()).toBe(true)
  })
})
