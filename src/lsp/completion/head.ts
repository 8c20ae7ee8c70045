import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver/node'
import {dialects} from '../../generated/dialects.js'
import {languages} from '../../generated/languages.js'
import {disableHeader, draftKeys} from '../../parse/draft-keys.js'
import type {Format} from '../../tree/index.js'
import {trimEndOf} from '../../trim-end.js'
import {type Cursor, itemOf, type Word} from './cursor.js'
import {directiveItems} from './directives.js'

/** Above it nobody writes a key of a draft; further up a huge document is not looked through. */
const mostLines = 200

/** What may come next in the front matter or the header lines; undefined where the cursor is not in them. */
export function headItems(
  format: Format,
  isDraft: boolean,
  found: readonly string[],
  cursor: Cursor
): CompletionItem[] | undefined {
  const above = linesAbove(cursor)
  if (!isDraft && !isBegun(above)) return undefined
  const isHead = format === 'text' || format === 'eml' ? isInHeaderLines(above) : isInFrontMatter(above)
  if (!isHead) return undefined
  const {before} = cursor
  const [, key, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/su.exec(before) ?? []
  if (key !== undefined && value !== undefined) return valueItems(key.toLowerCase(), value, found, cursor)
  const [, item] = /^\s*-\s+(.*)$/su.exec(before) ?? []
  if (item !== undefined) return isDisabling(above) ? directiveItems(item, found, cursor) : []
  return /^[\w-]*$/u.test(before) ? keyItems(format, above, cursor) : []
}

function linesAbove({document, line}: Cursor): string[] {
  if (line > mostLines) return []
  return Array.from({length: line}, (_, index) => trimEndOf(document.lineAt(index), '\r\n'))
}

/** Whether a document that is no draft yet may become one: it says nothing but what drafts say. */
function isBegun(above: readonly string[]): boolean {
  return (
    above.length > 0 && above.every((line) => keyOf(line) === undefined || Object.hasOwn(draftKeys, keyOf(line) ?? ''))
  )
}

function keyOf(line: string): string | undefined {
  return /^([\w-]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase()
}

function isInFrontMatter([first, ...rest]: readonly string[]): boolean {
  return first !== undefined && /^---[ \t]*$/.test(first) && !rest.some((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line))
}

function isInHeaderLines(above: readonly string[]): boolean {
  return above.every((line) => /^(?:[A-Za-z][\w-]*[ \t]*:|[ \t]+\S)/.test(line))
}

/** Whether the list that the cursor's line belongs to is that of the suppressions. */
function isDisabling(above: readonly string[]): boolean {
  const key = above.findLast((line) => !/^\s*-\s/.test(line))
  return key !== undefined && /^coldread-disable\s*:\s*$/i.test(key)
}

function keyItems(format: Format, above: readonly string[], cursor: Cursor): CompletionItem[] {
  const there = new Set(above.map(keyOf))
  const keys = Object.entries(draftKeys).map(([key, says]) => ({text: keyIn(format, key), says}))
  return keys
    .filter(({text}) => !there.has(text.toLowerCase()))
    .map((key) => itemOf({...key, kind: CompletionItemKind.Property, more: ': '}, cursor.before.length, cursor))
}

function keyIn(format: Format, key: string): string {
  if (format === 'markdown' || format === 'html') return key
  return key === 'coldread-disable' ? disableHeader : key.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
}

function valueItems(key: string, value: string, found: readonly string[], cursor: Cursor): CompletionItem[] {
  if (key === 'coldread-disable' || key === disableHeader.toLowerCase()) return directiveItems(value, found, cursor)
  const words = /^["']?[\w-]*$/u.test(value) ? (valuesOf[key] ?? []) : []
  const typed = value.replace(/^["']/, '').length
  return words.map((word) => itemOf(word, typed, cursor))
}

const valuesOf: Readonly<Record<string, readonly Word[]>> = {
  dialect: Object.entries(dialects).map(([text, {summary: says}]) => ({
    text,
    says,
    kind: CompletionItemKind.EnumMember
  })),
  lang: Object.keys(languages).map((text) => ({
    text,
    says: 'A language whose prose is read.',
    kind: CompletionItemKind.EnumMember
  }))
}
