import {z} from 'zod'
import type {Finding, Result} from '../result.js'

/** An agent mends the first ones first; the rest would fill its context. */
const mostFindings = 50

const finding = z.object({
  line: z.number().int().describe('From 1.'),
  column: z.number().int().describe('From 1, in UTF-16 units.'),
  endLine: z.number().int(),
  endColumn: z.number().int().describe('Exclusive.'),
  rule: z.string(),
  level: z.enum(['error', 'warning']),
  message: z.string().describe('What was found, why it costs, what to write instead.'),
  text: z.string().describe('The words that are meant.'),
  fixes: z.array(z.object({grade: z.enum(['safe', 'suggest']), message: z.string()}))
})

export const judgementShape = {
  errors: z.number().int(),
  warnings: z.number().int(),
  suppressed: z.number().int().describe('Findings that the draft itself switches off, with a reason.'),
  language: z.string().nullable(),
  findings: z.array(finding).describe(`In the order of the draft, the first ${mostFindings}.`)
}

export function judgementOf({findings, suppressed, language}: Result) {
  const errors = findings.filter(({severity}) => severity === 'error').length
  return {
    errors,
    warnings: findings.length - errors,
    suppressed: suppressed.length,
    language: language ?? null,
    findings: findings.slice(0, mostFindings).map((each) => ({
      line: each.line,
      column: each.column,
      endLine: each.endLine,
      endColumn: each.endColumn,
      rule: each.ruleId,
      level: levelOf(each),
      message: each.message,
      text: shortened(each.text),
      fixes: each.fixes.map(({grade, message}) => ({grade, message}))
    }))
  }
}

/** A line for each finding below a line that counts them. */
export function wordsOf(result: Result): string {
  const {errors, warnings, findings} = judgementOf(result)
  if (result.findings.length === 0) return 'No findings.'
  const left = result.findings.length - findings.length
  return [
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    ...result.findings.slice(0, mostFindings).map(line),
    ...(left > 0 ? [`and ${left} more`] : [])
  ].join('\n')
}

function line(finding: Finding): string {
  const fixes = finding.fixes.map(({grade, message}) => ` [${grade === 'safe' ? 'fix' : 'suggestion'}: ${message}]`)
  return `${finding.line}:${finding.column} ${finding.ruleId} ${levelOf(finding)}: ${finding.message}${fixes.join('')}`
}

function levelOf({severity}: Finding): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning'
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** A finding about the whole letter would else repeat it. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
