import {LinkifyIt} from 'linkify-it'
import {Memory} from '../../memory.js'
import type {Span} from '../../tree/text.js'
import {hostParts} from './host-parts.js'

export interface FoundLink extends Span {
  readonly href: string
}

// Its pattern for mail addresses takes longer to compile than a draft to judge; ours are checked like its sites.
// Any word can be a top-level domain for it; tldts then asks the public suffix list.
function siteFinder(): LinkifyIt {
  const finder = new LinkifyIt({fuzzyLink: true, fuzzyEmail: false, tlds: ['[a-z]{2,24}'], maxLength: 2000})
  finder.add('//', null)
  return finder.add('mailto:', null)
}

let sites: LinkifyIt | undefined

const MAIL_ADDRESS =
  /(?<![A-Za-z0-9._%+])[A-Za-z0-9\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F._%+'-]{0,62}[A-Za-z0-9\u00C0-\u024F_-])?@(?:[A-Za-z0-9\u00A1-\u1FFF-]{1,63}\.){1,6}[A-Za-z\u00A1-\u1FFF]{2,24}/g

/** RFC 2606 keeps these for documentation: templates and samples use them. */
const RESERVED = new Set(['example', 'test', 'invalid'])
/** Ends of file names that are top-level domains too. */
const FILE_ENDS = /\.(?:md|py|rs|sh|pl|zip|mov|cc|ps|ai|id|so|js|ts)$/i
const SENTENCE_JOIN = /[a-z]\.[A-Z][a-z]+$/

/** A line without one of these has no link; linkify-it costs much in scripts other than Latin. */
const MAY_BE_SITE = /:\/\/|[a-zA-Z0-9-]\.[a-zA-Z]{2}/
/** The same or an `@`, and quick to look for in a whole text: each alternative begins with one sign. */
const MAY_BE_LINK = /@|:\/\/|\.(?<=[a-zA-Z0-9-]\.)[a-zA-Z]{2}/g

/** Bare URLs and e-mail addresses (`mailto:` in the href) in the order of the text. */
export function findLinks(text: string): FoundLink[] {
  const links: FoundLink[] = []
  MAY_BE_LINK.lastIndex = 0
  for (let found = MAY_BE_LINK.exec(text); found; found = MAY_BE_LINK.exec(text)) {
    const start = text.lastIndexOf('\n', found.index) + 1
    const lineEnd = text.indexOf('\n', found.index)
    const end = lineEnd < 0 ? text.length : lineEnd
    for (const link of remembered.of(text.slice(start, end), linksOfLine))
      links.push({start: start + link.start, end: start + link.end, href: link.href})
    MAY_BE_LINK.lastIndex = end
  }
  return links
}

const remembered = new Memory<readonly FoundLink[]>()

function linksOfLine(line: string): FoundLink[] {
  const mails = [...line.matchAll(MAIL_ADDRESS)].filter(([raw]) => isSite(raw.slice(raw.indexOf('@') + 1)))
  const links: FoundLink[] = mails.map(({0: raw, index}) => ({
    start: index,
    end: index + raw.length,
    href: `mailto:${raw}`
  }))
  const rest = line.replace(MAIL_ADDRESS, (raw) => ' '.repeat(raw.length))
  if (!MAY_BE_SITE.test(rest)) return links
  sites ??= siteFinder()
  for (const link of sites.match(rest) ?? [])
    if (link.schema !== '' || isSite(link.raw)) links.push({start: link.index, end: link.lastIndex, href: link.url})
  return links.sort((a, b) => a.start - b.start)
}

function isSite(raw: string): boolean {
  const host = raw.split(/[/?#:]/, 1)[0] ?? ''
  if (SENTENCE_JOIN.test(host) || (host === raw && FILE_ENDS.test(host) && !host.startsWith('www.'))) return false
  const known = hostParts(host)
  if (known.domain === null) return false
  return known.isIcann === true || RESERVED.has(known.publicSuffix ?? '')
}
