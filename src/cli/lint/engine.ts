import {formatOf} from '../../format-of.js'
import {anatomy, type LintOptions, lint} from '../../lint.js'
import type {Result} from '../../result.js'
import type {Email, Format} from '../../tree/index.js'
import {keyOf} from '../cache/keys.js'
import {type Draft, encode} from '../files/encoding.js'
import type {Session} from '../session.js'

/** @param text the draft's text, or what the safe edits made of it */
export async function lintDraft(draft: Draft, text: string, session: Session): Promise<Result> {
  const judged = text === draft.source ? await draft.judged : undefined
  if (judged) return judged
  const {results} = session
  if (!results) return lint(inputOf(text, draft), optionsFor(draft, session))
  const bytes = text === draft.source ? draft.bytes : encode(text, draft.encoding)
  const key = keyOf(bytes, formatFor(draft, session), session.givenFor(draft.file))
  const known = results.get(key)
  if (known) return known
  const result = await lint(inputOf(text, draft), optionsFor(draft, session))
  results.set(key, result)
  return result
}

export function anatomyOf(draft: Draft, session: Session): Promise<Email> {
  return anatomy(inputOf(draft.source, draft), optionsFor(draft, session))
}

/** Where each character stands for one byte, only the bytes say so. */
export function inputOf(text: string, {encoding}: Draft): string | Uint8Array {
  return encoding === 'bytes' ? encode(text, encoding) : text
}

export function optionsFor(
  draft: Draft,
  session: Session
): Required<Pick<LintOptions, 'file' | 'format' | 'settings'>> {
  return {file: draft.file, format: formatFor(draft, session), settings: session.settingsFor(draft.file)}
}

function formatFor({file}: Draft, {formatAs}: Session): Format {
  return formatAs ?? formatOf(file)
}
