import type {Finding} from '../result.js'
import {LineIndex, type Span} from '../tree/index.js'
import {defineReporter, type FailedFile, type LintedFile, type Run} from './shared/define-reporter.js'
import {failureId, failureMessage} from './shared/failure.js'
import {oneEdit} from './shared/one-edit.js'
import {repositoryPath} from './shared/repository-path.js'

// https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
export default defineReporter({
  summary: 'reviewdog, with suggestions',
  isDocument: true,
  async *report(run) {
    yield '{"source":{"name":"coldread"},"diagnostics":['
    let joint = '\n'
    for await (const file of run.files) {
      for (const diagnostic of diagnosticsOf(file, run)) {
        yield joint + JSON.stringify(diagnostic)
        joint = ',\n'
      }
    }
    for (const failure of run.failures) {
      yield joint + JSON.stringify(failureDiagnostic(failure, run))
      joint = ',\n'
    }
    yield '\n]}\n'
  }
})

function diagnosticsOf(file: LintedFile, run: Run) {
  const path = repositoryPath(file, run)
  const range = ranges(file)
  return file.result.findings.map((finding) => ({
    message: finding.message,
    location: {path, range: range(finding)},
    severity: finding.severity === 'error' ? 'ERROR' : 'WARNING',
    code: {value: finding.ruleId},
    ...(finding.fixes.length > 0 ? {suggestions: suggestionsOf(finding, file, range)} : {})
  }))
}

function suggestionsOf({fixes}: Finding, {source}: LintedFile, range: ReturnType<typeof ranges>) {
  return fixes.map(({edits}) => {
    const edit = oneEdit(edits, source)
    return {range: range(edit), text: edit.text}
  })
}

/** Columns count bytes of UTF-8 from 1; the end is not in the range. */
function ranges({source, bytewise}: LintedFile) {
  const lines = new LineIndex(source)
  const position = (offset: number) => {
    const {line, column} = lines.pointAt(offset)
    const before = source.slice(offset - (column - 1), offset)
    return {line, column: 1 + (bytewise ? before.length : Buffer.byteLength(before))}
  }
  return ({start, end}: Span) => ({start: position(start), end: position(end)})
}

function failureDiagnostic(failure: FailedFile, run: Run) {
  return {
    message: failureMessage(failure),
    location: {path: repositoryPath(failure, run)},
    severity: 'ERROR',
    code: {value: failureId}
  }
}
