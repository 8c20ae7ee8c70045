import pc from 'picocolors'
import type {LintedFile, Reporter, Run, Totals} from '../../src/report/shared/define-reporter.js'
import type {Finding} from '../../src/result.js'
import {LineIndex} from '../../src/tree/lines.js'

const plain = pc.createColors(false)

export function finding(source: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = source.indexOf(words)
  const lines = new LineIndex(source)
  const [from, to] = [lines.pointAt(start), lines.pointAt(start + words.length)]
  return {
    ruleId: 'subject-hype',
    severity: 'error',
    message: 'Says nothing. Name the goods.',
    start,
    end: start + words.length,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text: words,
    exact: true,
    fixes: [],
    ...more
  }
}

export function linted(source: string, findings: Finding[], more: Partial<LintedFile> = {}): LintedFile {
  const result = {findings, suppressed: [], language: 'en', dialect: undefined}
  return {path: 'mails/a.md', absolutePath: '/mails/a.md', source, result, ...more}
}

function totalsOf(files: readonly LintedFile[], more: Partial<Totals>): Totals {
  const all = files.flatMap(({result}) => result.findings)
  const errors = all.filter(({severity}) => severity === 'error').length
  const drafts = files.length
  const draftsWithFindings = files.filter(({result}) => result.findings.length > 0).length
  const rest = {fixable: 0, suppressed: 0, accepted: 0, fixed: 0, passedOver: 0, ignored: 0, failed: 0}
  return {drafts, draftsWithFindings, errors, warnings: all.length - errors, ...rest, ...more}
}

export async function report(
  reporter: Reporter,
  files: LintedFile[],
  run: Partial<Run> = {},
  totals: Partial<Totals> = {}
): Promise<string> {
  async function* each() {
    yield* files
  }
  let text = ''
  for await (const piece of pieces(reporter, each(), {totals: totalsOf(files, totals), ...run})) text += piece
  return text
}

export function pieces(
  reporter: Reporter,
  files: AsyncIterable<LintedFile>,
  run: Partial<Run> = {}
): AsyncIterable<string> {
  return reporter.report({
    files,
    totals: totalsOf([], {}),
    failures: [],
    exitCode: () => 1,
    root: '/',
    quiet: false,
    colors: plain,
    width: 80,
    ...run
  })
}
