import fc from 'fast-check'
import type {Table, TableCell} from 'mdast'
import pc from 'picocolors'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import github from '../src/report/github.js'
import gitlab from '../src/report/gitlab.js'
import ndjson from '../src/report/ndjson.js'
import rdjson from '../src/report/rdjson.js'
import type {LintedFile, Run} from '../src/report/shared/define-reporter.js'
import type {Fix} from '../src/rules/define-rule.js'
import {hostile, reportCases} from './support/report-cases.js'
import {finding, linted, report} from './support/report-run.js'

const text = fc.oneof(fc.string({unit: 'binary'}), fc.string(), fc.constantFrom(...hostile))
const failures = [{path: 'b.md', absolutePath: '/repo/b.md', why: 'no such file'}]

describe('github', {timeout: 30_000}, () => {
  /** As the runner reads it: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
  function readCommand(line: string) {
    const [, name, properties = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? []
    const pairs = properties.split(',').map((pair) => {
      const [key = '', value = ''] = pair.split(/=(.*)/s)
      return [key, unescaped(value)]
    })
    return {name, message: unescaped(data), ...(Object.fromEntries(pairs) as Record<string, string>)}
  }

  function unescaped(value: string): string {
    return value
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  }

  it('gives an annotation a finding', async () => {
    const source = 'buy\nit now'
    const file = linted(source, [finding(source, 'now', {severity: 'warn', message: '100 % off, now: buy'})])
    expect(await report(github, [file], {root: '/mails', failures})).toBe(
      [
        '::warning file=a.md,line=2,endLine=2,col=4,endColumn=7,title=Coldread subject-hype::100 %25 off, now: buy',
        '::error file=/repo/b.md,title=Coldread::This file could not be linted or fixed: no such file.',
        '1 warning in 1 draft.',
        ''
      ].join('\n')
    )
  })

  it('gives no columns over several lines, which the runner would refuse', async () => {
    const source = 'buy\nit now'
    const line = await report(github, [linted(source, [finding(source, 'buy\nit')])])
    expect(line).toContain('line=1,endLine=2,title=')
  })

  it('gives back any message and any path, and nothing else that is a command', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (message, name) => {
        const path = `${name.replaceAll('/', '')}.md`
        const file = linted('now', [finding('now', 'now', {message})], {path, absolutePath: `/repo/${path}`})
        const [command = '', ...rest] = (await report(github, [file], {root: '/repo'})).split('\n')
        expect(readCommand(command)).toMatchObject({name: 'error', file: path, line: '1', message})
        expect(rest).toEqual(['1 error in 1 draft.', ''])
      }),
      {numRuns: 300}
    )
  })

  it('cuts a message that GitHub would cut elsewhere', async () => {
    const line = await report(github, [linted('now', [finding('now', 'now', {message: '%'.repeat(100_000)})])])
    expect(line.length).toBeLessThan(13_000)
    expect(line).toContain('%25…')
  })

  describe('job summary', () => {
    async function summaryOf(files: LintedFile[], room = 1_000_000, run: Partial<Run> = {}) {
      let page = ''
      const write = async (markdown: string) => {
        page += markdown
      }
      await report(github, files, {root: '/repo', jobSummary: {room, write}, ...run})
      return page
    }

    function tableIn(markdown: string) {
      const nodes = unified().use(remarkParse).use(remarkGfm).parse(markdown).children
      const table = nodes.find((node): node is Table => node.type === 'table')
      const types = nodes.map(({type}) => type)
      return {types, rows: table?.children.map((row) => row.children) ?? []}
    }

    function textOf({children}: TableCell): string {
      return children.map((child) => ('value' in child ? child.value : '')).join('')
    }

    it.each(Object.entries(reportCases))('is one table that holds every finding of %s', async (_, {files, run}) => {
      const {types, rows} = tableIn(await summaryOf(files, 1_000_000, run))
      const told = [...files.flatMap(({result}) => result.findings), ...(run?.failures ?? [])].length
      expect(rows).toHaveLength(told === 0 ? 0 : told + 1)
      expect(types.filter((type) => type === 'table')).toHaveLength(told === 0 ? 0 : 1)
      expect(types).not.toContain('html')
      expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => 4))
      const inside = rows.flat().flatMap(({children}) => children)
      expect(inside.filter(({type}) => type !== 'text')).toEqual([])
    })

    it('keeps what a message says', async () => {
      const message = '“a | b ` <td> [x](y) *z* &amp; @you” costs trust.'
      const {rows} = tableIn(await summaryOf([linted('now', [finding('now', 'now', {message})])]))
      expect(rows[1]?.map(textOf)).toEqual(['error', '/mails/a.md:1:1', message, 'subject-hype'])
    })

    it('stays below what GitHub takes, and says what it leaves out', async () => {
      const source = 'now '.repeat(300)
      const findings = Array.from({length: 300}, () => finding(source, 'now'))
      const page = await summaryOf([linted(source, findings)], 10_000)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(10_000)
      const shown = tableIn(page).rows.length - 1
      expect(shown).toBeGreaterThan(50)
      expect(page).toContain(`${300 - shown} more had no room here; the log has them all.`)
    })

    it('is left out where it has no room, and where a quiet run has nothing to say', async () => {
      expect(await summaryOf([linted('now', [finding('now', 'now')])], 10)).toBe('')
      expect(await summaryOf([linted('now', [])], 10_000, {quiet: true})).toBe('')
    })

    it('has no colours', async () => {
      const page = await summaryOf([linted('now', [finding('now', 'now')])], 10_000, {colors: pc.createColors(true)})
      expect(page).toContain('1 error in 1 draft.')
      expect(page).not.toContain('\u001b')
    })
  })
})

describe('gitlab', () => {
  const issuesOf = async (files: LintedFile[], run: Partial<Run> = {}) =>
    JSON.parse(await report(gitlab, files, {root: '/mails', ...run}))

  it('has an issue a finding, in what GitLab reads', async () => {
    const source = 'buy\nit now'
    const file = linted(source, [finding(source, 'now', {severity: 'warn'})])
    const [issue, failed] = await issuesOf([file], {failures})
    expect(issue).toEqual({
      type: 'issue',
      check_name: 'subject-hype',
      description: 'Says nothing. Name the goods.',
      categories: ['Style'],
      severity: 'minor',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      location: {
        path: 'a.md',
        lines: {begin: 2, end: 2},
        positions: {begin: {line: 2, column: 4}, end: {line: 2, column: 7}}
      }
    })
    expect(failed).toMatchObject({check_name: 'unreadable', severity: 'critical', location: {path: '/repo/b.md'}})
  })

  it.each(Object.entries(reportCases))(
    'has what GitLab asks for, no fingerprint twice, with %s',
    async (_, {files, run}) => {
      const issues = await issuesOf(files, run)
      const prints = issues.map(({fingerprint}: {fingerprint: string}) => fingerprint)
      expect(new Set(prints).size).toBe(issues.length)
      for (const {description, severity, location} of issues) {
        expect(description).toBeTypeOf('string')
        expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
        expect(location.lines.begin).toBeGreaterThanOrEqual(1)
      }
    }
  )

  it('is an empty list where nothing was found', async () => {
    expect(await report(gitlab, [linted('Fine.', [])])).toBe('[]\n')
  })
})

describe('rdjson', {timeout: 30_000}, () => {
  const diagnosticsOf = async (files: LintedFile[], run: Partial<Run> = {}) =>
    JSON.parse(await report(rdjson, files, {root: '/mails', ...run})).diagnostics

  interface Position {
    readonly line: number
    readonly column: number
  }

  /** As reviewdog does: lines of the file's bytes, columns from 1, the end not in the range. */
  function cut(bytes: Buffer, {start, end}: {start: Position; end: Position}): string {
    const starts = [0]
    for (const [index, byte] of bytes.entries()) if (byte === 10) starts.push(index + 1)
    const offset = ({line, column}: Position) => (starts[line - 1] ?? 0) + column - 1
    return bytes.subarray(offset(start), offset(end)).toString('utf8')
  }

  it('counts columns in bytes of UTF-8', async () => {
    const word = fc.string({unit: 'grapheme', minLength: 1})
    await fc.assert(
      fc.asyncProperty(fc.array(word, {minLength: 1}), fc.nat(), async (lines, seed) => {
        const source = `${lines.join('\n')}\n`
        const at = lines.slice(0, seed % lines.length).join('\n').length
        const words = source.slice(at)
        const [{location}] = await diagnosticsOf([
          linted(source, [{...finding(source, words), start: at, end: source.length}])
        ])
        expect(cut(Buffer.from(source), location.range)).toBe(words)
      })
    )
  })

  it('counts characters where each stands for a byte', async () => {
    const source = 'Gr\u00fc\u00df now'
    const [{location}] = await diagnosticsOf([linted(source, [finding(source, 'now')], {bytewise: true})])
    expect(location.range.start).toEqual({line: 1, column: 6})
  })

  it('suggests what each fix writes, several edits as one', async () => {
    const source = 'Grüße {name}},\nbuy now'
    const fix: Fix = {
      grade: 'safe',
      message: 'Close it once.',
      edits: [
        {start: 12, end: 13, text: ''},
        {start: 6, end: 7, text: '{'}
      ]
    }
    const [{suggestions, severity, code, location}] = await diagnosticsOf([
      linted(source, [finding(source, '{name}}', {fixes: [fix]})])
    ])
    expect({severity, code, path: location.path}).toEqual({
      severity: 'ERROR',
      code: {value: 'subject-hype'},
      path: 'a.md'
    })
    expect(suggestions).toEqual([{range: {start: {line: 1, column: 9}, end: {line: 1, column: 16}}, text: '{name}'}])
    expect(cut(Buffer.from(source), suggestions[0].range)).toBe('{name}}')
  })

  it.each(Object.entries(reportCases))('is one document with %s', async (_, {files, run}) => {
    const diagnostics = await diagnosticsOf(files, run)
    expect(diagnostics).toHaveLength(files.flatMap(({result}) => result.findings).length + (run?.failures?.length ?? 0))
  })
})

describe('ndjson', () => {
  it.each(Object.entries(reportCases))('is a line a draft and one a failure with %s', async (_, {files, run}) => {
    const lines = (await report(ndjson, files, run))
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
    expect(
      lines
        .filter(({fatalErrorCount}) => fatalErrorCount === 0)
        .map(({filePath, messages}) => [filePath, messages.length])
    ).toEqual(files.map(({absolutePath, result}) => [absolutePath, result.findings.length]))
    const fatal = lines.filter(({fatalErrorCount}) => fatalErrorCount === 1)
    expect(fatal.map(({messages}) => messages[0])).toEqual(
      (run?.failures ?? []).map(({why}) => ({ruleId: null, fatal: true, severity: 2, message: why}))
    )
  })
})
