import {LinkifyIt} from 'linkify-it'
import {parse} from 'tldts'
import type {Span} from '../../tree/text.js'

export interface FoundLink extends Span {
  readonly href: string
}

// Any word can be a top-level domain for linkify-it; tldts then asks the public suffix list.
const linkify = new LinkifyIt({fuzzyLink: true, tlds: ['[a-z]{2,24}'], maxLength: 2000})
linkify.add('//', null)

/** RFC 2606 keeps these for documentation: templates and samples use them. */
const RESERVED = new Set(['example', 'test', 'invalid'])
/** Ends of file names that are top-level domains too. */
const FILE_ENDS = /\.(?:md|py|rs|sh|pl|zip|mov|cc|ps|ai|id|so|js|ts)$/i
const SENTENCE_JOIN = /[a-z]\.[A-Z][a-z]+$/

/** Bare URLs and e-mail addresses (`mailto:` in the href) in the order of the text. */
export function findLinks(text: string): FoundLink[] {
  if (!/[@.]\S/.test(text)) return []
  const links = (linkify.match(text) ?? []).map((match) => ({
    start: match.index,
    end: match.lastIndex,
    href: match.url,
    raw: match.raw,
    fuzzy: match.schema === ''
  }))
  return links.filter((link) => !link.fuzzy || isSite(link.raw)).map(({start, end, href}) => ({start, end, href}))
}

function isSite(raw: string): boolean {
  const host = raw.split(/[/?#:]/, 1)[0] ?? ''
  if (SENTENCE_JOIN.test(host) || (host === raw && FILE_ENDS.test(host) && !host.startsWith('www.'))) return false
  const known = parse(host)
  if (known.domain === null) return false
  return known.isIcann === true || RESERVED.has(known.publicSuffix ?? '')
}
