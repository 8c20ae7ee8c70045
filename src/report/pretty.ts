import type {Finding} from '../result.js'
import {codeFrame} from './shared/code-frame.js'
import {defineReporter, type LintedFile, type Run} from './shared/define-reporter.js'
import {printable} from './shared/printable.js'
import {summaryOf} from './shared/summary.js'

/** Below this a code frame shows too little of the line to be of use. */
const leastWidth = 40

export default defineReporter({
  summary: 'for people: each finding with its line and the words underlined',
  async *report(run) {
    for await (const file of run.files) {
      if (file.result.findings.length > 0) yield fileReport(file, run)
    }
    yield summaryOf(run)
  }
})

function fileReport({path, source, result}: LintedFile, run: Run): string {
  const findings = result.findings.map((finding) => findingReport(source, finding, run))
  return `${run.colors.underline(printable(path))}\n${findings.join('')}\n`
}

function findingReport(source: string, finding: Finding, {colors, width}: Run): string {
  const level = finding.severity === 'error' ? colors.red('error') : colors.yellow('warning')
  const place = colors.dim(`${finding.line}:${finding.column}`)
  const head = `  ${place}  ${level}  ${printable(finding.message)}  ${colors.dim(finding.ruleId)}\n`
  const number = String(finding.line)
  const gutter = `    ${' '.repeat(number.length)} | `
  const frame = codeFrame(source, finding, Math.max(leastWidth, width - gutter.length))
  const lines = [`${colors.dim(`    ${number} | `)}${frame.line}`]
  const paint = finding.severity === 'error' ? colors.red : colors.yellow
  if (frame.carets) lines.push(colors.dim(gutter) + paint(frame.carets))
  if (frame.words) lines.push(colors.dim(gutter) + paint(frame.words))
  return `${head}${lines.join('\n')}\n`
}
