import {type Hover, type HoverParams, MarkupKind} from 'vscode-languageserver/node'
import {docs} from '../generated/docs.js'
import {rules} from '../generated/rules.js'
import {sectionOf} from '../report/shared/rule-docs.js'
import type {Finding} from '../result.js'
import type {Evidence} from '../rules/define-rule.js'
import type {Examined} from './examine.js'
import type {OpenDocument} from './open-document.js'

/** Says of the findings at a place what they are, what each rests on, and why its rule exists. */
export function hover({position}: HoverParams, {result}: Examined, document: OpenDocument): Hover | undefined {
  const offset = document.offsetAt(position)
  const [first, ...others] = result.findings.filter(({start, end}) => start <= offset && offset <= Math.max(end, start))
  if (!first) return undefined
  const smallest = others.reduce(
    (least, each) => (each.end - each.start < least.end - least.start ? each : least),
    first
  )
  const value = [first, ...others].map(about).join('\n\n---\n\n')
  return {contents: {kind: MarkupKind.Markdown, value}, range: document.rangeOf(smallest)}
}

function about({ruleId, severity, message, detail = []}: Finding): string {
  const level = severity === 'warn' ? 'warning' : 'error'
  return [`**${ruleId}** (${level})`, message, list('It rests on:', detail), ...groundsOf(ruleId)]
    .filter(Boolean)
    .join('\n\n')
}

function groundsOf(id: string): string[] {
  const rule = rules[id]
  if (!rule) return []
  const why = sectionOf(docs[id] ?? '', 'Why')
  return [why && `**Why**\n\n${why}`, list('**Evidence**', rule.evidence.map(evidenceLine))]
}

function evidenceLine({kind, says, source, url, against}: Evidence): string {
  return `*${kind}${against ? ', against this rule' : ''}*: ${says} (${url ? `[${source}](${url})` : source})`
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`
}
