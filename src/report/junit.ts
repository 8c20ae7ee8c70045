import type {Finding, SuppressedFinding} from '../result.js'
import {defineReporter, type FailedFile, type LintedFile, type Run} from './shared/define-reporter.js'
import {failureId, failureMessage} from './shared/failure.js'
import {repositoryPath} from './shared/repository-path.js'
import {startTag, xmlHead, xmlText} from './shared/xml.js'

const longestName = 100

// A suite a draft, a test a finding; a draft without findings is one test that passed. What Jenkins and GitLab read:
// https://github.com/testmoapp/junitxml and https://docs.gitlab.com/ci/testing/unit_test_reports/
// The counts of the whole run, which may stand on the root, are left out: they are known when all else is written.
export default defineReporter({
  summary: 'JUnit XML, for test reports of Jenkins, GitLab and others',
  isDocument: true,
  async *report(run) {
    yield `${xmlHead}<testsuites name="coldread">\n`
    for await (const file of run.files) yield draftSuite(file, repositoryPath(file, run))
    for (const failure of run.failures) yield failureSuite(failure, run)
    yield '</testsuites>\n'
  }
})

function draftSuite({result: {findings, suppressed}}: LintedFile, name: string): string {
  const named = testNames()
  const tests = [
    ...findings.map((finding) => failedTest(finding, named(finding), name)),
    ...suppressed.map((finding) => skippedTest(finding, named(finding), name))
  ]
  if (findings.length === 0) tests.unshift(`${testTag('nothing found', name)}/>`)
  return suite({name, tests: tests.length, failures: findings.length, errors: 0, skipped: suppressed.length}, tests)
}

function failedTest(finding: Finding, name: string, path: string): string {
  const {severity, message, ruleId, line, column, text, detail = []} = finding
  const type = severity === 'error' ? 'error' : 'warning'
  const body = [`${path}:${line}:${column}: ${type} ${ruleId}`, text, message, ...detail].filter(Boolean).join('\n')
  return `${testTag(name, path, line)}>${startTag('failure', {message, type})}>${xmlText(body)}</failure></testcase>`
}

function skippedTest({reason, line}: SuppressedFinding, name: string, path: string): string {
  return `${testTag(name, path, line)}>${startTag('skipped', {message: reason})}/></testcase>`
}

function failureSuite(failure: FailedFile, run: Run): string {
  const name = repositoryPath(failure, run)
  const message = failureMessage(failure)
  const error = `${startTag('error', {message, type: failureId})}>${xmlText(message)}</error>`
  const test = `${testTag(failureId, name)}>${error}</testcase>`
  return suite({name, tests: 1, failures: 0, errors: 1, skipped: 0}, [test])
}

function suite(attributes: Readonly<Record<string, string | number>>, tests: readonly string[]): string {
  return `  ${startTag('testsuite', {...attributes, time: 0})}>\n${tests.map((test) => `    ${test}\n`).join('')}  </testsuite>\n`
}

function testTag(name: string, path: string, line?: number): string {
  return startTag('testcase', {name, classname: path, file: path, ...(line === undefined ? {} : {line}), time: 0})
}

/** GitLab tells tests of two runs apart by their names, so these hold words and no line, and none comes twice. */
function testNames(): (finding: Finding) => string {
  const seen = new Map<string, number>()
  return ({ruleId, text}) => {
    const words = text.replace(/\s+/g, ' ').slice(0, longestName)
    const name = words ? `${ruleId}: ${words}` : ruleId
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  }
}
