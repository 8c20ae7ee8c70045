import type {Span} from '../../tree/index.js'

/** An attribute as it stands in the source, with the offsets of the whole and of its value without quotes. */
export interface Attribute extends Span {
  readonly raw: string
  readonly valueStart: number
}

/** The attributes of an opening tag by their names in lower case; of one given twice the first, as in HTML. */
export function readAttributes(source: string, open: Span): Map<string, Attribute> {
  const found = new Map<string, Attribute>()
  const tag = source.slice(open.start, open.end)
  const name = /^<[^\s/>]+/.exec(tag)
  if (!name) return found
  for (const match of tag.slice(name[0].length).matchAll(attribute)) {
    const start = open.start + name[0].length + match.index
    const end = start + match[0].length
    const key = (match[1] as string).toLowerCase()
    const quoted = match[2] ?? match[3]
    const raw = quoted ?? match[4] ?? ''
    if (!found.has(key))
      found.set(key, {start, end, raw, valueStart: end - raw.length - (quoted === undefined ? 0 : 1)})
  }
  return found
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g
