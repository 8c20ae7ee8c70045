import {pictureOf} from '../shared/printable.js'

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

// Beside what a page may not hold: embeddings and overrides, which turn the order of what stands around them.
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
const unshown = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Text of a draft, a path or a message as it may stand anywhere in the page, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(unshown, pictureOf)
    .replace(/[&<>"']/g, (character) => references[character] ?? character)
}
