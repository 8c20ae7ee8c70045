import type {Finding} from '../result.js'
import {defineReporter, type FailedFile, type LintedFile, type Run} from './shared/define-reporter.js'
import {failureId, failureMessage} from './shared/failure.js'
import {fingerprintsOf, hash} from './shared/fingerprint.js'
import {repositoryPath} from './shared/repository-path.js'

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
export default defineReporter({
  summary: 'GitLab Code Quality, for merge requests',
  isDocument: true,
  async *report(run) {
    let joint = '['
    for await (const file of run.files) {
      for (const issue of issuesOf(file, run)) {
        yield `${joint}\n${JSON.stringify(issue)}`
        joint = ','
      }
    }
    for (const failure of run.failures) {
      yield `${joint}\n${JSON.stringify(failureIssue(failure, run))}`
      joint = ','
    }
    yield joint === '[' ? '[]\n' : '\n]\n'
  }
})

function issuesOf(file: LintedFile, run: Run) {
  const prints = fingerprintsOf(file.result)
  const path = repositoryPath(file, run)
  return file.result.findings.map((finding) => issueOf(finding, path, prints.get(finding) ?? ''))
}

function issueOf({ruleId, severity, message, line, column, endLine, endColumn}: Finding, path: string, print: string) {
  return {
    type: 'issue',
    check_name: ruleId,
    description: message,
    categories: ['Style'],
    severity: severity === 'error' ? 'major' : 'minor',
    // GitLab compares fingerprints over the whole report.
    fingerprint: hash(`${path}\0${print}`),
    location: {
      path,
      lines: {begin: line, end: endLine},
      positions: {begin: {line, column}, end: {line: endLine, column: endColumn}}
    }
  }
}

function failureIssue(failure: FailedFile, run: Run) {
  const path = repositoryPath(failure, run)
  return {
    type: 'issue',
    check_name: failureId,
    description: failureMessage(failure),
    categories: ['Bug Risk'],
    severity: 'critical',
    fingerprint: hash(`${path}\0${failureId}`),
    location: {path, lines: {begin: 1, end: 1}}
  }
}
