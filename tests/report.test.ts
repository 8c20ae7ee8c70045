import pc from 'picocolors'
import {describe, expect, it} from 'vitest'
import compact from '../src/report/compact.js'
import json from '../src/report/json.js'
import pretty from '../src/report/pretty.js'
import type {Finding} from '../src/result.js'
import type {Fix} from '../src/rules/define-rule.js'
import {finding, linted, report} from './support/report-run.js'

/** The line of the code frame and what stands below it, without the gutter. */
async function frame(source: string, words: string, more: Partial<Finding> = {}): Promise<string[]> {
  const text = await report(pretty, [linted(source, [finding(source, words, more)])])
  const lines = text.split('\n').filter((line) => /^ {4}[\d ]+ \| /.test(line))
  return lines.map((line) => line.slice(line.indexOf('|') + 2))
}

describe('pretty', () => {
  it('names the file, the place, the level, the message and the rule, and underlines the words', async () => {
    const source = '---\nsubject: Unique offer for you\n---\n'
    expect(await report(pretty, [linted(source, [finding(source, 'Unique offer')])])).toBe(
      [
        'mails/a.md',
        '  2:10  error  Says nothing. Name the goods.  subject-hype',
        '    2 | subject: Unique offer for you',
        '      |          ^^^^^^^^^^^^',
        '',
        '1 error in 1 draft.',
        ''
      ].join('\n')
    )
  })

  it.each([
    ['plain', 'Dear Ms Hall', 'Ms', ['Dear Ms Hall', '     ^^']],
    ['double width', '獨家優惠 offer', 'offer', ['獨家優惠 offer', '         ^^^^^']],
    ['double width marked', '您好,獨家優惠', '獨家', ['您好,獨家優惠', '     ^^^^']],
    ['combining marks', 'Cafe\u0301 now', 'now', ['Cafe\u0301 now', '     ^^^']],
    ['emoji of several code points', '👩‍👩‍👧 now', 'now', ['👩‍👩‍👧 now', '   ^^^']],
    ['tab', 'a\tb now', 'now', ['a    b now', '       ^^^']],
    ['an escape sequence', '\u001b[31mred now', 'now', ['␛[31mred now', '         ^^^']],
    ['an override of direction', '\u202ered now', 'now', ['\ufffdred now', '     ^^^']],
    ['words over two lines', 'buy now\nor never', 'now\nor', ['buy now', '    ^^^']],
    ['CRLF', 'buy now\r\nor never', 'now', ['buy now', '    ^^^']],
    ['a place without words', 'buy now', '', ['buy now', '^']],
    ['Persian', 'سلام، فقط امروز', 'فقط امروز', ['سلام، فقط امروز', '"فقط امروز"']],
    ['Hebrew on a line of English', 'Hello שלום now', 'now', ['Hello שלום now', '"now"']],
    ['an entity', 'Q&amp;A now', 'Q&amp;A', ['Q&amp;A now', '^^^^^^^', '"Q&amp;A"']]
  ])('shows %s', async (_, source, words, expected) => {
    expect(await frame(source, words)).toEqual(expected)
  })

  it('quotes words that have no place of their own in an encoded part', async () => {
    expect(await frame('SGVsbG8gd29ybGQ=', 'SGVsbG8g', {text: 'Hello', exact: false})).toEqual([
      'SGVsbG8gd29ybGQ=',
      '"Hello"'
    ])
  })

  it('shows of a very long line what stands around the words', async () => {
    const source = `${'a'.repeat(500_000)} now ${'b'.repeat(500_000)}`
    const [line = '', carets = ''] = await frame(source, 'now')
    expect(line).toMatch(/^…a{28} now b{37,39}…$/)
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('now')
    expect(line.length).toBeLessThanOrEqual(72)
  })

  it('says in one line that nothing was found', async () => {
    const text = await report(pretty, [linted('', []), linted('', [])], {}, {passedOver: 3})
    expect(text).toBe('2 drafts, nothing found. 3 files passed over (--verbose says why).\n')
  })

  it('says nothing about a clean run when quiet', async () => {
    expect(await report(pretty, [linted('', [])], {quiet: true}, {warnings: 4})).toBe('')
  })

  it('counts what else happened', async () => {
    const source = 'buy now'
    const files = [linted(source, [finding(source, 'now', {severity: 'warn'})]), linted('', [])]
    const text = await report(pretty, files, {}, {suppressed: 2, fixable: 1, failed: 1})
    expect(text.split('\n').at(-2)).toBe(
      '1 warning in 1 of 2 drafts. 1 can be fixed with --fix. 2 suppressed. 1 file could not be linted.'
    )
  })

  it('colours when asked to', async () => {
    const source = 'buy now'
    const text = await report(pretty, [linted(source, [finding(source, 'now')])], {colors: pc.createColors(true)})
    expect(text).toContain('\u001b[31merror\u001b[39m')
  })
})

describe('compact', () => {
  it('gives a line a finding as compilers do', async () => {
    const source = 'buy\nnow \u001b'
    const files = [linted(source, [finding(source, 'now', {severity: 'warn', message: 'Bad \u001b word.'})])]
    expect(await report(compact, files)).toBe(
      'mails/a.md:2:1: warning: Bad ␛ word. [subject-hype]\n1 warning in 1 draft.\n'
    )
  })
})

describe('json', () => {
  const source = 'Dear {name}},\nbuy now'
  const safe: Fix = {
    grade: 'safe',
    message: 'Close it once.',
    edits: [
      {start: 11, end: 12, text: ''},
      {start: 5, end: 6, text: '{'}
    ]
  }
  const suggestion: Fix = {grade: 'suggest', message: 'Say when.', edits: [{start: 18, end: 21, text: 'by May'}]}

  it("is ESLint's list of results", async () => {
    const error = finding(source, '{name}}', {fixes: [safe]})
    const warning = finding(source, 'now', {severity: 'warn', fixes: [suggestion]})
    const file = linted(source, [error, warning])
    const suppressed = [{...finding(source, 'buy'), reason: 'a test'}]
    const text = await report(json, [{...file, result: {...file.result, suppressed}}, linted('', [])])
    const common = {ruleId: 'subject-hype', message: 'Says nothing. Name the goods.'}
    expect(JSON.parse(text)).toEqual([
      {
        filePath: '/mails/a.md',
        messages: [
          {
            ...common,
            severity: 2,
            line: 1,
            column: 6,
            endLine: 1,
            endColumn: 13,
            fix: {range: [5, 12], text: '{name}'}
          },
          {
            ...common,
            severity: 1,
            line: 2,
            column: 5,
            endLine: 2,
            endColumn: 8,
            suggestions: [{desc: 'Say when.', fix: {range: [18, 21], text: 'by May'}}]
          }
        ],
        suppressedMessages: [
          {
            ...common,
            severity: 2,
            line: 2,
            column: 1,
            endLine: 2,
            endColumn: 4,
            suppressions: [{kind: 'directive', justification: 'a test'}]
          }
        ],
        errorCount: 1,
        fatalErrorCount: 0,
        warningCount: 1,
        fixableErrorCount: 1,
        fixableWarningCount: 0,
        usedDeprecatedRules: []
      },
      {
        filePath: '/mails/a.md',
        messages: [],
        suppressedMessages: [],
        errorCount: 0,
        fatalErrorCount: 0,
        warningCount: 0,
        fixableErrorCount: 0,
        fixableWarningCount: 0,
        usedDeprecatedRules: []
      }
    ])
  })

  it('is an empty list where there was no draft', async () => {
    expect(await report(json, [])).toBe('[]\n')
  })

  it('holds the fixed text where there is one', async () => {
    const [file] = JSON.parse(await report(json, [linted('a', [], {output: 'b'})]))
    expect(file.output).toBe('b')
  })
})
