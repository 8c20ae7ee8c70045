import {LinkifyIt} from 'linkify-it'
import {parse} from 'tldts'
import type {Span} from '../../tree/text.js'

export interface FoundLink extends Span {
  readonly href: string
}

const addresses = new LinkifyIt({maxLength: 2000})
// Any word can be a top-level domain for linkify-it; tldts then asks the public suffix list.
const sites = new LinkifyIt({fuzzyLink: true, tlds: ['[a-z]{2,24}'], maxLength: 2000})
addresses.add('//', null)
sites.add('//', null)

/** RFC 2606 keeps these for documentation: templates and samples use them. */
const RESERVED = new Set(['example', 'test', 'invalid'])
/** Ends of file names that are top-level domains too. */
const FILE_ENDS = /\.(?:md|py|rs|sh|pl|zip|mov|cc|ps|ai|id|so|js|ts)$/i
const SENTENCE_JOIN = /[a-z]\.[A-Z][a-z]+$/

/** A line without one of these has neither link nor address; linkify-it costs much in scripts other than Latin. */
const MAY_LINK = /@|:\/\/|[a-zA-Z0-9-]\.[a-zA-Z]/
/** The patterns for bare sites are slow to compile: they wait for a line that has a dot outside its addresses. */
const MAY_BE_SITE = /[a-zA-Z0-9-]\.[a-zA-Z]{2}/

/** Bare URLs and e-mail addresses (`mailto:` in the href) in the order of the text. */
export function findLinks(text: string): FoundLink[] {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    return MAY_LINK.test(line) ? linksOfLine(line, start) : []
  })
}

function linksOfLine(line: string, at: number): FoundLink[] {
  const linkify = MAY_BE_SITE.test(line.replace(/[^\s@]{0,64}@[^\s@]{0,190}/g, '')) ? sites : addresses
  const links = linkify.match(line) ?? []
  const real = links.filter((link) => link.schema !== '' || isSite(link.raw))
  return real.map((link) => ({start: at + link.index, end: at + link.lastIndex, href: link.url}))
}

function isSite(raw: string): boolean {
  const host = raw.split(/[/?#:]/, 1)[0] ?? ''
  if (SENTENCE_JOIN.test(host) || (host === raw && FILE_ENDS.test(host) && !host.startsWith('www.'))) return false
  const known = parse(host)
  if (known.domain === null) return false
  return known.isIcann === true || RESERVED.has(known.publicSuffix ?? '')
}
