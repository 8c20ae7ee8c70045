import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import ignore, {type Ignore} from 'ignore'

// The library remembers every path it was asked about: with a million drafts that would be its memory.
const pathsBetweenFreshStarts = 10_000

interface IgnoreFile {
  readonly folder: string
  test(relative: string): {ignored: boolean; unignored: boolean}
}

/** The .gitignore files that hold in a folder, its own one last. */
export class GitIgnore {
  private readonly files: readonly IgnoreFile[]

  private constructor(files: readonly IgnoreFile[]) {
    this.files = files
  }

  /** Those from the top of the repository down to the folder. */
  static above(folder: string): GitIgnore {
    return foldersDownTo(folder).reduce((chain, each) => chain.into(each), new GitIgnore([]))
  }

  /** As `above`, for a folder that the user named: that git ignores it as a whole counts for nothing then. */
  static forNamed(folder: string): GitIgnore {
    const chain = GitIgnore.above(folder)
    return chain.ignores(`${folder}${path.sep}`) ? new GitIgnore([]).into(folder) : chain
  }

  into(folder: string): GitIgnore {
    const text = readIfThere(path.join(folder, '.gitignore'))
    return text.trim() ? new GitIgnore([...this.files, ignoreFile(folder, text)]) : this
  }

  /** @param file absolute; a folder ends with a separator */
  ignores(file: string): boolean {
    for (const {folder, test} of this.files.toReversed()) {
      const relative = path.relative(folder, file)
      if (relative === '' || relative.startsWith('..')) continue
      const end = file.endsWith(path.sep) ? '/' : ''
      const {ignored, unignored} = test(relative.replaceAll(path.sep, '/') + end)
      if (ignored || unignored) return ignored
    }
    return false
  }
}

function ignoreFile(folder: string, text: string): IgnoreFile {
  let matcher: Ignore = ignore().add(text)
  let asked = 0
  const test = (relative: string) => {
    asked += 1
    if (asked % pathsBetweenFreshStarts === 0) matcher = ignore().add(text)
    return matcher.test(relative)
  }
  return {folder, test}
}

/** From the folder that holds `.git` down to `folder`; outside of a repository `folder` alone. */
function foldersDownTo(folder: string): string[] {
  const folders: string[] = []
  for (let each = folder; ; each = path.dirname(each)) {
    folders.unshift(each)
    if (existsSync(path.join(each, '.git'))) return folders
    if (each === path.dirname(each)) return [folder]
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
