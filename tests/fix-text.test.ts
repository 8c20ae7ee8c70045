import {describe, expect, test} from 'vitest'
import {rewrite} from '../src/fix/rewrite.js'
import {type Config, type FixOptions, fix, lint} from '../src/index.js'
import {files, read} from './support/files.js'

const drafts = ['fixtures/samples', 'fixtures/drafts', 'fixtures/clean', 'fixtures/parse', 'fixtures/anatomy']
  .flatMap(files)
  .filter((file) => /\.(?:md|txt|html|eml)$/.test(file))

const config: Config = {
  sender: {
    company: 'Brightwater Storage Ltd',
    description: 'We build pallet racking for food warehouses.',
    people: [{name: 'Ann Ek', role: 'sales engineer', phone: '+44 20 7946 0123', email: 'ann@brightwater.example'}],
    address: 'Unit 4, 12 Canal Street, Leeds LS1 4AB, United Kingdom',
    optOut: 'If this is not for you, tell me and I will not write again.'
  }
}

describe.each([
  ['safe fixes', {}],
  ['suggestions with all that is known of the sender', {suggestions: true, config}]
] satisfies [string, FixOptions][])('%s', (_, how) => {
  test.each(drafts)('of %s lead to one text and leave nothing to fix', async (file) => {
    const source = read(file)
    const options = {...how, file}
    const {output, result, edits, fixes, refused} = await fix(source, options)
    expect(rewrite(source, edits)).toBe(output)
    expect(fixes > 0).toBe(output !== source)
    expect(result).toEqual(await lint(output, options))
    const again = await fix(output, options)
    expect(again).toEqual({output, result, edits: [], fixes: 0, refused})
  })
})

test('a suggestion is made only where it is asked for', async () => {
  const draft = read('fixtures/samples/hype.md')
  const [safe, all] = [await fix(draft), await fix(draft, {suggestions: true})]
  expect(all.fixes).toBeGreaterThan(safe.fixes)
  expect(all.result.findings.length).toBeLessThan(safe.result.findings.length)
})

test('a draft without findings comes back as it is', async () => {
  const draft = read('fixtures/samples/good-letter.md')
  expect(await fix(draft, {suggestions: true, config})).toMatchObject({output: draft, edits: [], fixes: 0, refused: []})
})

test('what is wrong with the call is told', async () => {
  await expect(fix('x', {format: 'docx' as 'eml'})).rejects.toThrow('There is no format `docx`: there are eml, html')
  await expect(fix(1 as unknown as string)).rejects.toThrow(
    "A draft is a text or a file's bytes (Uint8Array), not number."
  )
  await expect(lint(null as unknown as string)).rejects.toThrow('not null')
})
