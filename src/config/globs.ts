import ignore from 'ignore'

/** The glob of every file, one without a name included. */
export const everyFile = '*'

// The library remembers every path it was asked about: with a million drafts that would be its memory.
const pathsBetweenFreshStarts = 10_000

/**
 * Tells whether a file matches globs in .gitignore's syntax.
 * Its paths are relative to the folder of the configuration and use `/`.
 */
export function fileMatcher(patterns: readonly string[]): (file: string | undefined) => boolean {
  if (patterns.length === 0) return () => false
  const fresh = () => ignore({allowRelativePaths: true}).add(patterns)
  let matcher = fresh()
  let asked = 0
  return (file) => {
    if (file === undefined) return patterns.includes(everyFile)
    asked += 1
    if (asked % pathsBetweenFreshStarts === 0) matcher = fresh()
    return matcher.ignores(file)
  }
}
