import {Memory} from '../../memory.js'
import {isAscii, isCapital, isLetter, isNumber, isOneOf} from '../../tree/letters.js'
import type {Span} from '../../tree/text.js'
import {hostParts} from '../contacts/host-parts.js'
import {FREE_MAIL} from './free-mail.js'
import {persianNameOf} from './persian-domain.js'

const SHORTEST = 3
const LONGEST_LABEL = 63
// Written out: \p{Script=Latin} takes long to compile.
const WORD = /(?:[0-9A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]\p{M}*)+/gu
/** Senders of cold mail register second domains: "getbrand.com", "brandhq.com". */
const ADDED_BEFORE = /^(?:get|try|use|go|join|meet|with|hello|the|team|we)(?=.{4})/
const ADDED_BEHIND = /(?<=.{4})(?:hq|app|group|online|inc|llc|ltd|gmbh|co|corp|company|global|team|mail|web)$/
const FOLDS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th'
}
const UMLAUTS: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe'}

/** What an organisation calls itself in its host or address: the label before the public suffix. */
export function organisationOfDomain(addressOrHost: string): string | undefined {
  const host = addressOrHost
    .slice(addressOrHost.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  const label = host && hostParts(host).domainWithoutSuffix
  return label && !FREE_MAIL.has(label) ? label : undefined
}

/**
 * A company's name in a text, found by its domain's label: words that begin a name spell the label ("Malabar Root Foods",
 * malabarroot), or the label shortens the last of them ("Saltbush Packaging", saltbushpack).
 */
export function matchesName(domainLabel: string, text: string): Span | undefined {
  return matched.of(`${domainLabel}\0${text}`, () => ({span: matchIn(domainLabel, text)})).span
}

const matched = new Memory<{readonly span: Span | undefined}>()

function matchIn(domainLabel: string, text: string): Span | undefined {
  const labels = spelt.of(domainLabel, spellings)
  if (labels.length === 0) return undefined
  const words = [...text.matchAll(WORD)]
  for (let index = 0; index < words.length; index++) {
    const initial = fold(words[index]?.[0].charAt(0) ?? '').charAt(0)
    for (const label of labels) {
      if (!label.startsWith(initial)) continue
      const span = nameAt(text, words, index, label)
      if (span) return span
    }
  }
  return labels
    .map((label) => persianNameOf(label, text, !isHalf(label, domainLabel)))
    .find((span) => span !== undefined)
}

/** A part of a domain with hyphens, as a word in Persian letters: "asal-dena", «زنبورداری دنا». */
export function partOfName(domainLabel: string, text: string): Span | undefined {
  const parts = domainLabel.toLowerCase().slice(0, LONGEST_LABEL).split('-')
  if (parts.length === 1) return undefined
  return parts.map((part) => persianNameOf(part, text)).find((span) => span !== undefined)
}

function isHalf(label: string, domainLabel: string): boolean {
  return domainLabel.toLowerCase().startsWith(`${label}-`)
}

const spelt = new Memory<readonly string[]>(1 << 14)

function spellings(domainLabel: string): string[] {
  const label = domainLabel.toLowerCase().slice(0, LONGEST_LABEL)
  const joined = fold(label).replace(/[^a-z0-9]/g, '')
  const first = label.split('-')[0] ?? ''
  const all = [
    joined,
    joined.replace(ADDED_BEFORE, ''),
    joined.replace(ADDED_BEHIND, ''),
    first.length > 4 ? first : joined
  ]
  return [...new Set(all)].filter((spelling) => spelling.length >= SHORTEST)
}

function nameAt(text: string, words: RegExpExecArray[], from: number, label: string): Span | undefined {
  const start = words[from]?.index ?? 0
  let spelt = ''
  for (let index = from; index < words.length; index++) {
    const word = words[index]
    if (!word || (index > from && !isJoined(text, words[index - 1], word))) return undefined
    const left = label.slice(spelt.length)
    const folded = [fold(word[0]), fold(umlauts(word[0]))].find(
      (form) => left.startsWith(form) || shortened(form, left, spelt)
    )
    if (folded === undefined) return undefined
    const end = word.index + word[0].length
    if (folded.length >= left.length - (left === `${folded}s` && spelt !== '' ? 1 : 0))
      return isName(text, start, end) ? {start, end} : undefined
    spelt += folded
  }
  return undefined
}

/** The label may cut the last word short, after a first word in full. */
function shortened(word: string, left: string, spelt: string): boolean {
  if (spelt.length < SHORTEST || left.length < SHORTEST) return false
  return word.startsWith(left) || left === `${word}s`
}

function isJoined(text: string, previous: RegExpExecArray | undefined, word: RegExpExecArray): boolean {
  const between = text.slice(previous ? previous.index + previous[0].length : 0, word.index)
  return /^(?: ?[&+] ?|['’.-]| )$/.test(between)
}

/** Written as a name, and no piece of an address or link. */
function isName(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.slice(end, end + 2)
  const written = [...text.slice(start, end)].some((character) => isCapital(character) || isNumber(character))
  return written && !isOneOf(before, '@/.') && !isInWord(before) && !goesOn(after)
}

function goesOn(after: string): boolean {
  const first = after.charAt(0)
  return isOneOf(first, '@/') || isInWord(first) || (first === '.' && isLetter(after.charAt(1)))
}

function isInWord(character: string): boolean {
  return isLetter(character) || isNumber(character)
}

function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıßøæœłđðþ]/g, (letter) => FOLDS[letter] ?? letter)
}

function umlauts(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => UMLAUTS[letter] ?? letter)
}
