import {pathToFileURL} from 'node:url'
import type {Fix, Invocation, Result, Run as SarifRun} from 'sarif'
import manifest from '../../package.json' with {type: 'json'}
import type {Finding} from '../result.js'
import {trimEndOf} from '../trim-end.js'
import {defineReporter, type LintedFile, type Run} from './shared/define-reporter.js'
import {failureMessage} from './shared/failure.js'
import {fingerprintsOf} from './shared/fingerprint.js'
import {artifactOf, locationOf, regionOf, rootId} from './shared/sarif-places.js'
import {sarifRules} from './shared/sarif-rules.js'

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
export default defineReporter({
  summary: 'SARIF 2.1.0, for code scanning',
  isDocument: true,
  async *report(run) {
    const head = headOf(run)
    const order = new Map(head.tool.driver.rules?.map(({id}, index) => [id, index]))
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${JSON.stringify(head).slice(0, -1)},"results":[`
    let joint = '\n'
    for await (const file of run.files) {
      for (const result of resultsOf(file, run, order)) {
        yield joint + JSON.stringify(result)
        joint = ',\n'
      }
    }
    yield `\n],"invocations":[${JSON.stringify(invocationOf(run))}]}]}\n`
  }
})

function headOf({root}: Run): Omit<SarifRun, 'results' | 'invocations'> {
  const driver = {
    name: 'Coldread',
    fullName: `Coldread ${manifest.version}`,
    version: manifest.version,
    semanticVersion: manifest.version,
    shortDescription: {text: manifest.description},
    language: 'en',
    rules: sarifRules()
  }
  const base = `${trimEndOf(pathToFileURL(root).href, '/')}/`
  return {
    tool: {driver},
    language: 'en',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {[rootId]: {uri: base, description: {text: 'The folder that paths are told from.'}}}
  }
}

function* resultsOf(file: LintedFile, run: Run, order: ReadonlyMap<string, number>): Generator<Result> {
  const prints = fingerprintsOf(file.result)
  const base = (finding: Finding) => resultOf(finding, file, run, order, prints.get(finding) ?? '')
  // Where one result tells of suppressions all must: an empty list says that there is none.
  for (const finding of file.result.findings) yield {...base(finding), suppressions: []}
  for (const finding of file.result.suppressed) {
    const kind = finding.by === 'baseline' ? 'external' : 'inSource'
    yield {...base(finding), suppressions: [{kind, status: 'accepted', justification: finding.reason}]}
  }
}

function resultOf(
  finding: Finding,
  file: LintedFile,
  run: Run,
  order: ReadonlyMap<string, number>,
  fingerprint: string
): Result {
  const {ruleId, severity, message, detail, fixes} = finding
  const ruleIndex = order.get(ruleId)
  return {
    ruleId,
    ...(ruleIndex === undefined ? {} : {ruleIndex}),
    kind: 'fail',
    level: severity === 'error' ? 'error' : 'warning',
    message: {text: message},
    locations: [locationOf(finding, file, run)],
    partialFingerprints: {'coldreadFinding/v1': fingerprint},
    ...(fixes.length > 0 ? {fixes: fixes.map((fix) => fixOf(fix, file, run))} : {}),
    ...(detail ? {properties: {detail}} : {})
  }
}

function fixOf({message, grade, edits}: Finding['fixes'][number], file: LintedFile, run: Run): Fix {
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(edit, file),
    insertedContent: {text: edit.text}
  }))
  return {
    description: {text: message},
    artifactChanges: [{artifactLocation: artifactOf(file, run), replacements}],
    properties: {grade}
  }
}

function invocationOf(run: Run): Invocation {
  const {failures} = run
  return {
    executionSuccessful: failures.length === 0,
    exitCode: run.exitCode(),
    ...(failures.length > 0
      ? {
          toolExecutionNotifications: failures.map((failure) => ({
            level: 'error' as const,
            message: {text: failureMessage(failure)},
            locations: [{physicalLocation: {artifactLocation: artifactOf(failure, run)}}]
          }))
        }
      : {})
  }
}
