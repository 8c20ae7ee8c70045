import {realpath} from 'node:fs/promises'
import type {Finding, Result} from '../../result.js'
import type {Target} from '../files/find-files.js'
import {type Reading, readBytes} from '../files/read-draft.js'
import {lintDraft} from '../lint/engine.js'
import type {JudgedFile, Sieve} from '../lint/judge-drafts.js'
import type {Session} from '../session.js'
import type {ChangedFile} from './changed-files.js'
import {type Changes, type LineRange, touches} from './changed-lines.js'
import {isOutside, type Repository} from './repository.js'

/** Leaves out files that are as they were. */
export async function* changedTargets(
  targets: AsyncIterable<Target>,
  changes: Changes,
  repository: Repository,
  ref: string
): AsyncGenerator<Target> {
  for await (const target of targets) {
    if (target.kind !== 'file') yield target
    else {
      // Git knows a file where it lies, the user perhaps by a link to it.
      const file = await realpath(target.file).catch(() => target.file)
      if (changes.of(file)) yield target
      else yield isOutside(repository, file) ? outside(target.file, repository) : unchanged(target.file, ref)
    }
  }
}

function outside(file: string, {top}: Repository): Target {
  return {
    kind: 'failure',
    file,
    why: `it lies outside of the repository ${top}, so git does not know what changed in it`
  }
}

function unchanged(file: string, ref: string): Target {
  return {kind: 'passed-over', file, why: `nothing changed in it since ${ref}`, named: false}
}

/** Leaves the findings that the changes brought. */
export function sinceSieve(changes: Changes, session: Session): Sieve {
  return async (judged) => {
    const {absolutePath, result, draft} = judged
    const change = changes.of(await realpath(absolutePath).catch(() => absolutePath))
    if (change === 'whole' || result.findings.length + result.suppressed.length === 0) return result
    if (!change) return {...result, findings: [], suppressed: []}
    // Git parts lines at bytes, which in UTF-16 are halves of characters.
    if (draft.encoding.startsWith('utf-16')) return result
    return touched(judged, await changes.linesOf(change), () => missingBefore(change, changes, judged, session))
  }
}

async function touched(
  {result}: JudgedFile,
  ranges: readonly LineRange[],
  missingBefore: () => Promise<ReadonlySet<string>>
): Promise<Result> {
  const isTouched = (finding: Finding) => ranges.some((range) => touches(finding, range))
  const isElsewhere = (finding: Finding) => finding.missing === true && !isTouched(finding)
  const before = [...result.findings, ...result.suppressed].some(isElsewhere)
    ? await missingBefore()
    : new Set<string>()
  const isNew = (finding: Finding) => (isElsewhere(finding) ? !before.has(whatIsMissing(finding)) : isTouched(finding))
  return {...result, findings: result.findings.filter(isNew), suppressed: result.suppressed.filter(isNew)}
}

/** What is missing is missing nowhere: only the draft as it was tells whether the change took it away. */
async function missingBefore(
  change: ChangedFile,
  changes: Changes,
  {draft}: JudgedFile,
  session: Session
): Promise<ReadonlySet<string>> {
  const bytes = await changes.textBefore(change)
  const before: Reading = readBytes(bytes, bytes.length, draft.file, true, session)
  if (before.kind !== 'draft') return new Set()
  const {findings, suppressed} = await lintDraft(before, before.source, session)
  return new Set([...findings, ...suppressed].filter(({missing}) => missing).map(whatIsMissing))
}

function whatIsMissing({ruleId, message}: Finding): string {
  return `${ruleId} ${message}`
}
