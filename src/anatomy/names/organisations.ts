import {Memory} from '../../memory.js'
import {hasLetter} from '../../tree/letters.js'
import type {Span} from '../../tree/text.js'
import {JOB_WORDS} from './job-words.js'
import {FORMS_BEFORE, FORMS_BEHIND, HAN_FORMS} from './legal-forms.js'
import {
  INNER_WORDS,
  KINDS_BEFORE_OF,
  KINDS_BEHIND,
  LEADING_WORDS,
  STOP_WORDS_FA,
  STRONG_KINDS_FA,
  WEAK_KINDS_FA
} from './organisation-words.js'

export interface NameMatch extends Span {
  readonly value: string
}

// Plain ranges instead of \p{L} where a pattern repeats: Unicode classes make it slow to compile.
const ENDS = `(?=[\\s,.;:|·/()»”"'’!?–—-]|$)`
const BEGINS = '(?<![^\\s(«|·/,:–—-])'
const LEGAL_FORM = new RegExp(`(?<=[^\\s] |, ?)(?:${FORMS_BEHIND.join('|')})${ENDS}`, 'g')
const BETWEEN_FORMS = /^(?:,? ?| & | ve | ?\/ )$/
const PREFIX = new RegExp(`${BEGINS}(?:${FORMS_BEFORE.join('|')}|(?:${KINDS_BEFORE_OF}) of) (?=\\S)`, 'g')
const QUOTED = /^[«„“"][^«»„“”"\n]{2,50}[»“”"]/
const CAPITAL_WORDS = /^\p{Lu}[^\s,;:|·/()«»"]{0,40}(?: \p{Lu}[^\s,;:|·/()«»"]{0,40})*/u
const HAN = new RegExp(
  `(?:${HAN_FORMS}[\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hangul}ー]{2,20}|[\\p{sc=Han}\\p{sc=Katakana}ー]{2,20}?${HAN_FORMS})`,
  'gu'
)
const KIND_WORD = new RegExp(
  `(?<=[^\\s] )[A-Z][a-zA-Z\\u00c0-\\u024f-]{2,20}(?: of [A-Z][a-zA-Z\\u00c0-\\u024f-]{1,30})?${ENDS}`,
  'g'
)
const KIND_FA = new RegExp(`(?<![\\u0590-\\u06ff\\u200c])(?:(${STRONG_KINDS_FA})|(?:${WEAK_KINDS_FA})) (?=\\S)`, 'g')
const QUOTED_FA = /^[«"“][^«»"“”\n]{2,50}[»"”]/u
const WORD_FA = /^([\p{L}\p{M}\p{N}\u200c-]{1,30})([^\p{L}\p{M}\p{N}\u200c-]|$)/u
/** Verb forms, and nouns that say what a sender does (`…کننده`): both end a name. */
const VERB_FA = /^ن?می‌|^(?:کرده|شده|بوده|داشته)|(?:کننده|دهنده|‌اید|‌ایم|‌اند|‌ام)$/
const REACH = 90

/** Names that show themselves by a legal form or a kind word, in the order of the text. */
export function findOrganisations(text: string): readonly NameMatch[] {
  return remembered.of(text, organisationsIn)
}

const remembered = new Memory<readonly NameMatch[]>()

function organisationsIn(text: string): NameMatch[] {
  const found = [
    ...withLegalForm(text),
    ...behindPrefix(text),
    ...(/[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? spans(text, HAN) : []),
    ...withKindWord(text),
    ...persian(text)
  ]
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return sorted.flatMap((span) => {
    if (span.start < end) return []
    end = span.end
    return [{value: text.slice(span.start, span.end), ...span}]
  })
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({start: match.index, end: match.index + match[0].length}))
}

function withLegalForm(text: string): Span[] {
  const chains: Span[] = []
  for (const form of spans(text, LEGAL_FORM)) {
    const last = chains.at(-1)
    const joined =
      last !== undefined && form.start - last.end < 5 && BETWEEN_FORMS.test(text.slice(last.end, form.start))
    if (joined) chains[chains.length - 1] = {start: last.start, end: form.end}
    else chains.push(form)
  }
  return chains.flatMap(({start, end}) => {
    const name = nameBefore(text, start) ?? partBefore(text, start)
    return name === undefined ? [] : [{start: name, end}]
  })
}

function behindPrefix(text: string): Span[] {
  return spans(text, PREFIX).flatMap(({start, end}) => {
    const rest = text.slice(end, end + REACH)
    const name = QUOTED.exec(rest)?.[0] ?? CAPITAL_WORDS.exec(rest)?.[0].split(' ', 4).join(' ').replace(/\.$/, '')
    return name ? [{start, end: end + name.length}] : []
  })
}

function withKindWord(text: string): Span[] {
  return spans(text, KIND_WORD).flatMap(({start, end}) => {
    if (!KINDS_BEHIND.has(text.slice(start, end).split(' ', 1)[0]?.toLowerCase() ?? '')) return []
    const name = nameBefore(text, start)
    if (name === undefined) return []
    const words = text.slice(name, start).toLowerCase().split(' ')
    return words.some((word) => JOB_WORDS.has(word)) ? [] : [{start: name, end}]
  })
}

/** Where the capitalised words that end before `at` begin. */
function nameBefore(text: string, at: number): number | undefined {
  const window = text.slice(Math.max(0, at - REACH), at)
  const line = window.slice(window.lastIndexOf('\n') + 1).replace(/,? ?$/, '')
  const base = at - (window.length - (window.lastIndexOf('\n') + 1))
  const words = [...line.matchAll(/[^ \t|·•/(«„“"]+/g)]
  let first: number | undefined
  for (let index = words.length - 1; index >= Math.max(0, words.length - 7); index--) {
    const word = words[index]
    if (!word || (index < words.length - 1 && !isJoined(line, word, words[index + 1]?.index ?? 0))) break
    if (/^[\p{Lu}\p{N}\p{Lt}]/u.test(word[0]) && !LEADING_WORDS.has(word[0].toLowerCase())) first = word.index
    else if (first === undefined || !INNER_WORDS.has(word[0])) break
  }
  const name = first === undefined ? '' : line.slice(first)
  return first !== undefined && hasLetter(name) ? base + first : undefined
}

/** A part of a line that is a name though only its first word has a capital: "Tipografija novi list d.o.o." */
function partBefore(text: string, at: number): number | undefined {
  const part = /(?:^|[\n,|·•/] ?)(\p{Lu}[\p{L}\p{N}&'’.-]{1,30}(?: [\p{L}\p{N}&'’.-]{1,30}){1,3}),? ?$/u.exec(
    text.slice(Math.max(0, at - REACH), at)
  )
  const name = part?.[1]
  if (!part || !name || LEADING_WORDS.has(name.split(' ', 1)[0]?.toLowerCase() ?? '')) return undefined
  return at - part[0].length + part[0].indexOf(name)
}

/** Only a space between the words, and no end of a sentence or of a part: "St. Gallen" but not "… it. Fjord". */
function isJoined(line: string, word: RegExpExecArray, next: number): boolean {
  const between = line.slice(word.index + word[0].length, next)
  return /^ +$/.test(between) && !/[,;:!?]$|\p{L}{5}\.$|^[–—-]$/u.test(word[0])
}

function persian(text: string): Span[] {
  return [...text.matchAll(KIND_FA)].flatMap((match) => {
    const start = match.index
    const rest = start + match[0].length
    const quoted = QUOTED_FA.exec(text.slice(rest, rest + 60))
    if (quoted) return [{start, end: rest + quoted[0].length}]
    const words = text.slice(Math.max(0, start - 12), start).trimEnd()
    const before = words.split(/[^\p{L}\p{M}\u200c]/u).at(-1) ?? ''
    const lead = text.slice(Math.max(0, start - 4), start)
    const mark = lead.trimEnd()
    const beginsPart = mark === '' || /[،,|·/—–(:-]$/.test(mark) || lead.slice(mark.length).includes('\n')
    if (/^(?:این|آن|هر|یک|چند|کدام|همین|همان|هیچ)$/.test(before) || (!match[1] && !beginsPart)) return []
    const end = endOfPersianName(text, rest, !match[1])
    return end === undefined ? [] : [{start, end}]
  })
}

/** @param whole a weak kind word makes a name only where the name ends its part of the line */
function endOfPersianName(text: string, from: number, whole: boolean): number | undefined {
  let at = from
  for (let count = 0; count < 5; count++) {
    const word = WORD_FA.exec(text.slice(at, at + 32))
    if (!word?.[1] || STOP_WORDS_FA.has(word[1]) || VERB_FA.test(word[1]))
      return whole || at === from ? undefined : at - 1
    at += word[1].length
    if (word[2] !== ' ') return at
    at += 1
  }
  return whole ? undefined : at - 1
}
