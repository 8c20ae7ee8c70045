import type {Colors} from 'picocolors/types.js'
import type {Finding} from '../../result.js'
import {codeFrame} from './code-frame.js'
import {printable} from './printable.js'

/** Below this a code frame shows too little of the line to be of use. */
const leastWidth = 40

export interface Screen {
  readonly colors: Colors
  /** Columns that a line may take. */
  readonly width: number
}

/** The message, and the line of the draft with the words marked. */
export function findingForPeople(source: string, finding: Finding, {colors, width}: Screen): string {
  const level = finding.severity === 'error' ? colors.red('error') : colors.yellow('warning')
  const place = colors.dim(`${finding.line}:${finding.column}`)
  const head = `  ${place}  ${level}  ${printable(finding.message)}  ${colors.dim(finding.ruleId)}\n`
  const number = String(finding.line)
  const gutter = `    ${' '.repeat(number.length)} | `
  const frame = codeFrame(source, finding, Math.max(leastWidth, width - gutter.length))
  const lines = [`${colors.dim(`    ${number} | `)}${frame.line}`]
  const paint = finding.severity === 'error' ? colors.red : colors.yellow
  if (frame.carets) lines.push(colors.dim(gutter) + paint(frame.carets))
  if (frame.words) lines.push(colors.dim(gutter) + paint(frame.words))
  return `${head}${lines.join('\n')}\n`
}
