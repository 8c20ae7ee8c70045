import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {findServer} from '../editors/vscode/src/find-server.js'

const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'coldread-find-')))

afterAll(() => rmSync(work, {recursive: true, force: true}))

function write(name: string, content: string): string {
  const file = path.join(work, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, content)
  return file
}

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
