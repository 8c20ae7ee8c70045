import type {Edit} from '../../rules/define-rule.js'

/** For formats that know one edit a fix: several become one, with the text between them kept. */
export function oneEdit(edits: readonly Edit[], source: string): Edit {
  const inOrder = edits.toSorted((a, b) => a.start - b.start)
  const start = inOrder[0]?.start ?? 0
  let text = ''
  let end = start
  for (const edit of inOrder) {
    text += source.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return {start, end, text}
}
