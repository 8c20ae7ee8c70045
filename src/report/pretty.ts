import {defineReporter, type LintedFile, type Run} from './shared/define-reporter.js'
import {findingForPeople} from './shared/finding-for-people.js'
import {printable} from './shared/printable.js'
import {summaryOf} from './shared/summary.js'

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
  const findings = result.findings.map((finding) => findingForPeople(source, finding, run))
  return `${run.colors.underline(printable(path))}\n${findings.join('')}\n`
}
