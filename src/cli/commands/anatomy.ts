import path from 'node:path'
import {UsageError} from '../failures.js'
import {readDraft} from '../files/read-draft.js'
import {anatomyOf} from '../lint/engine.js'
import {colorsFor, Output} from '../output.js'
import {type JudgingOptions, openSession} from '../session.js'
import {anatomyReport} from './anatomy-report.js'

export async function anatomyCommand(file: string, options: JudgingOptions & {color: boolean}): Promise<void> {
  const session = await openSession(options)
  const target =
    file === '-'
      ? {kind: 'stdin' as const}
      : {kind: 'file' as const, file: path.resolve(session.cwd, file), named: true}
  const draft = await readDraft(target, session)
  if (draft.kind !== 'draft') throw new UsageError(`${session.shown(draft.file)}: ${draft.why}`)
  const email = await anatomyOf(draft, session)
  await new Output(process.stdout).write(anatomyReport(email, await colorsFor(process.stdout, options.color)))
}
