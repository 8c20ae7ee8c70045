import {defineReporter} from './shared/define-reporter.js'
import {fatalResultOf, resultOf} from './shared/eslint-result.js'

// https://github.com/ndjson/ndjson-spec
export default defineReporter({
  summary: 'for programs that read along: the results of json, one a line, each written when it is known',
  isDocument: true,
  async *report(run) {
    for await (const file of run.files) yield `${JSON.stringify(resultOf(file))}\n`
    for (const failure of run.failures) yield `${JSON.stringify(fatalResultOf(failure))}\n`
  }
})
