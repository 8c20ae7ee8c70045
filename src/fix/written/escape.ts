import type {BodyContent} from './content.js'

/** A line of plain words as the markup writes it, so that the reader sees just these words. */
export function escaped(line: string, markup: BodyContent['markup']): string {
  if (markup === 'html') return line.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
  return markup === 'markdown' ? inMarkdown(line) : line
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'}

/** https://spec.commonmark.org/0.31.2/#backslash-escapes: only where the sign would mean something. */
function inMarkdown(line: string): string {
  return line
    .replace(/[\\`*<[\]]|~~|&(?=#?\w{1,31};)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|=+\s*$|-+\s*$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^\s+/, '')
}
