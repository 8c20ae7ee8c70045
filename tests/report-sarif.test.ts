import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {type: 'json'}
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type {Log, Result} from 'sarif'
import {describe, expect, it} from 'vitest'
import {rules} from '../src/generated/rules.js'
import sarif from '../src/report/sarif.js'
import type {LintedFile, Run} from '../src/report/shared/define-reporter.js'
import type {Fix} from '../src/rules/define-rule.js'
import {reportCases} from './support/report-cases.js'
import {finding, linted, report} from './support/report-run.js'

const ajv = new AjvDraft04.default({strict: false, allErrors: true, unicodeRegExp: false})
addFormats.default(ajv as never)
const validate = ajv.compile(schema)

async function logOf(files: LintedFile[], run: Partial<Run> = {}): Promise<Log> {
  return JSON.parse(await report(sarif, files, {root: '/repo', ...run}))
}

async function resultsOf(files: LintedFile[]): Promise<Result[]> {
  return (await logOf(files)).runs[0]?.results ?? []
}

const place = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation

describe('sarif', () => {
  it.each(Object.entries(reportCases))('holds the schema of 2.1.0 with %s', async (_, {files, run}) => {
    expect(validate(await logOf(files, run)), ajv.errorsText(validate.errors)).toBe(true)
  })

  it('would not pass the schema with anything else', () => {
    expect(validate({version: '2.1.0', runs: [{}]})).toBe(false)
  })

  it('describes every rule that a finding may name', async () => {
    const driver = (await logOf([])).runs[0]?.tool.driver
    const ids = driver?.rules?.map(({id}) => id)
    expect(ids).toEqual([...Object.keys(rules), 'parse', 'suppression'].sort())
    for (const rule of driver?.rules ?? []) {
      expect(rule.shortDescription?.text.length).toBeGreaterThan(10)
      expect(rule.fullDescription?.text).not.toMatch(/\n|^#/)
      // GitHub shows no more of it.
      expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024)
      expect(rule.help?.markdown).toContain(`# ${rule.id}`)
      expect(rule.name).toMatch(/^[A-Z][A-Za-z]+$/)
    }
    const hype = driver?.rules?.find(({id}) => id === 'subject-hype')
    expect(hype?.defaultConfiguration).toEqual({level: 'error', enabled: true})
    expect(hype?.properties?.tags).toEqual(['email', 'trust'])
  })

  it('tells level, words, place and rule of a finding', async () => {
    const source = 'Hello Ann,\nbuy it now'
    const [result] = await resultsOf([linted(source, [finding(source, 'it now', {severity: 'warn'})])])
    expect(result).toMatchObject({ruleId: 'subject-hype', level: 'warning', suppressions: []})
    expect(place(result)).toEqual({
      artifactLocation: {uri: 'file:///mails/a.md'},
      region: {
        startLine: 2,
        startColumn: 5,
        endLine: 2,
        endColumn: 11,
        charOffset: 15,
        charLength: 6,
        snippet: {text: 'it now'}
      }
    })
    const driver = (await logOf([])).runs[0]?.tool.driver
    expect(driver?.rules?.[result?.ruleIndex ?? -1]?.id).toBe('subject-hype')
  })

  it.each([
    ['mails/a b.md', 'mails/a%20b.md'],
    ['a:b#c?.md', 'a%3Ab%23c%3F.md'],
    ['new\nline%.md', 'new%0Aline%25.md'],
    ['نامه.md', '%D9%86%D8%A7%D9%85%D9%87.md'],
    ['half\ud800.md', 'half%EF%BF%BD.md']
  ])('writes the path %j from the root as a URI', async (path, uri) => {
    const [result] = await resultsOf([linted('now', [finding('now', 'now')], {path, absolutePath: `/repo/${path}`})])
    expect(place(result)?.artifactLocation).toEqual({uri, uriBaseId: '%SRCROOT%'})
  })

  it('tells where the root is', async () => {
    expect((await logOf([], {root: '/my repo'})).runs[0]?.originalUriBaseIds?.['%SRCROOT%']?.uri).toBe(
      'file:///my%20repo/'
    )
  })

  it('counts no byte order mark, as editors do not', async () => {
    const source = '\ufeffBuy now\nbuy now'
    const [whole, second] = await resultsOf([
      linted(source, [finding(source, '\ufeffBuy'), finding(source, 'now'), finding(source, 'now\nbuy')])
    ])
    expect(place(whole)?.region).toMatchObject({startColumn: 1, endColumn: 4, charOffset: 0, charLength: 3})
    expect(place(second)?.region).toMatchObject({startColumn: 5, endColumn: 8, charOffset: 4})
  })

  it('counts bytes where a file is in no charset of its own', async () => {
    const source = 'Gr\u00fc\u00df\nnow'
    const [result] = await resultsOf([linted(source, [finding(source, 'now')], {bytewise: true})])
    expect(place(result)?.region).toEqual({startLine: 2, endLine: 2, byteOffset: 5, byteLength: 3})
  })

  it('offers fixes of both grades as replacements', async () => {
    const source = 'buy\nnow'
    const fix: Fix = {grade: 'safe', message: 'Say when.', edits: [{start: 4, end: 7, text: 'by May'}]}
    const [result] = await resultsOf([
      linted(source, [finding(source, 'now', {fixes: [fix, {...fix, grade: 'suggest'}]})])
    ])
    expect(result?.fixes?.map(({properties}) => properties?.grade)).toEqual(['safe', 'suggest'])
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: {startLine: 2, startColumn: 1, endLine: 2, endColumn: 4, charOffset: 4, charLength: 3},
        insertedContent: {text: 'by May'}
      }
    ])
  })

  it('lists suppressed findings with the reason, and where it stands', async () => {
    const file = linted('buy now', [])
    const suppressed = [
      {...finding('buy now', 'buy'), reason: 'a list', by: 'baseline' as const},
      {...finding('buy now', 'now'), reason: 'a test'}
    ]
    const results = await resultsOf([{...file, result: {...file.result, suppressed}}])
    expect(results.map(({suppressions}) => suppressions)).toEqual([
      [{kind: 'external', status: 'accepted', justification: 'a list'}],
      [{kind: 'inSource', status: 'accepted', justification: 'a test'}]
    ])
  })

  it('tells how the run ended and what failed', async () => {
    const failures = [{path: 'b.md', absolutePath: '/repo/b.md', why: 'no such file'}]
    const failed = (await logOf([], {failures, exitCode: () => 2})).runs[0]?.invocations?.[0]
    expect(failed).toMatchObject({executionSuccessful: false, exitCode: 2})
    expect(failed?.toolExecutionNotifications?.[0]?.message.text).toContain('no such file')
    const fine = (await logOf([], {exitCode: () => 0})).runs[0]?.invocations?.[0]
    expect(fine).toEqual({executionSuccessful: true, exitCode: 0})
  })
})

describe('fingerprints', {timeout: 30_000}, () => {
  const print = (result: Result) => result.partialFingerprints?.['coldreadFinding/v1']

  it('stay when lines move, and tell equal words apart', async () => {
    const text = fc.array(fc.constantFrom('now', 'free', 'and', '\n', '\n\n'), {minLength: 1, maxLength: 12})
    await fc.assert(
      fc.asyncProperty(text, text, async (words, before) => {
        const source = words.join(' ')
        const moved = `${before.filter((word) => word !== 'now').join(' ')}\n${source}`
        const findings = (draft: string) =>
          [...draft.matchAll(/now/g)].map(({index}) => ({...finding(draft, 'now'), start: index, end: index + 3}))
        const [old, fresh] = await Promise.all(
          [source, moved].map(async (draft) => (await resultsOf([linted(draft, findings(draft))])).map(print))
        )
        expect(fresh).toEqual(old)
        expect(new Set(old).size).toBe(old?.length)
      }),
      {numRuns: 30}
    )
  })

  it('stay when another finding with the same words is suppressed', async () => {
    const source = 'now and now'
    const [first, second] = [finding(source, 'now'), {...finding(source, 'now'), start: 8, end: 11}]
    const before = (await resultsOf([linted(source, [first, second])])).map(print)
    const file = linted(source, [second])
    const after = await resultsOf([{...file, result: {...file.result, suppressed: [{...first, reason: 'r'}]}}])
    expect(after.map(print)).toEqual([before[1], before[0]])
  })

  it('differ by rule', async () => {
    const source = 'now'
    const prints = await resultsOf([
      linted(source, [finding(source, 'now'), finding(source, 'now', {ruleId: 'urgency'})])
    ])
    expect(new Set(prints.map(print)).size).toBe(2)
  })
})
