import type {Span, Token} from '../../tree/index.js'
import {makeToken, spanAt} from './make-token.js'
import {greetings, looseGreetings, numberedEvents, titles} from './vocabulary.js'

const anyOf = (phrases: readonly string[]) =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '[ \\t]')

const LINE = '(?<=^|[\\n>]|subject:[ \\t]{0,9}["\']?)[ \\t]{0,20}'
const GREETED = anyOf([...greetings, ...titles])

/** A greeting whose name fell out: the comma stands alone, or the value was nothing that a person is called. */
const EMPTY_SLOTS = [
  new RegExp(`${LINE}((?:${GREETED})[ \\t]{1,9}[,،，!](?![ \\t]{0,3}\\d))`, 'giu'),
  new RegExp(`${LINE}((?:${anyOf(looseGreetings)})[ \\t]{2,9}[,،!])`, 'gu'),
  new RegExp(`${LINE}((?:dear|dear mr|dear mrs|dear ms)\\.?[,:])(?=[ \\t]{0,9}(?:\\r?\\n|<|$))`, 'giu'),
  new RegExp(`${LINE}((?:${GREETED})[ \\t](?:null|undefined|none|nan|n/a|#n/a|\\(blank\\)))(?![\\p{L}\\p{N}])`, 'giu')
]

const PLAIN = '(?<![\\w@/.{%|$&?=-])'
const DUMMIES: readonly (readonly [shape: string, pattern: RegExp])[] = [
  [
    'x',
    new RegExp(
      `(?<![A-Za-z0-9_/.&?=-])(?:X{4,}|XXX(?![ \\t](?:${numberedEvents.replaceAll(' ', '|')})(?!\\p{L})))(?:-X{2,4}){0,3}(?![A-Za-z0-9_])`,
      'giu'
    )
  ],
  ['blank', /(?<![\w*_\\-])_{3,}(?![\w*_])/g],
  ['dummy-text', /\blorem ipsum\b/gi],
  // In capitals TODO is also Spanish and Portuguese for `everything`.
  ['to-do', /(?<![\p{L}\p{N}_])(?:TBD|(?<!\p{Lu}{2} )TODO(?! \p{Lu}{2}))(?![\p{L}\p{N}_])/gu],
  [
    'field-name',
    new RegExp(
      `${PLAIN}(?:[FL]NAME|(?:FIRST|LAST|FULL|COMPANY)_?NAME|(?:first|last|full|company)_name|(?:first|last|company)Name)(?![\\w}%|@.-])`,
      'gu'
    )
  ]
]

/** Placeholders that no bracket marks. `taken` holds the places where they mean nothing. */
export function findLeftovers(source: string, taken: (offset: number) => Span | undefined): Token[] {
  const tokens: Token[] = []
  const add = (shape: string, start: number, end: number) => {
    if (!taken(start) && !taken(end - 1)) tokens.push(makeToken(source, 'leftover', shape, {start, end}))
  }
  for (const [shape, pattern] of DUMMIES) {
    for (const found of source.matchAll(pattern)) {
      if (shape === 'x' && found[0] !== found[0].toUpperCase()) continue
      if (shape === 'blank' && isRule(source, found.index, found[0].length)) continue
      add(shape, found.index, found.index + found[0].length)
    }
  }
  for (const pattern of EMPTY_SLOTS) {
    for (const found of source.matchAll(pattern)) {
      const end = found.index + found[0].length
      add('empty-slot', end - (found[1] ?? '').length, end)
    }
  }
  return withoutOverlap(tokens)
}

/** A line of nothing but strokes parts sections; it waits for no word. */
function isRule(source: string, at: number, length: number): boolean {
  const before = source
    .slice(Math.max(0, at - 200), at)
    .split('\n')
    .at(-1)
  const after = source.slice(at + length, at + length + 200).split('\n')[0]
  return !/[\p{L}\p{N}]/u.test(`${before}${after}`)
}

function withoutOverlap(tokens: Token[]): Token[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Token[] = []
  for (const token of tokens) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token)
  return kept
}

/** Looks a place up in several sorted lists. */
export function lookUp(...lists: readonly (readonly Span[])[]): (offset: number) => Span | undefined {
  return (offset) => {
    for (const list of lists) {
      const span = spanAt(list, offset)
      if (span) return span
    }
    return undefined
  }
}
