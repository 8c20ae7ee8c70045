import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {ConfigError, lint} from '../src/index.js'
import {type FileOptions, lintFile, lintFiles, loadConfig} from '../src/node/index.js'

const cwd = mkdtempSync(path.join(tmpdir(), 'coldread-files-'))
const draft = '---\nsubject: Exclusive offer\nlang: en\n---\n\nHi,\n\nBuy now.\n'

beforeAll(() => {
  write('.git/HEAD', '')
  write('coldread.config.json', '{"rules": {"opt-out": "off"}, "ignore": ["old/"]}')
  write('drafts/a.md', draft)
  write('drafts/b.txt', 'Subject: Racks\n\nHello')
  write('drafts/README.md', '# Not a draft')
  write('drafts/c.md', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0x73, 0x75, 0x62, 0xff]))
  write('old/d.md', draft)
  write('e.tpl', draft)
  write('broken/coldread.config.json', '{"rules": {"opt-uot": "off"}}')
})

afterAll(() => rmSync(cwd, {recursive: true, force: true}))

function write(name: string, text: string | Uint8Array): void {
  const file = path.join(cwd, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
}

async function outcomes(paths: readonly string[], options: FileOptions = {}): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const each of lintFiles(paths, {cwd, ...options})) {
    const what = each.kind === 'linted' ? 'linted' : `${each.kind}: ${each.why}`
    found[path.relative(cwd, each.file).replaceAll('\\', '/')] = what
  }
  return found
}

describe('lintFile', () => {
  test('judges as lint does under the configuration of the folder', async () => {
    const {config} = await loadConfig({cwd})
    const {file, source, result} = await lintFile('drafts/a.md', {cwd})
    expect(file).toBe(path.join(cwd, 'drafts/a.md'))
    expect(source).toBe(draft)
    expect(result).toEqual(await lint(draft, {file: 'drafts/a.md', config}))
    expect(result.findings.map(({ruleId}) => ruleId)).not.toContain('opt-out')
  })

  test('takes no configuration, another one, and a format', async () => {
    const ids = async (options: FileOptions) =>
      (await lintFile('drafts/a.md', {cwd, ...options})).result.findings.map(({ruleId}) => ruleId)
    expect(await ids({config: false})).toContain('opt-out')
    write('own.json', '{"rules": {"subject-hype": "off"}}')
    expect(await ids({config: 'own.json'})).not.toContain('subject-hype')
    const asText = await lintFile('e.tpl', {cwd, format: 'text'})
    expect(asText.result).toEqual(await lint(draft, {format: 'text', config: (await loadConfig({cwd})).config}))
  })

  test.each([
    ['no.md', {}, 'no.md: no such file or folder'],
    ['drafts', {}, 'drafts: it is a folder'],
    ['drafts/c.md', {}, 'drafts/c.md: line 2 is not valid UTF-8'],
    ['drafts/a.md', {maxFileSize: 10}, 'more than the limit of 10 bytes'],
    ['drafts/a.md', {config: 'gone.json'}, 'There is no configuration of this name.'],
    ['drafts/a.md', {format: 'docx' as 'eml'}, 'There is no format `docx`']
  ])('%s with %o is refused', async (file, options, why) => {
    await expect(lintFile(file, {cwd, ...options})).rejects.toThrow(why)
  })

  test('a configuration that is wrong says where', async () => {
    const error = await lintFile('a.md', {cwd: path.join(cwd, 'broken')}).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({file: path.join(cwd, 'broken/coldread.config.json'), line: 1, column: 12})
  })
})

describe('lintFiles', () => {
  test('finds drafts as the command does, and tells what it passes over and what fails', async () => {
    const notUtf8 = 'failure: line 2 is not valid UTF-8; save the file as UTF-8'
    expect(await outcomes(['drafts/a.md', 'drafts/b.txt', 'drafts/c.md', 'gone.md'])).toEqual({
      'drafts/a.md': 'linted',
      'drafts/b.txt': 'linted',
      'drafts/c.md': notUtf8,
      'gone.md': 'failure: no such file or folder'
    })
    expect(await outcomes(['.'])).toMatchObject({
      'drafts/a.md': 'linted',
      'drafts/README.md': 'passed-over: its front matter has no subject, from or to'
    })
    expect(Object.keys(await outcomes(['drafts/*.txt']))).toEqual(['drafts/b.txt'])
  })

  test('goes on where the first is taken and the rest left', async () => {
    for await (const each of lintFiles(['drafts'], {cwd})) {
      expect(each.file).toContain('drafts')
      break
    }
    expect(Object.keys(await outcomes(['drafts/a.md']))).toEqual(['drafts/a.md'])
  })
})

describe('loadConfig', () => {
  test('says where it was found, or that there is none', async () => {
    expect(await loadConfig({cwd: path.join(cwd, 'drafts')})).toMatchObject({base: cwd, config: {ignore: ['old/']}})
    expect(await loadConfig({cwd, config: false})).toEqual({config: {}, file: undefined, base: cwd, files: []})
  })
})
