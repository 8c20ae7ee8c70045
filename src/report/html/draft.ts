import type {Finding, SuppressedFinding} from '../../result.js'
import type {LintedFile} from '../shared/define-reporter.js'
import {counted} from '../shared/summary.js'
import {escapeHtml} from './escape.js'
import {findingItem} from './finding.js'
import {type Line, linesOf, type Piece} from './lines.js'

/** A draft with its words marked and each finding under the line that it ends in. */
export function draftSection(file: LintedFile, index: number): string {
  const {path, result} = file
  const {findings, suppressed} = result
  const id = `d${index}`
  const body = `${sourceOf(file, id)}${suppressedList(suppressed)}`
  // Nobody looks for the words in a draft where nothing was found, but some want to read it.
  const shown = findings.length > 0 ? body : `<details><summary>Show the draft</summary>${body}</details>`
  return `<section class="draft" style="--count:${findings.length}" aria-labelledby="${id}">
<h2 id="${id}" translate="no"><bdi>${escapeHtml(path)}</bdi></h2>
<p class="counts">${countsOf(findings)}</p>
${shown}</section>
`
}

function countsOf(findings: readonly Finding[]): string {
  const errors = findings.filter(({severity}) => severity === 'error').length
  const warnings = findings.length - errors
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
  return parts.filter(Boolean).join(', ') || 'nothing found'
}

function sourceOf({source, result: {findings, language}}: LintedFile, id: string): string {
  const below = new Map<number, string[]>()
  findings.forEach((finding, index) => {
    const line = lastLine(finding)
    below.set(line, [...(below.get(line) ?? []), findingItem(finding, source, id, index + 1)])
  })
  const opened = new Set<number>()
  const rows = linesOf(source, findings).map((line) => {
    const items = below.get(line.number)
    const list = items ? `<ol class="findings" dir="ltr" lang="en">${items.join('')}</ol>\n` : ''
    return `${lineRow(line, findings, id, opened)}${list}`
  })
  const lang = language ? ` lang="${escapeHtml(language)}"` : ''
  return `<div class="source" translate="no"${lang}>\n${rows.join('')}</div>\n`
}

/** The line of the last character; a place that ends where a line begins has none on that line. */
function lastLine({line, endLine, endColumn}: Finding): number {
  return endColumn === 1 && endLine > line ? endLine - 1 : endLine
}

function lineRow({number, pieces}: Line, findings: readonly Finding[], id: string, opened: Set<number>): string {
  const text = pieces.map((piece) => pieceOf(piece, findings, id, opened)).join('')
  return `<div class="line" data-line="${number}" dir="auto">${text || '<br>'}</div>\n`
}

function pieceOf(
  {text, gap, on, closes}: Piece,
  findings: readonly Finding[],
  id: string,
  opened: Set<number>
): string {
  if (gap !== undefined) return `<span class="gap" dir="ltr" lang="en">${gap}</span>`
  let html = escapeHtml(text)
  // One mark in the other, the longest outside, so that each can be shown without the others.
  for (const index of [...on].reverse()) {
    const {severity, ruleId} = findings[index] as Finding
    const anchor = opened.has(index) ? '' : ` id="${id}-m${index + 1}"`
    opened.add(index)
    html = `<mark${anchor} class="${severity}" data-f="${index + 1}" data-rule="${escapeHtml(ruleId)}">${html}</mark>`
  }
  return html + closes.map((index) => reference(findings[index] as Finding, id, index + 1)).join('')
}

/** The number is drawn by the style sheet: the text of the draft stays its own, also when it is copied. */
function reference({severity, ruleId}: Finding, id: string, number: number): string {
  const level = severity === 'error' ? 'error' : 'warning'
  const label = `Finding ${number}, ${level}, ${escapeHtml(ruleId)}`
  return `<a class="ref ${severity}" href="#${id}-f${number}" data-number="${number}" data-rule="${escapeHtml(ruleId)}" aria-label="${label}"></a>`
}

function suppressedList(suppressed: readonly SuppressedFinding[]): string {
  if (suppressed.length === 0) return ''
  const items = suppressed.map(
    ({line, column, ruleId, reason, message}) =>
      `<li>${line}:${column} <b>${escapeHtml(ruleId)}</b>: ${escapeHtml(message)} <i>Suppressed: ${escapeHtml(reason)}</i></li>`
  )
  return `<details class="suppressed"><summary>${counted(suppressed.length, 'suppressed finding')}</summary><ul>${items.join('')}</ul></details>\n`
}
