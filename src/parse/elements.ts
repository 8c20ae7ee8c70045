import type {Element} from 'hast'
import type {Span} from '../tree/index.js'

/** Whether a mail program does not show the element: `hidden`, or one of the ways mails hide their preheader. */
export function isHidden(element: Element): boolean {
  const {hidden, style} = element.properties
  if (hidden !== undefined && hidden !== null && hidden !== false) return true
  return typeof style === 'string' && style.split(';').some(hides)
}

/** What hides an element, by property. */
const hiding = new Map([
  ['display', /^none/i],
  ['visibility', /^hidden/i],
  ['mso-hide', /^all/i],
  ['font-size', /^0(?:px|pt|em)?$/i],
  ['max-height', /^0/]
])

function hides(declaration: string): boolean {
  const colon = declaration.indexOf(':')
  const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
  return hiding.get(property)?.test(declaration.slice(colon + 1).trim()) ?? false
}

export function boldOf(element: Element): boolean {
  if (element.tagName === 'b' || element.tagName === 'strong') return true
  const {style} = element.properties
  return typeof style === 'string' && /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i.test(style)
}

/** A size in pixels from the attribute or from the style. */
export function pixels(element: Element, side: 'width' | 'height'): number | undefined {
  const own = Number.parseFloat(String(element.properties[side] ?? ''))
  if (Number.isFinite(own)) return own
  const style = String(element.properties.style ?? '')
  const found = (side === 'width' ? /(?:^|;)\s*width\s*:\s*(\d{1,5})px/i : /(?:^|;)\s*height\s*:\s*(\d{1,5})px/i).exec(
    style
  )
  return found?.[1] === undefined ? undefined : Number(found[1])
}

/** From `<` to the `>` that ends the opening tag; quoted attribute values may hold a `>`. */
export function openingTag(element: Element, source: string): Span {
  const start = element.position?.start.offset ?? 0
  const limit = element.position?.end.offset ?? start
  let quote = ''
  for (let at = start; at < limit; at++) {
    const char = source[at] as string
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return {start, end: at + 1}
  }
  return {start, end: limit}
}
