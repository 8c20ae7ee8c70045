import type {Finding} from '../../result.js'
import type {FailedFile, LintedFile} from './define-reporter.js'
import {oneEdit} from './one-edit.js'

// ESLint's result objects: https://eslint.org/docs/latest/integrate/nodejs-api#-lintresult-type
// `source`, optional there, is left out: it would double the output, and whoever reads the result has the file.
export function resultOf({absolutePath, source, result, output}: LintedFile) {
  const {findings, suppressed} = result
  const errors = findings.filter(({severity}) => severity === 'error')
  const warnings = findings.filter(({severity}) => severity === 'warn')
  return {
    filePath: absolutePath,
    messages: findings.map((finding) => messageOf(finding, source)),
    suppressedMessages: suppressed.map((finding) => ({
      ...messageOf(finding, source),
      suppressions: [{kind: finding.by === 'baseline' ? 'file' : 'directive', justification: finding.reason}]
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

/** As ESLint tells of a file that it cannot parse. */
export function fatalResultOf({absolutePath, why}: FailedFile) {
  return {
    filePath: absolutePath,
    messages: [{ruleId: null, fatal: true, severity: 2, message: why}],
    suppressedMessages: [],
    errorCount: 1,
    fatalErrorCount: 1,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: []
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
    ...(safe ? {fix: fixOf(safe.edits, source)} : {}),
    ...(suggestions.length > 0
      ? {suggestions: suggestions.map((fix) => ({desc: fix.message, fix: fixOf(fix.edits, source)}))}
      : {})
  }
}

function isFixable({fixes}: Finding): boolean {
  return fixes.some(({grade}) => grade === 'safe')
}

function fixOf(edits: Parameters<typeof oneEdit>[0], source: string): {range: [number, number]; text: string} {
  const {start, end, text} = oneEdit(edits, source)
  return {range: [start, end], text}
}
