import {type Words, wordFlag} from '../phrases/index.js'
import type {Span} from '../tree/index.js'

/** A word or a sign as a model reads it; offsets count in the text. */
export interface Token extends Span {
  readonly norm: string
  /** A sign or an edge: no runs of characters are read from it. */
  readonly sign: boolean
}

const signs = /[!?:\u2026\u061f]|\p{Emoji_Presentation}/gu
const named: Readonly<Record<string, string>> = {'!': '!', '?': '?', '\u061f': '?', ':': ':', '\u2026': '\u2026'}

/** The words of a stretch with the signs between them and with its two edges. */
export function tokensOf(words: Words, {start, end}: Span): Token[] {
  const tokens: Token[] = [{norm: '^', sign: true, start, end: start}]
  let gapFrom = start
  for (let at = firstWordAt(words, start); at < words.norms.length && (words.starts[at] as number) < end; at++) {
    addSigns(tokens, words.text, gapFrom, words.starts[at] as number)
    tokens.push({
      norm: words.norms[at] as string,
      sign: ((words.flags[at] as number) & wordFlag.tag) > 0,
      start: words.starts[at] as number,
      end: words.ends[at] as number
    })
    gapFrom = Math.max(gapFrom, words.ends[at] as number)
  }
  addSigns(tokens, words.text, gapFrom, end)
  tokens.push({norm: '$', sign: true, start: end, end})
  return tokens
}

function addSigns(tokens: Token[], text: string, from: number, to: number): void {
  if (to - from < 1 || (to - from === 1 && text[from] === ' ')) return
  for (const {0: sign, index} of text.slice(from, to).matchAll(signs)) {
    tokens.push({norm: named[sign] ?? 'emoji', sign: true, start: from + index, end: from + index + sign.length})
  }
}

/** The first word that begins at an offset or after it. */
export function firstWordAt({starts}: Words, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
