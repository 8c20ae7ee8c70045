import {WordMemory} from '../memory.js'
import {isAscii} from '../tree/letters.js'
import {classAt, characterClass as is} from './characters.js'
import type {WordNormaliser} from './types.js'
import {wordFlag} from './word-flags.js'

/** A written word as it is searched for. */
export interface Spelling {
  readonly norms: readonly string[]
  readonly flags: number
  /** One norm and no sign: such a word may belong to its neighbour. */
  readonly plain: boolean
  readonly attachesNext: boolean
}

const known = new WeakMap<WordNormaliser, Spellings>()

export function spellingsOf(normaliser: WordNormaliser): Spellings {
  const found = known.get(normaliser) ?? new Spellings(normaliser)
  known.set(normaliser, found)
  return found
}

export class Spellings {
  private readonly normaliser: WordNormaliser
  private readonly known = new WordMemory<Spelling>()
  private readonly make = (raw: string) => this.read(raw)

  constructor(normaliser: WordNormaliser) {
    this.normaliser = normaliser
  }

  of(raw: string): Spelling {
    return this.known.of(raw, this.make)
  }

  private read(raw: string): Spelling {
    const {core, before, after} = withoutSigns(raw)
    const own = isLink(core) ? [core.toLowerCase()] : this.normaliser.norms(core)
    const norms = before || after ? [before, ...own, after].filter(Boolean) : own
    const plain = norms.length === 1 && own.length === 1
    const attachesNext = plain && this.normaliser.attaches?.(norms[0] as string, undefined) === 'next'
    const flags = joinsParts.test(core) ? flagsOf(raw) | wordFlag.inner : flagsOf(raw)
    return {norms, flags, plain, attachesNext}
  }
}

const joinsParts = /[-\u2010\u2011\u200c]/

/** Currency and percent signs are words of their own that are written with their number. */
function withoutSigns(raw: string): {core: string; before: string; after: string} {
  const before = classAt(raw, 0) === is.currency && raw.length > 1 ? (raw[0] as string) : ''
  const rest = raw.slice(before.length)
  const last = classAt(rest, rest.length - 1)
  if (last !== is.percent && last !== is.currency) return {core: rest.trim(), before, after: ''}
  if (rest.length === 1) return {core: last === is.percent ? '%' : rest, before, after: ''}
  return {core: rest.slice(0, -1).trim(), before, after: last === is.percent ? '%' : (rest.at(-1) as string)}
}

function isLink(word: string): boolean {
  return /@|:\/\/|^www\.|[a-z0-9]\.[a-z]{2,24}(?:$|\/)/i.test(word)
}

function flagsOf(raw: string): number {
  let flags = 0
  const ascii = isAscii(raw)
  if (/\d/.test(raw) || (!ascii && /\p{Nd}/u.test(raw))) flags |= wordFlag.digit
  if (raw.includes('$') || (!ascii && /\p{Sc}/u.test(raw))) flags |= wordFlag.currency
  const lower = raw.toLowerCase()
  if (lower === raw) return flags
  if (raw.length > 1 && raw === raw.toUpperCase()) return flags | wordFlag.allCaps
  return raw[0] === lower[0] ? flags : flags | wordFlag.capitalised
}
