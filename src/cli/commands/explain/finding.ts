import type {Finding} from '../../../result.js'
import {UsageError} from '../../failures.js'
import {readNamed} from '../../files/read-named.js'
import {lintDraft} from '../../lint/engine.js'
import {Output} from '../../output.js'
import {type JudgingOptions, openSession} from '../../session.js'

/** @param place `FILE:LINE:COLUMN`, as a report writes it, or `FILE:LINE` for all findings of a line */
export async function explainFinding(place: string, options: JudgingOptions): Promise<void> {
  const [, file, line, column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/.exec(place) ?? []
  if (!file || !line) throw new UsageError(`\`${place}\` is no place: write FILE:LINE:COLUMN, as a report does`)
  const session = await openSession(options)
  const draft = await readNamed(file, session)
  const {findings} = await lintDraft(draft, draft.source, session)
  const point = {line: Number(line), column: column === undefined ? undefined : Number(column)}
  const meant = findings.filter((finding) => covers(finding, point))
  if (meant.length === 0) throw new UsageError(`there is no finding at ${place}`)
  await new Output(process.stdout).write(meant.map(explanation).join('\n'))
}

function covers(finding: Finding, {line, column}: {line: number; column: number | undefined}): boolean {
  if (line < finding.line || line > finding.endLine) return false
  if (column === undefined) return true
  const begins = line > finding.line || column >= finding.column
  return begins && (line < finding.endLine || column < Math.max(finding.endColumn, finding.column + 1))
}

function explanation({ruleId, severity, line, column, text, message, detail}: Finding): string {
  const grounds = detail ?? ['The rule itself found it: no phrase and no trained model had a part in it.']
  const lines = [`${line}:${column} ${severity} ${ruleId}`, `  “${text}”`, `  ${message}`, '  It rests on:']
  return `${[...lines, ...grounds.map((ground) => `  - ${ground}`)].join('\n')}\n`
}
