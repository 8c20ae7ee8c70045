import path from 'node:path'
import {UsageError} from '../failures.js'
import type {Session} from '../session.js'
import type {Draft} from './encoding.js'
import {readDraft} from './read-draft.js'

/** Reads the one draft that a command names; `-` is standard input. */
export async function readNamed(file: string, session: Session): Promise<Draft> {
  const target =
    file === '-'
      ? {kind: 'stdin' as const}
      : {kind: 'file' as const, file: path.resolve(session.cwd, file), named: true}
  const draft = await readDraft(target, session)
  if (draft.kind !== 'draft') throw new UsageError(`${session.shown(draft.file)}: ${draft.why}`)
  return draft
}
