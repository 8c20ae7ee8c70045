import type {Finding} from '../../result.js'
import {UsageError} from '../failures.js'
import {type ChangedFile, changedFiles, commitOf, headOrNothing, idIn} from './changed-files.js'
import {fields, GitRefused, git} from './git.js'
import {absolute, type Repository} from './repository.js'

/** Lines of a file as it is now, 1-based; where lines were only taken away, from the line behind the gap to that before it. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Where lines were taken away, a range has none of its own: what spans the gap touches it. */
export function touches(
  {line, endLine, endColumn}: Pick<Finding, 'line' | 'endLine' | 'endColumn'>,
  {first, last}: LineRange
): boolean {
  const end = endColumn === 1 && endLine > line ? endLine - 1 : endLine
  return line <= last && end >= first
}

export type Change = 'whole' | ChangedFile

/** What changed since a commit: in the work tree, or in the index. */
export class Changes {
  private constructor(
    private readonly repository: Repository,
    private readonly base: string,
    private readonly where: 'index' | 'work tree',
    /** Those that git knows, in its order. */
    readonly files: readonly ChangedFile[],
    private readonly changes: ReadonlyMap<string, Change>
  ) {}

  /** @throws UsageError where git knows no such commit, or none that it and the one checked out come from */
  static async since(ref: string, repository: Repository, where: 'index' | 'work tree'): Promise<Changes> {
    const base = await whereItParted(ref, repository)
    const changed = await changedFiles(repository, base, where)
    const changes = new Map<string, Change>()
    const filtered = await filteredFiles(changed, repository, where)
    for (const each of changed) {
      const file = absolute(repository, each.path)
      const isKnown = each.status === 'changed' && !filtered.has(each.path) && !isLossy(each.path)
      changes.set(file, isKnown ? each : 'whole')
    }
    if (where === 'work tree') for (const file of await untracked(repository)) changes.set(file, 'whole')
    return new Changes(repository, base, where, changed, changes)
  }

  /** @returns nothing where the file is as it was */
  of(file: string): Change | undefined {
    return this.changes.get(file)
  }

  async linesOf({path, before}: ChangedFile): Promise<LineRange[]> {
    const options = ['-p', '-U0', '--text', '--find-renames']
    const side = this.where === 'index' ? ['--cached'] : []
    const files = [path, before.path].map((each) => `:(top,literal)${each}`)
    const diff = await git(this.repository.cwd, ['diff-index', ...options, ...side, this.base, '--', ...files])
    return rangesIn(diff.toString('latin1'))
  }

  /** What the file was. */
  textBefore({before}: ChangedFile): Promise<Buffer> {
    return git(this.repository.cwd, ['cat-file', 'blob', before.blob])
  }
}

/** A name that is no UTF-8 can't be given back to git. */
function isLossy(file: string): boolean {
  return file.includes('\uFFFD')
}

/** Every line of a file stands behind a sign, so that only a hunk's own header begins with @@. */
function rangesIn(diff: string): LineRange[] {
  return Array.from(diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm), ([, from, count = '1']) => {
    const first = Number(from)
    return count === '0' ? {first: first + 1, last: first} : {first, last: first + Number(count) - 1}
  })
}

/** What others added to the branch since then is not the reviewed work. */
async function whereItParted(ref: string, repository: Repository): Promise<string> {
  if (!(await commitOf('HEAD', repository))) {
    if (ref === 'HEAD') return headOrNothing(repository)
    throw new UsageError('--since: the repository has no commit yet, so there is none to compare with')
  }
  const commit = await commitOf(ref, repository)
  if (!commit)
    throw new UsageError(
      `--since: there is no commit \`${ref}\` here; \`git branch --all\` and \`git log\` show those there are, and in CI it may have to be fetched first (docs/git.md)`
    )
  try {
    return idIn(await git(repository.cwd, ['merge-base', commit, 'HEAD']))
  } catch (error) {
    if (!(error instanceof GitRefused)) throw error
    throw new UsageError(
      `--since: \`${ref}\` and HEAD have no common commit here; a shallow clone has to be fetched whole first (git fetch --unshallow)`
    )
  }
}

async function untracked(repository: Repository): Promise<string[]> {
  const found = await git(repository.cwd, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '--full-name',
    '-z',
    '--',
    ':/'
  ])
  return fields(found).map((file) => absolute(repository, file))
}

/** Files that git keeps as something else (LFS, encryption): the lines that it compares are not those of the draft. */
async function filteredFiles(
  changed: readonly ChangedFile[],
  repository: Repository,
  where: 'index' | 'work tree'
): Promise<Set<string>> {
  const asked = changed.map(({path}) => `${absolute(repository, path)}\0`).join('')
  const side = where === 'index' ? ['--cached'] : []
  const answers = fields(await git(repository.cwd, ['check-attr', '-z', '--stdin', ...side, 'filter'], asked))
  const filtered = changed.filter((_, i) => !['unspecified', 'unset'].includes(answers[i * 3 + 2] ?? ''))
  return new Set(filtered.map(({path}) => path))
}
