import type {Nodes as Hast} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes as Mdast} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Format} from '../../src/tree/index.js'

/**
 * What a stretch of a file says once its coding and its markup are undone: an oracle that knows nothing of the
 * project's own maps. White space is left out, for blocks and folded lines have it only in one of the two.
 */
export function visible(source: string, start: number, end: number, format: Format): string {
  return bare(unmarked(decoded(source, start, end, format), markupAt(source, start, format)))
}

/** Without the transfer coding of a message, with its markup. */
export function decoded(source: string, start: number, end: number, format: Format): string {
  const slice = source.slice(start, end)
  if (format !== 'eml') return slice
  const head = source.slice(0, start)
  if (!/\r?\n\r?\n/.test(head)) return decodedWords(slice)
  const encoding = lastOf(/^content-transfer-encoding:[ \t]*([\w-]+)/gim, head)
  if (encoding === 'base64') return Buffer.from(slice, 'base64').toString()
  return encoding === 'quoted-printable' ? fromQuotedPrintable(slice) : slice
}

export function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

function markupAt(source: string, start: number, format: Format): 'markdown' | 'html' | 'none' {
  if (format === 'markdown')
    return /^\uFEFF?---\r?\n/.test(source) && start < source.indexOf('\n---', 3) ? 'none' : 'markdown'
  if (format !== 'eml') return format === 'html' ? 'html' : 'none'
  const head = source.slice(0, start)
  return /\r?\n\r?\n/.test(head) && lastOf(/^content-type:[ \t]*([\w/-]+)/gim, head) === 'text/html' ? 'html' : 'none'
}

function lastOf(pattern: RegExp, text: string): string | undefined {
  return [...text.matchAll(pattern)].at(-1)?.[1]?.toLowerCase()
}

function unmarked(text: string, markup: 'markdown' | 'html' | 'none'): string {
  if (markup === 'markdown') return words(unified().use(remarkParse).parse(text))
  return markup === 'html' ? words(fromHtml(text, {fragment: true})) : text
}

function words(node: Mdast | Hast): string {
  if ('value' in node) return node.type === 'html' || node.type === 'comment' ? '' : node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=[ \t]*\r?\n/g, '').replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => {
    return Buffer.from(run.replaceAll('=', ''), 'hex').toString()
  })
  return bytes
}

function decodedWords(text: string): string {
  const inner = text.replace(/\?=\s+=\?utf-8\?q\?/gi, '').replace(/=\?utf-8\?q\?|\?=/gi, '')
  return inner === text && !/=[0-9A-F]{2}/.test(text) ? text : fromQuotedPrintable(inner.replaceAll('_', ' '))
}
