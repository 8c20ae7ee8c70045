import {defineReporter} from './shared/define-reporter.js'
import {resultOf} from './shared/eslint-result.js'

export default defineReporter({
  summary: "for programs: ESLint's result format",
  isDocument: true,
  async *report(run) {
    let opening = '['
    for await (const file of run.files) {
      yield opening + JSON.stringify(resultOf(file))
      opening = ','
    }
    yield opening === '[' ? '[]\n' : ']\n'
  }
})
