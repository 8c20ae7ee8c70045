import type {Finding} from '../result.js'
import type {Fix} from '../rules/define-rule.js'
import {defineReporter, type LintedFile} from './shared/define-reporter.js'

// ESLint's result objects: https://eslint.org/docs/latest/integrate/nodejs-api#-lintresult-type
// `source`, optional there, is left out: it would double the output, and whoever reads the result has the file.
export default defineReporter({
  summary: "for programs: ESLint's result format",
  async *report(run) {
    let opening = '['
    for await (const file of run.files) {
      yield opening + JSON.stringify(resultOf(file))
      opening = ','
    }
    yield opening === '[' ? '[]\n' : ']\n'
  }
})

function resultOf({absolutePath, source, result, output}: LintedFile) {
  const {findings, suppressed} = result
  const errors = findings.filter(({severity}) => severity === 'error')
  const warnings = findings.filter(({severity}) => severity === 'warn')
  return {
    filePath: absolutePath,
    messages: findings.map((finding) => messageOf(finding, source)),
    suppressedMessages: suppressed.map((finding) => ({
      ...messageOf(finding, source),
      suppressions: [{kind: 'directive', justification: finding.reason}]
    })),
    errorCount: errors.length,
    fatalErrorCount: 0,
    warningCount: warnings.length,
    fixableErrorCount: errors.filter(isFixable).length,
    fixableWarningCount: warnings.filter(isFixable).length,
    usedDeprecatedRules: [],
    ...(output === undefined ? {} : {output})
  }
}

function messageOf(finding: Finding, source: string) {
  const {ruleId, severity, message, line, column, endLine, endColumn, fixes, detail} = finding
  const safe = fixes.find(({grade}) => grade === 'safe')
  const suggestions = fixes.filter(({grade}) => grade === 'suggest')
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message,
    line,
    column,
    endLine,
    endColumn,
    ...(detail ? {detail} : {}),
    ...(safe ? {fix: oneEdit(safe, source)} : {}),
    ...(suggestions.length > 0
      ? {suggestions: suggestions.map((fix) => ({desc: fix.message, fix: oneEdit(fix, source)}))}
      : {})
  }
}

function isFixable({fixes}: Finding): boolean {
  return fixes.some(({grade}) => grade === 'safe')
}

/** The format knows one edit a fix: several become one, with the text between them kept. */
function oneEdit({edits}: Fix, source: string): {range: [number, number]; text: string} {
  const inOrder = edits.toSorted((a, b) => a.start - b.start)
  const start = inOrder[0]?.start ?? 0
  let text = ''
  let end = start
  for (const edit of inOrder) {
    text += source.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return {range: [start, end], text}
}
