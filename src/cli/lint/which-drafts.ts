import {findFiles} from '../files/find-files.js'
import {type Reading, readDrafts} from '../files/read-draft.js'
import type {Session} from '../session.js'
import type {Sieve, Tell} from './judge-drafts.js'

export interface GitOptions {
  readonly staged?: boolean
  readonly since?: string
}

/** As commander gives them. */
export interface WhichDrafts extends GitOptions {
  readonly onlyDrafts?: boolean
}

/** What a run is about. */
export interface DraftsOfRun {
  readonly readings: AsyncIterable<Reading>
  readonly sieves: readonly Sieve[]
  /** For the summary: what was judged, where that is not every line of the files as they lie there. */
  readonly scope?: string
  /** Set where a run that finds no draft is fine; says why it found none. */
  readonly none?: string
}

export async function draftsOf(
  paths: readonly string[],
  session: Session,
  options: WhichDrafts,
  tell: Tell
): Promise<DraftsOfRun> {
  const {staged, since, onlyDrafts = false} = options
  const search = {...session.search, onlyDrafts}
  if (staged || since !== undefined)
    return (await import('../git/drafts-in-git.js')).draftsInGit(paths, {...session, search}, options, tell)
  const readings = readDrafts(findFiles(paths, search), session)
  return {readings, sieves: [], ...(onlyDrafts && {none: 'no draft is among the files, so nothing was checked'})}
}
