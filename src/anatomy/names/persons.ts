import {Memory} from '../../memory.js'
import {isAscii, narrowing} from '../../tree/letters.js'
import {coveredBy} from '../contacts/covered.js'
import {JOB_WORDS} from './job-words.js'
import {KINDS_BEHIND} from './organisation-words.js'
import {findOrganisations, type NameMatch} from './organisations.js'
import {blocksOf, type Line, type Part} from './person-lines.js'
import {
  CLOSING,
  CONTACT_LABEL,
  FIRM_BEHIND,
  LED_BY,
  NOT_NAME_WORDS,
  PARTICLES,
  SURNAME_WORDS,
  TITLE
} from './person-words.js'

const CASED = narrowing(String.raw`^\p{Lu}[\p{L}\p{M}'\u2019-]+$`, 'u')
const LONGEST_WORD = 25
const LONGEST_INITIAL = 9
const INITIAL = narrowing(String.raw`^\p{Lu}\.(?:-?\p{Lu}\.)?$|^\p{Lu}$`, 'u')
const CASELESS = /^(?!.*\p{N})[\p{sc=Arab}\p{sc=Hebr}\p{M}\u200c'’-]{2,20}$/u
const HAN = /^[\p{sc=Han}]{2,4}$|^[\p{sc=Katakana}・]{3,14}$/u
const LETTERS_BEHIND = narrowing(String.raw` \p{Lu}{2,6}\d?$`, 'u')
const SMALL_LETTER = narrowing(String.raw`\p{Ll}`, 'u')

/** A part of a line and where it stands in its block. */
interface Seat {
  readonly index: number
  readonly place: number
  readonly part: Part
}

interface Surroundings {
  /** The block before ended in a closing. */
  readonly closed: boolean
  /** A block before has named somebody. */
  readonly named: boolean
  readonly mailboxes: string
  readonly taken: (at: number) => boolean
}

/** Names of persons where a signature would have them: by shape, place in the block and what stands beside them. */
export function findPersons(text: string): readonly NameMatch[] {
  return remembered.of(text, personsIn)
}

const remembered = new Memory<readonly NameMatch[]>()

function personsIn(text: string): NameMatch[] {
  const mailboxes = mailboxesOf(text)
  const taken = coveredBy(findOrganisations(text))
  let closed = false
  let named = false
  return blocksOf(text).flatMap((block) => {
    const found = personsOfBlock(block, {closed, named, mailboxes, taken})
    closed = isClosing(block.at(-1))
    named ||= found.length > 0
    return found
  })
}

function personsOfBlock(block: Line[], around: Surroundings): NameMatch[] {
  const found: (NameMatch & {readonly sure: boolean})[] = []
  let first = true
  for (const seat of partsIn(block)) {
    const name = around.taken(seat.part.start) ? undefined : nameIn(seat.part)
    if (!name) continue
    const awaited = first && isAwaited(block, seat, around.closed)
    const written = found.length === 0 && inMailbox(name.value, around.mailboxes)
    const placed = first && seat.place === 0 && !around.named && isSignature(block, seat.index)
    first = false
    const full = name.value.includes(' ') || isHan(name.value)
    const sure = awaited || (full && (written || name.titled || hasRoleBeside(block, seat)))
    if (sure || (full && placed)) found.push({...matchOf(name), sure})
  }
  const known = found.some(({sure}) => sure)
  return found.filter(({sure}) => sure || !known).map(({value, start, end}) => ({value, start, end}))
}

/** A closing stands on the line above, or before the name on its own line. */
function isAwaited(block: readonly Line[], {index, place}: Seat, closed: boolean): boolean {
  if (place > 0) return CLOSING.test(block[index]?.parts[0]?.value ?? '')
  return isClosing(block[index - 1]) || (closed && index === 0)
}

function matchOf({value, start}: Part): NameMatch {
  return {value, start, end: start + value.length}
}

function mailboxesOf(text: string): string {
  const local = [...text.matchAll(/([^\s@<>()[\]:;,"|/·•]{1,40})@/g)].slice(0, 50)
  return local.map((match) => fold(match[1] ?? '')).join(' ')
}

function partsIn(block: readonly Line[]): Seat[] {
  return block.flatMap((line, index) => line.parts.map((part, place) => ({index, place, part})))
}

/** A job follows on the line, labels the name ("Case officer: R. Dunmore"), or begins the line below a name alone. */
function hasRoleBeside(block: readonly Line[], {index, place}: Seat): boolean {
  const parts = block[index]?.parts ?? []
  const next = parts[place + 1]?.value
  const label = place === 1 ? (parts[0]?.value ?? '') : ''
  if (label !== '' && block[index]?.text.trimStart().startsWith(`${label}:`) && isLabel(label)) return true
  return isRole(next ?? '') || (parts.length === 1 && isRole(block[index + 1]?.parts[0]?.value ?? ''))
}

function nameIn(part: Part): {value: string; start: number; titled: boolean} | undefined {
  const title = titlesOf(part.value)
  const rest = part.value.slice(title.length)
  const led = LED_BY.test(part.value) ? rest.replace(FIRM_BEHIND, '') : rest
  const value = led.includes(' ') && SMALL_LETTER(led).test(led) ? led.replace(LETTERS_BEHIND(led), '') : led
  return isNameShaped(value) ? {value, start: part.start + title.length, titled: title !== ''} : undefined
}

function titlesOf(value: string): string {
  const first = LED_BY.exec(value)?.[0] ?? TITLE.exec(value)?.[0] ?? ''
  return first + (TITLE.exec(value.slice(first.length))?.[0] ?? '')
}

function isNameShaped(value: string): boolean {
  if (isHan(value)) return true
  const words = value.split(/ +/)
  if (words.length > 5) return false
  const names = words.filter((word) => !PARTICLES.has(word))
  if (names.length === 0 || names.length > 4 || PARTICLES.has(words.at(-1) ?? '')) return false
  if (names.some((word) => isOtherWord(word.toLowerCase()))) return false
  if (SURNAME_WORDS.has((names[0] ?? '').toLowerCase())) return false
  return names.every((word) => isCased(word) || (word.length < LONGEST_INITIAL && INITIAL(word).test(word)))
    ? names.some(isCased)
    : names.every((word) => word > '\u0590' && CASELESS.test(word))
}

function isHan(value: string): boolean {
  return value > '\u3000' && HAN.test(value)
}

function isCased(word: string): boolean {
  return word.length <= LONGEST_WORD && CASED(word).test(word)
}

function isOtherWord(word: string): boolean {
  return NOT_NAME_WORDS.has(word) || JOB_WORDS.has(word) || KINDS_BEHIND.has(word)
}

function isClosing(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < 50 && CLOSING.test(line.text)
}

/** A role, or a word for whom to ask. */
function isLabel(label: string): boolean {
  return label.length < 40 && (isRole(label) || CONTACT_LABEL.test(label))
}

function isRole(beside: string): boolean {
  const words = beside
    .slice(0, 60)
    .toLowerCase()
    .split(/[\s,،|·/()]+/)
  return words.slice(0, 6).some((word) => JOB_WORDS.has(word))
}

/** The lines below a name in a signature tell a job, a number or an address. */
function isSignature(block: readonly Line[], index: number): boolean {
  const line = block[index]
  const below = block.slice(index + 1, index + 6)
  const rest = [line?.text.slice(line.parts[0]?.value.length ?? 0) ?? '', ...below.map((next) => next.text)].join('\n')
  return /@|[0-9٠-٩۰-۹०-९০-৯๐-๙０-９]{3}/.test(rest) || isRole(rest)
}

function inMailbox(name: string, mailboxes: string): boolean {
  return fold(name)
    .split(/[ '’-]+/)
    .some((word) => word.length > 2 && mailboxes.includes(word))
}

function fold(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
