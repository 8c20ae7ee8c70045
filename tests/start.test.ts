import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {bundleCommand} from '../src/build/command.js'

const root = fileURLToPath(new URL('../', import.meta.url))
// Where `jiti` is found, as it is beside an installed command.
const parent = path.join(root, 'node_modules/.cache')
mkdirSync(parent, {recursive: true})
const folder = mkdtempSync(path.join(parent, 'coldread-start-'))
const work = path.join(folder, 'work')
const draft = '---\nsubject: Pallet racking\n---\n\nDear Ms Okello,\n\nBuy now!!!\n'

beforeAll(async () => {
  await bundleCommand(root, folder)
  mkdirSync(path.join(work, '.git'), {recursive: true})
  writeFileSync(path.join(work, 'draft.md'), draft)
  writeFileSync(
    path.join(work, 'own.config.ts'),
    "const level: string = 'off'\nexport default {rules: {'opt-out': level}}\n"
  )
  writeFileSync(path.join(work, 'own.config.mjs'), "export default {rules: {'opt-out': 'off'}}\n")
}, 60_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

function start(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [path.join(folder, 'coldread.cjs'), '--format', 'json', ...args, 'draft.md'],
    {cwd: work, encoding: 'utf8'}
  )
  return {status, stdout, stderr}
}

function keptFiles(): string[] {
  const store = path.join(folder, '.compiled')
  return readdirSync(store, {recursive: true})
    .map((name) => path.join(store, String(name)))
    .filter((file) => statSync(file).isFile())
}

describe('the built command', () => {
  test('says on its second start what it said on its first', () => {
    const first = start('--no-config')
    expect(first).toMatchObject({status: 1, stderr: ''})
    expect(first.stdout).toContain('opt-out')
    expect(keptFiles()).not.toEqual([])
    expect(start('--no-config')).toEqual(first)
  })

  test('starts with compiled code that was cut short', () => {
    const whole = start('--no-config')
    for (const file of keptFiles()) truncateSync(file, Math.floor(statSync(file).size / 2))
    expect(start('--no-config')).toEqual(whole)
    expect(start('--no-config')).toEqual(whole)
  })

  test.each(['own.config.ts', 'own.config.mjs'])('reads %s on the first start and on the second', (config) => {
    const first = start('--config', config)
    expect(first).toMatchObject({status: 1, stderr: ''})
    expect(first.stdout).not.toContain('"opt-out"')
    expect(start('--config', config)).toEqual(first)
  })

  // Compiled code is kept by the flags it was compiled with: for a folder it is optimised, for a draft it is not.
  test('keeps code for a draft and for a folder apart', () => {
    start('--no-config', '.')
    const stores = readdirSync(path.join(folder, '.compiled'))
    expect(stores.filter((name) => name.endsWith('-brief'))).toHaveLength(1)
    expect(stores.filter((name) => !name.endsWith('-brief'))).toHaveLength(1)
  })

  test.each(['a'.repeat(5000), 'drafts/'.repeat(1000), 'no such file.md'])('is told of no file: %.20s', (word) => {
    const {status, stderr} = start('--no-config', word)
    expect(status).toBe(2)
    expect(stderr).toContain('coldread: ')
    expect(stderr).not.toContain('at isBrief')
  })
})
