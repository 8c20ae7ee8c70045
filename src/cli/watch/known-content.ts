import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {encode} from '../files/encoding.js'
import type {JudgedFile} from '../lint/judge-drafts.js'

/** What stood in each draft when it was last judged: a file that was saved unchanged, or fixed by us, is no news. */
export class KnownContent {
  private readonly digests = new Map<string, string>()

  has(file: string): boolean {
    return this.digests.has(file)
  }

  note({absolutePath, draft, output}: JudgedFile, isWritten: boolean): void {
    const bytes = isWritten && output !== undefined ? encode(output, draft.encoding) : draft.bytes
    this.digests.set(absolutePath, digest(bytes))
  }

  forget(file: string): void {
    this.digests.delete(file)
  }

  isUnchanged(file: string): boolean {
    const known = this.digests.get(file)
    try {
      return known !== undefined && known === digest(readFileSync(file))
    } catch {
      return false
    }
  }
}

function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url')
}
