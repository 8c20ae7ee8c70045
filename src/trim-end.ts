/**
 * The text without those characters at its end. An expression such as `/[ \t]+$/` would begin anew at every blank of a
 * run that something else follows.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** What stands behind the last of those characters. */
export function behindLast(text: string, characters: string): string {
  let from = text.length
  while (from > 0 && !characters.includes(text.charAt(from - 1))) from--
  return text.slice(from)
}
