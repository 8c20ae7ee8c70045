import {pictureOf} from './printable.js'

// Characters that no XML 1.0 document may hold, not even as references: https://www.w3.org/TR/xml/#charsets
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu

// White space in an attribute is folded unless it is a reference, and a carriage return is lost everywhere.
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An opening tag without its end: the caller adds `>` or `/>`. */
export function startTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`
  )
  return `<${name}${written.join('')}`
}

export function xmlText(text: string): string {
  return escaped(text, /[&<>\r]/g)
}

function escaped(text: string, special: RegExp): string {
  return text.replace(forbidden, pictureOf).replace(special, (character) => references[character] ?? character)
}
