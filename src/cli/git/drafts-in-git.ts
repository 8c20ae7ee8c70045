import {UsageError} from '../failures.js'
import {findFiles} from '../files/find-files.js'
import {readDrafts} from '../files/read-draft.js'
import type {Sieve, Tell} from '../lint/judge-drafts.js'
import type {DraftsOfRun, GitOptions} from '../lint/which-drafts.js'
import type {Session} from '../session.js'
import {type ChangedFile, changedFiles, headOrNothing} from './changed-files.js'
import {Changes} from './changed-lines.js'
import {fields, git} from './git.js'
import {narrowing} from './narrow.js'
import {absolute, openRepository, type Repository} from './repository.js'
import {changedTargets, sinceSieve} from './since.js'
import {stagedDrafts} from './staged-drafts.js'

/** The drafts that `--staged` and `--since` speak of. */
export function draftsInGit(
  paths: readonly string[],
  session: Session,
  {staged, since}: GitOptions,
  tell: Tell
): Promise<DraftsOfRun> {
  const asker = staged ? '--staged' : '--since'
  if (paths.includes('-')) throw new UsageError(`${asker} reads drafts of a repository, which standard input is not`)
  return staged ? inIndex(paths, session, since, tell) : inWorkTree(paths, session, since ?? 'HEAD')
}

async function inIndex(
  paths: readonly string[],
  session: Session,
  since: string | undefined,
  tell: Tell
): Promise<DraftsOfRun> {
  const repository = await openRepository(session.cwd, '--staged')
  const changes = since === undefined ? undefined : await Changes.since(since, repository, 'index')
  const files = changes?.files ?? (await changedFiles(repository, await headOrNothing(repository), 'index'))
  const isAsked = await narrowing(paths, repository)
  const asked = files.filter(({path}) => isAsked(absolute(repository, path)))
  return {
    readings: stagedDrafts(asked, repository, session),
    sieves: [...(changes ? [sinceSieve(changes, session)] : []), await unstagedNote(asked, repository, tell)],
    scope: ['Read as staged, not as in the work tree.', ...(since === undefined ? [] : [onlySince(since)])].join(' '),
    none: 'no draft is staged, so nothing was checked'
  }
}

async function inWorkTree(paths: readonly string[], session: Session, since: string): Promise<DraftsOfRun> {
  const repository = await openRepository(session.cwd, '--since')
  const changes = await Changes.since(since, repository, 'work tree')
  const targets = changedTargets(findFiles(paths, session.search), changes, repository, since)
  return {
    readings: readDrafts(targets, session),
    sieves: [sinceSieve(changes, session)],
    scope: onlySince(since),
    none: `no draft changed since ${since}, so nothing was checked`
  }
}

function onlySince(since: string): string {
  return `Only lines changed since ${since} were judged.`
}

/** Who opens the file at the place of a finding finds other text there. */
async function unstagedNote(files: readonly ChangedFile[], repository: Repository, tell: Tell): Promise<Sieve> {
  if (files.length === 0) return ({result}) => result
  // Not `git diff`, which writes to the index what it learns.
  const options = ['--numstat', '-z', '--no-renames', '--ignore-submodules=all']
  const counted = fields(await git(repository.cwd, ['diff-files', ...options, '--']))
  const unstaged = counted.flatMap((line) => /^(?!0\t0\t)\S+\t\S+\t(.*)$/s.exec(line)?.[1] ?? [])
  const differing = new Set(unstaged.map((file) => absolute(repository, file)))
  return ({path, absolutePath, result}) => {
    if (result.findings.length > 0 && differing.has(absolutePath)) tell(`${path}: ${differs}`)
    return result
  }
}

const differs = "the file in the work tree is not what is staged: the findings' places are those of the staged text"
