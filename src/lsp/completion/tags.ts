import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver/node'
import {dialects} from '../../generated/dialects.js'
import {marks} from '../../parse/tokens/dialect.js'
import type {Email, Token} from '../../tree/index.js'
import {type Cursor, itemOf, type Word} from './cursor.js'

/** The characters by which an editor asks what may come next. */
export const tagOpeners: readonly string[] = [...new Set(Object.values(marks).map(([opening]) => opening.charAt(0)))]

/**
 * Merge tags of which something stands before the cursor.
 * @param email the draft
 * @param others drafts that are open beside it, whose tags are likely the same
 */
export function tagItems(email: Email, others: readonly Email[], cursor: Cursor): CompletionItem[] {
  const words = new Map<string, Word>()
  for (const word of [...fieldsOf(email.dialect), ...used(email, cursor), ...others.flatMap((other) => used(other))]) {
    if (!words.has(word.text)) words.set(word.text, word)
  }
  return [...words.values()].flatMap((word) => {
    const typed = typedOf(word.text, cursor.before)
    return typed === 0 ? [] : [itemOf(word, typed, cursor, closedBehind(word.text, typed, cursor.after))]
  })
}

function fieldsOf(name: string | undefined): Word[] {
  const dialect = name === undefined ? undefined : dialects[name]
  const pair = dialect?.tags[0] && marks[dialect.tags[0]]
  if (!dialect || !pair) return []
  return (dialect.fields ?? []).map((field) => wordOf(`${pair[0]}${field}${pair[1]}`, dialect.summary))
}

/** Tags of a draft, except for the one that is being written. */
function used({tokens}: Email, cursor?: Cursor): Word[] {
  const isWritten = ({start, end}: Token) => cursor !== undefined && start < cursor.offset && cursor.offset <= end
  const tags = tokens.filter((token) => token.kind === 'tag' && !isWritten(token))
  return tags.map(({raw}) => wordOf(raw, 'A tag of your drafts.'))
}

function wordOf(text: string, says: string): Word {
  return {text, says, kind: CompletionItemKind.Field}
}

/** How many characters of the word stand at the end of the text already, in any case. */
function typedOf(word: string, text: string): number {
  const [end, start] = [text.toLowerCase(), word.toLowerCase()]
  for (let length = Math.min(start.length - 1, end.length); length > 0; length--) {
    if (end.endsWith(start.slice(0, length))) return length
  }
  return 0
}

/** Closing marks that the editor put behind the cursor by itself. */
function closedBehind(word: string, typed: number, after: string): number {
  const rest = word.slice(typed)
  for (let length = Math.min(rest.length, after.length); length > 0; length--) {
    if (/^[^\p{L}\p{N}\s]+$/u.test(after.slice(0, length)) && rest.endsWith(after.slice(0, length))) return length
  }
  return 0
}
