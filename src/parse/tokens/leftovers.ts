import {once} from '../../once.js'
import type {Span, Token} from '../../tree/index.js'
import {makeToken, spanAt} from './make-token.js'
import {greetings, looseGreetings, numberedEvents, titles} from './vocabulary.js'

const anyOf = (phrases: readonly string[]) =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '[ \\t\\u200c]')

const LINE = '(?<=^|[\\n>]|subject:[ \\t]{0,9}["\']?)[ \\t]{0,20}'
const greeted = () => anyOf([...greetings(), ...titles()])

/** What a placeholder without brackets looks like. Most drafts hold no cue, and a cue costs far less to look for. */
interface Shape {
  readonly name: string
  readonly cue: RegExp
  readonly pattern: () => RegExp
}

const SHAPES: readonly Shape[] = [
  {
    name: 'x',
    cue: /XX/g,
    pattern: once(
      () =>
        new RegExp(
          `(?<![A-Za-z0-9_/.&?=-])(?:X{4,}|X{2,}(?=\\p{Script=Han})|XXX(?![ \\t](?:${numberedEvents.replaceAll(' ', '|')})(?!\\p{L})))(?:-X{2,4}){0,3}(?![A-Za-z0-9_])`,
          'giu'
        )
    )
  },
  {name: 'blank', cue: /___/g, pattern: () => /(?<![\w*_\\-])_{3,}(?![\w*_])/g},
  {name: 'dummy-text', cue: /lorem/gi, pattern: () => /\blorem ipsum\b/gi},
  {
    // In capitals TODO is also Spanish and Portuguese for `everything`.
    name: 'to-do',
    cue: /TBD|TODO/g,
    pattern: () => /(?<![\p{L}\p{N}_])(?:TBD|(?<!\p{Lu}{2} )TODO(?! \p{Lu}{2}))(?![\p{L}\p{N}_])/gu
  },
  {
    name: 'field-name',
    cue: /NAME|_name|[ty]Name/g,
    pattern: () =>
      /(?=[FLCflc])(?<![\w@/.{%|$&?=-])(?:[FL]NAME|(?:FIRST|LAST|FULL|COMPANY)_?NAME|(?:first|last|full|company)_name|(?:first|last|company)Name)(?![\w}%|@.-])/g
  }
]

/** A greeting whose name fell out: the comma stands alone, or the value was nothing that a person is called. */
const EMPTY_SLOTS: readonly Shape[] = [
  {
    cue: /[ \t][,،，!]/g,
    pattern: once(
      () => new RegExp(`${LINE}((?:(?:${greeted()})[ \\t]?/[ \\t]?)?(?:${greeted()})\\.?[ \\t]{1,9}[,،，!])`, 'giu')
    )
  },
  {
    cue: /[ \t]{2}[,،!]/g,
    pattern: once(() => new RegExp(`${LINE}((?:${anyOf(looseGreetings)})[ \\t]{2,9}[,،!])`, 'gu'))
  },
  {cue: /尊敬的[,，:：]/g, pattern: once(() => new RegExp(`${LINE}(尊敬的[,，:：])`, 'gu'))},
  {
    cue: /dear.{0,5}[,:]/gi,
    pattern: once(
      () => new RegExp(`${LINE}((?:dear|dear mr|dear mrs|dear ms)\\.?[,:])(?=[ \\t]{0,9}(?:\\r?\\n|<|$))`, 'giu')
    )
  },
  {
    cue: /[ \t](?:null|undefined|none|#?n\/a|nan|\(blank\))(?!\w)/gi,
    pattern: once(
      () =>
        new RegExp(
          `${LINE}((?:${greeted()})[ \\t](?:null|undefined|none|nan|#?n/a|\\(blank\\)))(?=[ \\t]{0,3}(?:[,،，!.:<]|\\r?\\n|$))`,
          'giu'
        )
    )
  }
].map((slot) => ({...slot, name: 'empty-slot'}))

/** Placeholders that no bracket marks. `taken` holds the places where they mean nothing. */
export function findLeftovers(source: string, taken: (offset: number) => Span | undefined): Token[] {
  const tokens: Token[] = []
  for (const {name, cue, pattern} of [...SHAPES, ...EMPTY_SLOTS]) {
    for (const line of linesWith(cue, source)) {
      for (const found of source.slice(line.start, line.end).matchAll(pattern())) {
        const raw = found[1] ?? found[0]
        const end = line.start + found.index + found[0].length
        const start = end - raw.length
        if (taken(start) || taken(end - 1) || isProse(name, raw, source, start)) continue
        tokens.push(makeToken(source, 'leftover', name, {start, end}))
      }
    }
  }
  return withoutOverlap(tokens)
}

/** The lines that a cue stands in, with their line ends. */
function linesWith(cue: RegExp, source: string): Span[] {
  const lines: Span[] = []
  cue.lastIndex = 0
  for (let found = cue.exec(source); found; found = cue.exec(source)) {
    const start = source.lastIndexOf('\n', found.index) + 1
    const end = source.indexOf('\n', found.index) + 1 || source.length
    lines.push({start, end})
    cue.lastIndex = end
  }
  return lines
}

function isProse(shape: string, raw: string, source: string, start: number): boolean {
  return (shape === 'x' && raw !== raw.toUpperCase()) || (shape === 'blank' && isRule(source, start, raw.length))
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
