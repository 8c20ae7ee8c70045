import type {Finding} from '../result.js'
import {defineReporter} from './shared/define-reporter.js'
import {failureId, failureMessage} from './shared/failure.js'
import {repositoryPath} from './shared/repository-path.js'
import {startTag, xmlHead} from './shared/xml.js'

// As Checkstyle itself writes it, with one element a finding and no text:
// https://github.com/checkstyle/checkstyle/blob/master/src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java
export default defineReporter({
  summary: 'Checkstyle XML, for Jenkins, reviewdog and many others',
  isDocument: true,
  async *report(run) {
    yield `${xmlHead}<checkstyle version="4.3">\n`
    for await (const file of run.files) {
      const {findings} = file.result
      if (findings.length > 0) yield fileElement(repositoryPath(file, run), findings.map(errorElement))
    }
    for (const failure of run.failures) {
      const message = failureMessage(failure)
      const source = `coldread.${failureId}`
      const error = `${startTag('error', {line: 1, column: 1, severity: 'error', message, source})}/>`
      yield fileElement(repositoryPath(failure, run), [error])
    }
    yield '</checkstyle>\n'
  }
})

function fileElement(name: string, errors: readonly string[]): string {
  return `  ${startTag('file', {name})}>\n${errors.map((error) => `    ${error}\n`).join('')}  </file>\n`
}

function errorElement({ruleId, severity, line, column, message}: Finding): string {
  const level = severity === 'error' ? 'error' : 'warning'
  return `${startTag('error', {line, column, severity: level, message, source: `coldread.${ruleId}`})}/>`
}
