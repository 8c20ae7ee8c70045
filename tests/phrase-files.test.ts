import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildLexicon} from '../src/build/lexicon.js'
import {languages} from '../src/generated/languages.js'
import {files, root} from './support/files.js'

describe.each(Object.keys(languages))('phrases in %s', (code) => {
  const lists = `src/languages/${code}/lists.yml`
  const pack = async () => (await languages[code]?.load())?.pack as Parameters<typeof buildLexicon>[0]

  it('hold what their examples say', async () => {
    const own = files('rules').filter((file) => path.basename(file) === `phrases.${code}.yml`)
    const {entries} = buildLexicon(await pack(), root, [`src/languages/${code}/phrases.yml`, ...own], lists)
    expect(entries.length).toBeGreaterThan(0)
  })

  it.each([
    {wrong: 'ok', entry: '  ok: [zqxa zqxb]\n  bad: [zqxa zqxb]', message: 'matches its ok example "zqxa zqxb"'},
    {wrong: 'bad', entry: '  ok: [zqxa]\n  bad: [zqxb zqxa]', message: 'does not match its bad example "zqxb zqxa"'}
  ])('fail the build with file and line where an example under `$wrong` is wrong', async ({entry, message}) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'coldread-phrases-'))
    mkdirSync(path.join(folder, 'rules/some-rule'), {recursive: true})
    const file = `rules/some-rule/phrases.${code}.yml`
    writeFileSync(path.join(folder, file), `- match: zqxc\n  ok: [zqxd]\n  bad: [zqxc]\n- match: zqxa zqxb\n${entry}\n`)
    writeFileSync(path.join(folder, 'lists.yml'), 'role: [zqxe]\n')
    const language = await pack()
    expect(() => buildLexicon(language, folder, [file], 'lists.yml')).toThrow(
      expect.objectContaining({file, line: 4, message: expect.stringContaining(message)})
    )
    rmSync(folder, {recursive: true})
  })
})

it('phrase files are of languages that are read', () => {
  const codes = files('rules').flatMap((file) => /^phrases\.(.+)\.yml$/.exec(path.basename(file))?.[1] ?? [])
  expect(codes.filter((code) => !(code in languages))).toEqual([])
})
