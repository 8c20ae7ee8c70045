import {anatomy, formatOf, type LintOptions, lint} from '../../lint.js'
import type {Result} from '../../result.js'
import type {Email} from '../../tree/index.js'
import {type Draft, encode} from '../files/encoding.js'
import type {Session} from '../session.js'

/** @param text the draft's text, or what the safe edits made of it */
export function lintDraft(draft: Draft, text: string, session: Session): Promise<Result> {
  return lint(input(text, draft), optionsFor(draft, session))
}

export function anatomyOf(draft: Draft, session: Session): Promise<Email> {
  return anatomy(input(draft.source, draft), optionsFor(draft, session))
}

/** Where each character stands for one byte, only the bytes say so. */
function input(text: string, {encoding}: Draft): string | Uint8Array {
  return encoding === 'bytes' ? encode(text, encoding) : text
}

function optionsFor({file}: Draft, {formatAs, settingsFor}: Session): LintOptions {
  return {file, format: formatAs ?? formatOf(file), settings: settingsFor(file)}
}
