import {knownFormat} from './format-of.js'
import type {Format} from './tree/index.js'

export type Judgement = {readonly draft: true} | {readonly draft: false; readonly why: string}

/** Files above this are no mail: the largest providers refuse 25 MB with all attachments. */
export const defaultMaxFileSize = 10_000_000

/** A draft says what it is near its beginning; a web page says so in its head. */
const headLength = 64_000

export const otherEnding = 'its ending is none that drafts have'

const draft: Judgement = {draft: true}

/** Adding a format means to say here by what its drafts are known. */
const judges: Readonly<Record<Format, (head: string) => Judgement>> = {
  eml: () => draft,
  markdown: (head) => (hasMailFrontMatter(head) ? draft : no('its front matter has no subject, from or to')),
  text: (head) => (beginsWithHeaderLines(head) ? draft : no('it does not begin with header lines such as Subject:')),
  html: judgeHtml
}

/** Whether a file that nobody named is a draft of a mail, judged by its name and its text. */
export function judgeDraft(file: string, text: string): Judgement {
  const format = formatByName(file)
  return format ? judgeText(format, text) : no(otherEnding)
}

/** As `judgeDraft`, for a text whose format is known otherwise. */
export function judgeText(format: Format, text: string): Judgement {
  return judges[format](text.slice(0, headLength).replace(/^\uFEFF/, ''))
}

/** The format of a file that may be a draft; files with other endings are never opened unless they are named. */
export function formatByName(file: string): Format | undefined {
  return knownFormat(/(?<=[^/\\])\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? '')
}

function no(why: string): Judgement {
  return {draft: false, why}
}

function hasMailFrontMatter(head: string): boolean {
  if (!/^---[ \t]*\r?\n/.test(head)) return false
  const close = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head)
  const yaml = head.slice(3, close?.index ?? 2000)
  return /^["']?(?:subject|from|to)["']?[ \t]*:/im.test(yaml)
}

/** The header lines must reach an empty line or the end: "To: do" over a list of errands is no mail. */
function beginsWithHeaderLines(head: string): boolean {
  const [block = ''] = head.split(/\r?\n[ \t]*\r?\n/, 1)
  const lines = block.trimEnd().split(/\r?\n/)
  return lines.some(isMailHeader) && lines.every((line, i) => isHeader(line) || (i > 0 && /^[ \t]/.test(line)))
}

function isMailHeader(line: string): boolean {
  return /^(?:subject|from|to)[ \t]*:/i.test(line)
}

function isHeader(line: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:/.test(line)
}

/** What a mail has and a page has not: header lines in a comment, markup for mail programs. */
const mailSigns = [/<!--[^>]{0,200}\bsubject[ \t]*:/i, /<!--\s?\[if (?:\(?[gl]te? )?mso/i, /\bpreheader\b/i]

/** What a page needs and mail programs drop, each with the words for the user. */
const pageSigns: readonly (readonly [RegExp, string])[] = [
  [/<nav[\s>]/i, 'a <nav> element'],
  [/<script\b[^>]{0,500}\bsrc\s*=/i, 'a script file'],
  [/<script(?![^>]{0,500}\bapplication\/ld\+json)[\s>]/i, 'a script'],
  // Mail templates do link web fonts.
  [/<link\b(?=[^>]{0,500}\brel\s{0,9}=\s{0,9}["']?stylesheet)(?![^>]{0,500}\bfont)/i, 'a linked style sheet'],
  [
    /<link\b[^>]{0,500}\brel\s{0,9}=\s{0,9}["']?(?:canonical|manifest|modulepreload|(?:shortcut )?icon)\b/i,
    'a page link in its head'
  ],
  [
    /<meta\b[^>]{0,500}\b(?:property\s{0,9}=\s{0,9}["']?og:|name\s{0,9}=\s{0,9}["']?(?:twitter:|description|generator|robots|google-site))/i,
    'a description for search engines'
  ],
  [/<(?:template|canvas|iframe|main|aside|slot|dialog)[\s>]/i, 'elements that only pages have'],
  [/\s(?:\*ng[A-Z]|v-(?:if|for|model|bind)\b|x-data\b|ng-app\b|data-react)/, 'markup of a web framework'],
  [/\{%-?\s*(?:extends|block|macro)\b/, 'markup of a web template']
]

function judgeHtml(head: string): Judgement {
  if (hasMailFrontMatter(head) || mailSigns[0]?.test(head)) return draft
  const sign = pageSigns.find(([pattern]) => pattern.test(head))
  if (!sign || mailSigns.some((pattern) => pattern.test(head))) return draft
  return no(`it is a web page: it has ${sign[1]}`)
}
