import path from 'node:path'
import type {Session} from '../cli/session.js'
import type {LintOptions} from '../lint.js'
import type {Format} from '../tree/index.js'

interface DraftInput {
  readonly format: Format
  readonly language?: string | undefined
  readonly saved_as?: string | undefined
}

/** How a text is judged: as the configuration says for the place where it will be saved. */
export function optionsFor({format, language, saved_as: savedAs}: DraftInput, session: Session): LintOptions {
  const settings = session.settingsFor(savedAs === undefined ? session.stdinFile : path.resolve(session.cwd, savedAs))
  return {format, settings: language === undefined ? settings : {...settings, language}}
}
