import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver/node'
import {ownFindings} from '../../config/own-findings.js'
import {rules} from '../../generated/rules.js'
import {allRules, parts, verbs} from '../../suppress/index.js'
import type {Format} from '../../tree/index.js'
import {type Cursor, itemOf, type Word} from './cursor.js'

const verbWords: readonly Word[] = Object.entries(verbs).map(([text, says]) => ({
  text,
  says,
  kind: CompletionItemKind.Keyword,
  more: ' '
}))

const ruleWords: readonly Word[] = [
  ...Object.entries(rules).map(([text, {summary: says}]) => ({text, says, kind: CompletionItemKind.Value})),
  {text: 'parse', says: ownFindings.parse, kind: CompletionItemKind.Value},
  {text: allRules, says: 'Every rule.', kind: CompletionItemKind.Keyword, rank: 2}
]

const limitWords: readonly Word[] = [
  {text: '--', says: 'The reason comes behind it.', kind: CompletionItemKind.Operator, more: ' '},
  {text: 'in', says: 'Only in one part of the mail.', kind: CompletionItemKind.Keyword, more: ' ', rank: 1},
  {text: 'at', says: 'Only at certain words.', kind: CompletionItemKind.Keyword, more: ' "', rank: 1}
]

const partWords: readonly Word[] = parts.map((text) => ({
  text,
  says: 'A part of the mail.',
  kind: CompletionItemKind.Value
}))

/**
 * What may come next in a comment such as `<!-- coldread-disable-next filler -- reason -->`.
 * @param found ids of the rules that find something in this draft, which are likelier meant
 */
export function commentItems(format: Format, found: readonly string[], cursor: Cursor): CompletionItem[] | undefined {
  if (format !== 'markdown' && format !== 'html') return undefined
  const text = openComment(cursor.before)
  if (text === undefined) return undefined
  const [, verb, directive] = /^(coldread-[\w-]*)\s(.*)$/su.exec(text) ?? []
  if (verb && directive !== undefined) return directiveItems(directive, found, cursor)
  return /^[\w-]*$/u.test(text) ? verbWords.map((word) => itemOf(word, text.length, cursor)) : []
}

/** The text of a comment that has not been closed. */
function openComment(before: string): string | undefined {
  const closed = before.lastIndexOf('-->')
  const open = before.indexOf('<!--', Math.max(0, closed - 3))
  return open < 0 ? undefined : before.slice(open + 4).trimStart()
}

/** What may come next in the text of a directive. */
export function directiveItems(text: string, found: readonly string[], cursor: Cursor): CompletionItem[] {
  if (/(?:^|\s)--(?:\s|$)/u.test(text)) return []
  const typed = text.split(/[^\w-]/u).at(-1) ?? ''
  const words = wordsAfter(text.slice(0, text.length - typed.length))
  return words.map((word) =>
    itemOf({...word, rank: word.rank ?? (found.includes(word.text) ? 0 : 1)}, typed.length, cursor)
  )
}

function wordsAfter(text: string): readonly Word[] {
  if (/(?:^|,)\s*$/u.test(text)) return ruleWords
  if (/\sin\s+$/u.test(text)) return partWords
  return /\s$/u.test(text) ? limitWords : []
}
