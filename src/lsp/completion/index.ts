import type {CompletionItem, CompletionParams} from 'vscode-languageserver/node'
import type {Email, Format} from '../../tree/index.js'
import type {Examined} from '../examine.js'
import type {OpenDocument} from '../open-document.js'
import {cursorAt} from './cursor.js'
import {commentItems} from './directives.js'
import {headItems} from './head.js'
import {tagItems} from './tags.js'

/** What an editor completes with: tags begin with these, and comments. */
export {tagOpeners} from './tags.js'

/**
 * What may come next at a place.
 * @param draft undefined where the document is no draft, which one that is just begun is not yet
 */
export function completions(
  {position}: CompletionParams,
  format: Format,
  draft: Examined | undefined,
  others: readonly Email[],
  document: OpenDocument
): CompletionItem[] {
  const cursor = cursorAt(position, document)
  const found = draft?.result.findings.map(({ruleId}) => ruleId) ?? []
  const head = headItems(format, draft !== undefined, found, cursor)
  if (!draft) return head ?? []
  return [...(head ?? commentItems(format, found, cursor) ?? []), ...tagItems(draft.email, others, cursor)]
}
