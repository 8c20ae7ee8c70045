import {existsSync} from 'node:fs'
import path from 'node:path'
import {locateBaseline} from '../../baseline/node/locate.js'
import type {Session} from '../session.js'
import type {Sieve} from './judge-drafts.js'
import type {WhichDrafts} from './which-drafts.js'

/** As commander gives them; the names are ESLint's: https://eslint.org/docs/latest/use/suppressions */
export interface AcceptOptions {
  readonly suppressAll?: boolean
  readonly suppressRule?: readonly string[]
  readonly pruneSuppressions?: boolean
  readonly suppressionsLocation?: string
  readonly passOnUnprunedSuppressions?: boolean
}

/** With the options that do not go together with all of these. */
export interface AcceptUse extends AcceptOptions, WhichDrafts {
  readonly fixDryRun?: boolean
}

/** What the project's baseline accepts, for one run. */
export interface Acceptance {
  /** The baseline as the user would write it. */
  readonly path: string
  readonly sieve: Sieve
  /** Whether the run is to change the baseline: all drafts must be read then, whoever still reads the report. */
  readonly writes: boolean
  /** How many findings it accepts that the drafts hold no more, and that must not pass. */
  unpruned(): number
  /** Writes what the run was asked to write, and says what is left to do; called when every draft was read. */
  finish(tell: (line: string) => void): Promise<void>
}

/** @returns nothing where there is no baseline and none is to be written */
export async function openAcceptance(
  options: AcceptUse,
  paths: readonly string[],
  session: Session
): Promise<Acceptance | undefined> {
  const {suppressionsLocation: asked, suppressAll, suppressRule, pruneSuppressions} = options
  const {cwd, loaded} = session
  const file = asked === undefined ? locateBaseline({cwd, config: loaded.file}) : path.resolve(cwd, asked)
  const isAsked = [asked, suppressAll, suppressRule, pruneSuppressions].some((option) => option !== undefined)
  if (!isAsked && !existsSync(file)) return undefined
  return (await import('./accept-findings.js')).acceptFindings(file, options, paths, session)
}
