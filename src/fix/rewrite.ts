import type {Edit} from '../rules/define-rule.js'

/** @param edits in order of place, without overlaps
 *  @param offset where `text` begins in what the edits' spans count in */
export function rewrite(text: string, edits: readonly Edit[], offset = 0): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start - offset), edit.text)
    at = edit.end - offset
  }
  parts.push(text.slice(at))
  return parts.join('')
}
