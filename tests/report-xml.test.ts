import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import checkstyle from '../src/report/checkstyle.js'
import junit from '../src/report/junit.js'
import {hostile, reportCases} from './support/report-cases.js'
import {finding, linted, report} from './support/report-run.js'
import {readXml} from './support/xml.js'

const reports = {checkstyle, junit}
const failures = [{path: 'b.md', absolutePath: '/repo/b.md', why: 'no such file'}]

/** Characters that XML has no way to write, or not without risk, are shown as others. */
function asXml(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return '\t\n\r'.includes(character) ? character : String.fromCharCode(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    const isUnwritable = code < 0xa0 ? code > 0x7f : code === 0xfffe || code === 0xffff
    return isUnwritable || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : character
  }).join('')
}

describe.each(Object.entries(reports))('%s', {timeout: 30_000}, (_, reporter) => {
  it.each(Object.entries(reportCases))('is well-formed with %s', async (_, {files, run}) => {
    expect(() => readXml('<a')).toThrow()
    readXml(await report(reporter, files, {root: '/repo', ...run}))
  })

  it('gives back any message and any path', async () => {
    const text = fc.oneof(fc.string({unit: 'binary'}), fc.string(), fc.constantFrom(...hostile))
    await fc.assert(
      fc.asyncProperty(text, text, async (message, name) => {
        const path = `${name.replaceAll('/', '')}.md`
        const file = linted('now', [finding('now', 'now', {message})], {path, absolutePath: `/repo/${path}`})
        const root = readXml(await report(reporter, [file], {root: '/repo'}))
        const element = root.children[0]
        expect(element?.attributes.name).toBe(asXml(path))
        const inner = element?.children[0]
        const told = inner?.name === 'error' ? inner : inner?.children[0]
        expect(told?.attributes.message).toBe(asXml(message))
      }),
      {numRuns: 300}
    )
  })
})

describe('checkstyle', () => {
  it('has a file a draft with findings and an error a finding', async () => {
    const source = 'buy\nit now'
    const files = [linted(source, [finding(source, 'now', {severity: 'warn', message: 'Say when.'})]), linted('', [])]
    const root = readXml(await report(checkstyle, files, {failures, root: '/mails'}))
    expect(root.name).toBe('checkstyle')
    expect(root.children.map(({attributes}) => attributes.name)).toEqual(['a.md', '/repo/b.md'])
    expect(root.children[0]?.children.map(({attributes}) => attributes)).toEqual([
      {line: '2', column: '4', severity: 'warning', message: 'Say when.', source: 'coldread.subject-hype'}
    ])
    expect(root.children[1]?.children[0]?.attributes).toMatchObject({severity: 'error', source: 'coldread.unreadable'})
  })
})

describe('junit', () => {
  it('has a suite a draft, a failure a finding, and counts them', async () => {
    const source = 'buy now, now'
    const again = {...finding(source, 'now'), start: 9, end: 12}
    const file = linted(source, [finding(source, 'now', {detail: ['A phrase.']}), again])
    const suppressed = [{...finding(source, 'buy'), reason: 'a test'}]
    const files = [{...file, result: {...file.result, suppressed}}, linted('Fine.', [])]
    const root = readXml(await report(junit, files, {failures, root: '/mails'}))
    expect(
      root.children.map(({attributes: {name, tests, failures, errors, skipped}}) => [
        name,
        tests,
        failures,
        errors,
        skipped
      ])
    ).toEqual([
      ['a.md', '3', '2', '0', '1'],
      ['a.md', '1', '0', '0', '0'],
      ['/repo/b.md', '1', '0', '1', '0']
    ])
    const [first, clean, failed] = root.children
    expect(first?.children.map(({attributes}) => attributes.name)).toEqual([
      'subject-hype: now',
      'subject-hype: now (2)',
      'subject-hype: buy'
    ])
    expect(first?.children[0]?.children[0]?.text).toBe(
      'a.md:1:5: error subject-hype\nnow\nSays nothing. Name the goods.\nA phrase.'
    )
    expect(first?.children[2]?.children[0]).toMatchObject({name: 'skipped', attributes: {message: 'a test'}})
    expect(clean?.children[0]?.children).toEqual([])
    expect(failed?.children[0]?.children[0]?.name).toBe('error')
  })

  it('counts in every suite what stands in it', async () => {
    for (const {files, run} of Object.values(reportCases)) {
      for (const {attributes, children} of readXml(await report(junit, files, {root: '/repo', ...run})).children) {
        const count = (name: string) => children.filter((test) => test.children[0]?.name === name).length
        expect(attributes).toMatchObject({
          tests: String(children.length),
          failures: String(count('failure')),
          errors: String(count('error')),
          skipped: String(count('skipped'))
        })
        expect(new Set(children.map((test) => test.attributes.name)).size).toBe(children.length)
      }
    }
  })
})
