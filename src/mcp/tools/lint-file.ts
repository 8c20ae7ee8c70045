import path from 'node:path'
import {z} from 'zod'
import {UsageError} from '../../cli/failures.js'
import {readDraft} from '../../cli/files/read-draft.js'
import {lintDraft} from '../../cli/lint/engine.js'
import type {Session} from '../../cli/session.js'
import {formatByName} from '../../drafts.js'
import {defineTool} from '../define-tool.js'
import {format, language} from '../inputs.js'
import {judgementOf, judgementShape, wordsOf} from '../judgement.js'

const input = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(4096)
    .describe('A draft in the folders that may be read; relative to the first of them, or absolute.'),
  format: format.optional().describe('Only where the file’s ending does not tell.'),
  language
})

export const lintFile = defineTool({
  name: 'lint_file',
  title: 'Judge a draft in a file',
  description:
    'Judges a cold e-mail draft in a file (.md, .txt, .html, .eml) as the project is configured. Reads only in the client’s roots or the folder that the server was started in.',
  input,
  output: z.object(judgementShape),
  async run({path: asked, ...how}, host) {
    const {file, folder} = await host.reach(asked)
    const session = withInput(how, await host.open(folder))
    checkDraft(file, asked, session)
    const draft = await readDraft({kind: 'file', file, named: true}, session)
    if (draft.kind !== 'draft') throw new UsageError(`${asked}: ${draft.why}`)
    const result = await lintDraft(draft, draft.source, session)
    return {text: [wordsOf(result)], data: judgementOf(result)}
  }
})

function withInput({format, language}: Omit<z.infer<typeof input>, 'path'>, session: Session): Session {
  const {settingsFor} = session
  return {
    ...session,
    ...(format !== undefined && {formatAs: format, isMessage: () => format === 'eml'}),
    ...(language !== undefined && {settingsFor: (file) => ({...settingsFor(file), language})})
  }
}

/** What is no draft stays unread: its words are none of an agent's that only judges letters. */
function checkDraft(file: string, asked: string, {search, formatAs}: Session): void {
  if (search.isIgnored(file)) throw new UsageError(`${asked}: the configuration ignores it`)
  if (formatAs !== undefined || formatByName(path.basename(file)) || search.isIncluded(file)) return
  throw new UsageError(`${asked}: its ending is none that drafts have; name its \`format\` where it is one`)
}
