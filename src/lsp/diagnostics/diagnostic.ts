import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver/node'
import type {ConfigProblem} from '../../config/config-error.js'
import type {Finding} from '../../result.js'
import {NotExamined} from '../examine.js'
import type {OpenDocument} from '../open-document.js'
import {pageOf} from './rule-page.js'

const source = 'coldread'

const severities = {error: DiagnosticSeverity.Error, warn: DiagnosticSeverity.Warning} as const

/** A finding as the editor shows it. */
export function diagnosticOf(finding: Finding, document: OpenDocument): Diagnostic {
  const href = pageOf(finding.ruleId)
  return {
    range: document.rangeOf(finding),
    severity: severities[finding.severity],
    source,
    code: finding.ruleId,
    ...(href === undefined ? {} : {codeDescription: {href}}),
    message: finding.message,
    ...(isNeedless(finding) ? {tags: [DiagnosticTag.Unnecessary]} : {}),
    data: {key: keyOf(finding)}
  }
}

/** Names a finding among those of its document. */
export function keyOf({ruleId, start, end}: Finding): string {
  return `${ruleId}@${start}-${end}`
}

/** Words that a fix takes out and puts nothing in their place. */
function isNeedless({start, end, fixes}: Finding): boolean {
  return fixes.some(
    ({edits}) =>
      edits.length > 0 &&
      edits.every(({text}) => text.trim() === '') &&
      edits.some((edit) => edit.start <= start && edit.end >= end && end > start)
  )
}

/** Shown at the top of a draft that was not judged. */
export function failureDiagnostic(error: unknown): Diagnostic {
  const start = {line: 0, character: 0}
  const own = error instanceof NotExamined
  const reason = error instanceof Error ? error.message : String(error)
  return {
    range: {start, end: start},
    severity: own ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    source,
    message: own ? reason : `Coldread failed on this draft, which is a fault of its own: ${reason}`
  }
}

/** @param document the configuration; undefined where it could not be read */
export function configDiagnostic(
  {message, line, column}: ConfigProblem,
  document: OpenDocument | undefined
): Diagnostic {
  return {
    range: lineRange(document, line ?? 1, column ?? 1),
    severity: DiagnosticSeverity.Error,
    source,
    code: 'config',
    message
  }
}

/** From a place to the end of its line. */
function lineRange(document: OpenDocument | undefined, line: number, column: number): Range {
  const text = document?.lineAt(line - 1).trimEnd() ?? ''
  const start = document?.offsetAtUtf16(line - 1, column - 1)
  if (!document || start === undefined)
    return {start: {line: line - 1, character: 0}, end: {line: line - 1, character: 0}}
  return document.rangeOf({start, end: start + Math.max(0, text.length - (column - 1))})
}
