import {defineReporter} from './shared/define-reporter.js'
import {printable} from './shared/printable.js'
import {summaryOf} from './shared/summary.js'

// The form that editors and CI matchers know from compilers.
// https://www.gnu.org/prep/standards/html_node/Errors.html
export default defineReporter({
  summary: 'one line a finding, file:line:column: level: message [rule]',
  async *report(run) {
    for await (const {path, result} of run.files) {
      for (const {line, column, severity, message, ruleId} of result.findings) {
        const level = severity === 'error' ? 'error' : 'warning'
        yield `${printable(path)}:${line}:${column}: ${level}: ${printable(message)} [${ruleId}]\n`
      }
    }
    yield summaryOf(run)
  }
})
