import {readFileSync} from 'node:fs'
import path from 'node:path'

/**
 * What tells this build from every other: a digest of the command, written beside it, and the Node that runs it, whose
 * tables of characters and word breaks rules see. Undefined where the command runs from its sources, which may change
 * under the same version.
 */
export function buildId(): string | undefined {
  try {
    return `${readFileSync(path.join(import.meta.dirname, 'build-id'), 'utf8')} ${process.version}`
  } catch {
    return undefined
  }
}
