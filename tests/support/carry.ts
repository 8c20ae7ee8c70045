import type {Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parse as parseYaml} from 'yaml'
import type {Format} from '../../src/tree/index.js'
import {type Headers, mailHeaders, message} from './write-message.js'

export interface Carried {
  readonly as: string
  readonly format: Format
  readonly draft: string
}

/**
 * The same mail in the other formats, as a mail program would write it.
 * @returns nothing for a Markdown draft that has no such mail: with pictures, HTML, tables or headers of its own
 */
export function carryMarkdown(draft: string): Carried[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(draft)
  const headers = readHeaders(front?.[1] ?? '')
  const source = draft.slice(front?.[0].length ?? 0)
  const tree = unified().use(remarkParse).parse(source)
  if (!headers || !canCarry(tree)) return []
  const text = textOf(tree, source).trim()
  const html = htmlOf(tree, source)
  return [
    {
      as: 'text with header lines',
      format: 'text',
      draft: `${headers.map(([name, value]) => `${mailHeaders[name]}: ${value}\n`).join('')}\n${text}\n`
    },
    {as: 'HTML', format: 'html', draft: page(headers, html)},
    {as: 'quoted-printable message', format: 'eml', draft: message(headers, 'text/plain', 'quoted-printable', text)},
    {as: 'base64 message', format: 'eml', draft: message(headers, 'text/plain', 'base64', text)},
    {
      as: 'HTML message',
      format: 'eml',
      draft: message(headers, 'text/html', 'quoted-printable', `<html><body>\n${html}\n</body></html>`)
    }
  ]
}

/** An HTML draft as the only part of a message; its title becomes the subject. */
export function carryHtml(draft: string): Carried[] {
  const title = /<title>([^<&]{0,300})<\/title>/.exec(draft)?.[1]
  const headers: Headers = title === undefined ? [] : [['subject', title]]
  return [
    {as: 'quoted-printable message', format: 'eml', draft: message(headers, 'text/html', 'quoted-printable', draft)},
    {as: 'base64 message', format: 'eml', draft: message(headers, 'text/html', 'base64', draft)}
  ]
}

function readHeaders(yaml: string): Headers | undefined {
  const entries = Object.entries((parseYaml(yaml) ?? {}) as Record<string, unknown>)
  const known = entries.every(([name, value]) => name in mailHeaders && (value === null || typeof value === 'string'))
  return known ? entries.map(([name, value]) => [name, String(value ?? '').trim()] as const) : undefined
}

function canCarry(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'code' || node.type === 'definition') return false
  if (node.type === 'html') return /^<[A-Z_ ]{1,40}>$/.test(node.value)
  return !('children' in node) || node.children.every(canCarry)
}

/** Mailchimp's tags look like emphasis to a Markdown parser. */
function isTag(node: Nodes, source: string): boolean {
  return node.type === 'html' || (node.type === 'emphasis' && source.startsWith('*|', node.position?.start.offset))
}

function sliceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset)
}

function textOf(node: Nodes, source: string, prefix = ''): string {
  if (isTag(node, source)) return sliceOf(node, source)
  const inner = (joint: string, before = prefix): string =>
    'children' in node ? node.children.map((child) => textOf(child, source, before)).join(joint) : ''
  switch (node.type) {
    case 'root':
      return inner('\n\n')
    case 'text':
    case 'inlineCode':
      return node.value.replaceAll('\n', `\n${prefix}`)
    case 'break':
      return `\n${prefix}`
    case 'link':
      return inner('') === node.url.replace(/^mailto:/, '') ? inner('') : `${inner('')} (${node.url})`
    case 'list':
      return inner('\n')
    case 'listItem':
      return `- ${inner('\n')}`
    case 'blockquote':
      return `> ${inner('\n>\n> ', `${prefix}> `)}`
    default:
      return inner('')
  }
}

function htmlOf(node: Nodes | Root, source: string): string {
  if (isTag(node, source)) return escaped(sliceOf(node, source))
  const inner = (): string => ('children' in node ? node.children.map((child) => htmlOf(child, source)).join('') : '')
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return escaped(node.value).replaceAll('\n', '<br>\n')
    case 'break':
      return '<br>\n'
    case 'link':
      return `<a href="${escaped(node.url)}">${inner()}</a>`
    default:
      return elements[node.type] ? `<${elements[node.type]}>${inner()}</${elements[node.type]}>` : inner()
  }
}

const elements: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h2',
  strong: 'b',
  emphasis: 'i',
  list: 'ul',
  listItem: 'li',
  blockquote: 'blockquote'
}

/** Some characters that need no entity get one, so that spans are seen to hold over them. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '’': '&rsquo;',
    é: '&#233;',
    '–': '&#x2013;'
  }
  return text.replace(/[&<>"’é–]/g, (character) => entities[character] ?? character)
}

function page(headers: Headers, body: string): string {
  const lang = headers.find(([name]) => name === 'lang')?.[1]
  const own = headers.filter(([name]) => name !== 'lang').map(([name, value]) => `${name}: ${value}\n`)
  const comment = own.length > 0 ? `<!--\n${own.join('')}-->\n` : ''
  return `${comment}<html${lang ? ` lang="${lang}"` : ''}>\n<head></head>\n<body>\n${body}\n</body>\n</html>\n`
}
