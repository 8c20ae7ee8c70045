import {existsSync} from 'node:fs'
import path from 'node:path'

export const baselineName = 'coldread-suppressions.json'

/** What has a baseline: the configuration that holds, else the folder that is worked in. */
export interface Project {
  readonly cwd: string
  readonly config: string | undefined
}

/**
 * Where the baseline stands or would stand: beside the configuration, else in the nearest folder upwards that has one,
 * up to the root of the repository, else in the working directory.
 */
export function locateBaseline({cwd, config}: Project): string {
  if (config !== undefined) return path.join(path.dirname(config), baselineName)
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, baselineName)
    if (existsSync(file)) return file
    if (existsSync(path.join(folder, '.git')) || path.dirname(folder) === folder) return path.join(cwd, baselineName)
  }
}
