import type {Finding} from '../result.js'
import {defineReporter, type FailedFile, type Run} from './shared/define-reporter.js'
import {failureMessage} from './shared/failure.js'
import {SummaryTable} from './shared/job-summary.js'
import {repositoryPath} from './shared/repository-path.js'
import {summaryOf} from './shared/summary.js'

/** GitHub cuts longer ones, and in the middle of a reference at that. */
const longestMessage = 4000

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
export default defineReporter({
  summary: 'annotations and a job summary of GitHub Actions',
  isDocument: true,
  async *report(run) {
    const table = run.jobSummary && new SummaryTable(run.jobSummary)
    for await (const file of run.files) {
      const path = repositoryPath(file, run)
      for (const finding of file.result.findings) {
        table?.add(path, finding)
        yield annotation(finding, path)
      }
    }
    for (const failure of run.failures) {
      table?.addFailure(repositoryPath(failure, run), failure)
      yield failureAnnotation(failure, run)
    }
    yield summaryOf(run)
    await table?.write(run)
  }
})

function annotation(finding: Finding, file: string): string {
  const {severity, line, endLine, column, endColumn, ruleId, message} = finding
  // Over several lines the runner takes no columns.
  const columns = line === endLine ? {col: column, endColumn} : {}
  const properties = {file, line, endLine, ...columns, title: `Coldread ${ruleId}`}
  return command(severity === 'error' ? 'error' : 'warning', properties, message)
}

function failureAnnotation(failure: FailedFile, run: Run): string {
  return command('error', {file: repositoryPath(failure, run), title: 'Coldread'}, failureMessage(failure))
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${written.join(',')}::${escapeData(cut(message))}\n`
}

function cut(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
