import {judgeName, mayBeDraft} from '../files/find-files.js'
import {type Reading, readBytes} from '../files/read-draft.js'
import type {Session} from '../session.js'
import {Blobs} from './blobs.js'
import type {ChangedFile} from './changed-files.js'
import {absolute, type Repository} from './repository.js'

const noDraft: Readonly<Record<Exclude<ChangedFile['kind'], 'file'>, string>> = {
  link: 'it is a symbolic link; what it leads to is read where that is staged itself',
  submodule: 'it is a submodule, a repository of its own'
}

// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/

/** Those of the files that are drafts, as files in a folder are, read from the index. */
export async function* stagedDrafts(
  files: readonly ChangedFile[],
  repository: Repository,
  session: Session
): AsyncGenerator<Reading> {
  const blobs = new Blobs(repository, session.maxFileSize)
  try {
    for (const changed of files) {
      const file = absolute(repository, changed.path)
      if (mayBeDraft(file, session.search)) yield await readStaged(changed, file, blobs, session)
    }
  } finally {
    blobs.close()
  }
}

async function readStaged(changed: ChangedFile, file: string, blobs: Blobs, session: Session): Promise<Reading> {
  const {kind, status, staged} = changed
  const target = judgeName(file, session.search)
  if (target.kind === 'passed-over') return target
  if (kind !== 'file') return {kind: 'passed-over', file, why: noDraft[kind], named: false}
  if (status === 'unmerged')
    return {kind: 'failure', file, why: 'the merge left it in conflict; settle it, then stage it with `git add`'}
  const blob = await blobs.read(staged)
  if (!blob) return {kind: 'failure', file, why: 'git does not have what is staged of it; `git fsck` may tell why'}
  if (lfsPointer.test(blob.bytes.toString('latin1', 0, 200)))
    return {kind: 'passed-over', file, why: 'it is kept in Git LFS, and only a pointer to it is staged', named: false}
  return readBytes(blob.bytes, blob.size, file, target.named, session)
}
