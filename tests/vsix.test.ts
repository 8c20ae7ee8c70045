import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findServer} from '../editors/vscode/src/find-server.js'
import {layOutExtension, packExtension} from '../src/build/extension.js'
import {readBytes, read as readText, root} from './support/files.js'
import {openDraft} from './support/language-client.js'

const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-vsix-')))
const extension = path.join(work, 'installed/extension')
let packed: Record<string, Uint8Array> = {}

beforeAll(async () => {
  const file = path.join(work, 'coldread.vsix')
  await layOutExtension(root, path.join(work, 'laid-out'))
  packExtension(root, path.join(work, 'laid-out'), file)
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
      /^(?:\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(?:package\.json|extension\.cjs|(?:readme|changelog)\.md|LICENSE\.txt|server\/(?:[\w.-]+\.(?:cjs|bin)|schema\.json)|server\/node_modules\/jiti\/.+))$/
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

describe('the server in it', () => {
  const draft = '---\nsubject: Exclusive offer\nlang: en\n---\n\nDear Ms Okello,\n\nwe sell racks.\n'
  const serve = (languageId: string, file: string) =>
    openDraft([process.execPath, path.join(extension, 'server/coldread.cjs'), 'lsp', '--stdio'], {
      uri: pathToFileURL(file).href,
      languageId,
      text: draft
    })

  it('judges a draft', async () => {
    const {initialized, diagnostics} = await serve('markdown', path.join(work, 'plain/draft.md'))
    expect(initialized.serverInfo).toEqual({name: 'coldread', version: manifest().version})
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'subject-hype',
        range: {start: {line: 1, character: 9}, end: {line: 1, character: 24}}
      })
    )
  })

  it('reads a configuration in TypeScript with the compiler that it brings', async () => {
    write('typed/coldread.config.ts', "const off: string = 'off'\nexport default {rules: {'subject-hype': off}}\n")
    const {diagnostics} = await serve('markdown', path.join(work, 'typed/draft.md'))
    expect(diagnostics.map(({code}) => code)).toContain('opt-out')
    expect(diagnostics.map(({code}) => code)).not.toContain('subject-hype')
  })
})

/** There is no VS Code here: a stand-in starts the packed extension, whose client and servers are the real ones. */
describe('the extension, started', () => {
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

describe('which Coldread the extension starts', () => {
  const shipped = '/extension/server/coldread.cjs'
  const packageAt = (folder: string) => {
    write(`${folder}/package.json`, '{"name": "coldread", "bin": {"coldread": "dist/cli/coldread.cjs"}}')
    return write(`${folder}/dist/cli/coldread.cjs`, '')
  }
  const at = (folder: string) => path.join(work, folder)

  it('is the one it ships, where the folders have none', () => {
    expect(findServer({path: '', folders: [at('empty')], shipped})).toBe(shipped)
    expect(findServer({path: '', folders: [], shipped})).toBe(shipped)
  })

  it('is that of the first folder which has one, also one that is installed above it', () => {
    const above = packageAt('repository/node_modules/coldread')
    const folders = [at('empty'), at('repository/packages/mail'), at('other')]
    expect(findServer({path: '', folders, shipped})).toBe(above)
  })

  it('is the one that the user names, before all others', () => {
    packageAt('mine/node_modules/coldread')
    const named = packageAt('mine/tools/coldread')
    for (const wanted of ['tools/coldread', at('mine/tools/coldread')])
      expect(findServer({path: wanted, folders: [at('mine')], shipped})).toBe(named)
  })

  it.each<[string, string | undefined]>([
    ['is no package', undefined],
    ['is another package', '{"name": "other"}'],
    ['was never built', '{"name": "coldread", "bin": {"coldread": "dist/missing.cjs"}}'],
    ['has a manifest that is no JSON', '{']
  ])('is none where what the user names %s', (what, text) => {
    const folder = `named/${what.replaceAll(' ', '-')}`
    if (text !== undefined) write(`${folder}/package.json`, text)
    expect(() => findServer({path: at(folder), folders: [], shipped})).toThrow(
      `No Coldread was found at ${at(folder)}, so drafts are not judged. Install it there, or`
    )
  })
})
