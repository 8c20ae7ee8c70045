// Embeddings, overrides and isolates would turn the order of everything after them on the line.
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const tab = '    '

/**
 * A draft's text made safe for a terminal: escape sequences in it must not colour, move or hide what stands around
 * them. Every character keeps its place, a tab takes four columns.
 */
export function printable(text: string): string {
  if (!unprintable.test(text)) return text
  return text
    .replaceAll('\t', tab)
    .replace(/\p{Cc}/gu, pictureOf)
    .replace(bidiControls, '\ufffd')
}

/** Control characters have pictures; what has none becomes the sign for an unknown character. */
export function pictureOf(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}
