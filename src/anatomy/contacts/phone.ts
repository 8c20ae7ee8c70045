import {type CountryCode, type PhoneNumber, parsePhoneNumberFromString} from 'libphonenumber-js/min'
import {Memory} from '../../memory.js'
import {isLetter} from '../../tree/letters.js'
import type {Contact} from './contact.js'
import {hasTrunkPrefix} from './country.js'
import {type DigitRun, digitRuns, toAscii} from './digits.js'
import {marksAfter, marksBefore} from './marks.js'
import type {Mark} from './words.js'

const EXTENSION =
  /^ ?,?;? ?(?:\( ?)?(?:ext(?:ension|n)?\.?|x|داخلی|durchwahl|poste|int\.?|wew\.?|доб\.?|dahili|toestel|anexo|شلوحة|תחוייה|转|内線) ?:? ?[0-9۰-۹٠-٩]{1,5}\)?(?![0-9۰-۹])/i
/** "021-88955013-15": the last line of a bundle of lines. */
const LINE_RANGE = /[-–][0-9۰-۹]{1,2}$/
const NORTH_AMERICAN = /^(?:\+?1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}$/
const PART_END = /^\s{0,4}(?:$|[|·•,،;؛/()\n\t—–☎📞📱]|- | (?:or|and|oder|et|ou|یا|و) )/u
const PART_START = /(?:^|[|·•,،;؛/)\n\t—–☎📞📱]| -|\b(?:or|and|oder|et|ou)| (?:یا|و))\s{0,4}$/u

/** Phones, and messengers where a number is marked as one. */
export function findPhones(text: string, country: CountryCode | undefined, taken: (at: number) => boolean): Contact[] {
  let from = 0
  return digitRuns(text).flatMap((run) => {
    if (taken(run.start)) return []
    const marks = marksBefore(text, run.start, from)
    from = run.end
    const end = run.end + extensionLength(text.slice(run.end, run.end + 30))
    const kinds = kindsOf(marks, marksAfter(text, end))
    if (kinds === 'none' || !isPhone(text, run, country, kinds.length > 0)) return []
    const value = spelling(run, country)
    const found = kinds.length > 0 ? kinds : (['phone'] as const)
    return found.map((kind) => ({kind, value, start: run.start, end}))
  })
}

/** Most numbers end their line. */
function extensionLength(behind: string): number {
  if (!isLetter(behind.replace(/^[ ,;(]+/, '').charAt(0))) return 0
  return EXTENSION.exec(behind)?.[0].length ?? 0
}

function kindsOf(before: Mark[], after: Mark[]): ('phone' | 'messenger')[] | 'none' {
  const marks = new Set([...before, ...after])
  const nearest = before.find((mark) => mark !== 'link' && mark !== 'also')
  if (nearest === 'other') return 'none'
  const messenger = marks.has('messenger')
  if (marks.has('phone') || (messenger && marks.has('also'))) return messenger ? ['phone', 'messenger'] : ['phone']
  if (messenger) return ['messenger']
  return marks.has('fax') ? 'none' : []
}

function isPhone(text: string, run: DigitRun, country: CountryCode | undefined, labelled: boolean): boolean {
  const {digits} = run
  const length = digits.replace('+', '').length
  if (length > 15 || length < 7) return labelled && length === 6
  if (labelled) return true
  if (digits.startsWith('+') || digits.startsWith('00')) return parsed(run, undefined)?.isPossible() === true
  const shaped = /^[(]?[0۰٠]/.test(run.raw)
  const alone = isAlone(text, run)
  if (NORTH_AMERICAN.test(toAscii(run.raw))) return true
  const phone = country && parsed(run, country)
  if (phone) return isLocal(phone, run, shaped, alone)
  return country === undefined && shaped && alone && length >= 9 && length <= 11
}

function isLocal(phone: PhoneNumber, run: DigitRun, shaped: boolean, alone: boolean): boolean {
  if (!shaped && (phone.country === undefined || hasTrunkPrefix(phone.country))) return false
  if (!shaped && !alone) return false
  return phone.isValid() || (alone && shaped && run.digits.length >= 9 && run.digits.length <= 12)
}

/** The number is the whole of a part of its line, as in a signature. */
function isAlone(text: string, run: DigitRun): boolean {
  return (
    PART_START.test(text.slice(Math.max(0, run.start - 8), run.start)) &&
    PART_END.test(text.slice(run.end, run.end + 8))
  )
}

const remembered = new Memory<{readonly phone: PhoneNumber | undefined}>(1 << 14)

function parsed(run: DigitRun, country: CountryCode | undefined): PhoneNumber | undefined {
  const digits = LINE_RANGE.test(run.raw) && run.digits.length > 11 ? withoutRange(run) : run.digits
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits
  // "+44 (0)20" has the trunk zero that only a local call needs.
  const number = /^[+0-9]+\s?\(0\)/.test(run.raw) ? international.replace(/^(\+\d{1,3})0/, '$1') : international
  return remembered.of(`${number} ${country}`, () => ({
    phone: parsePhoneNumberFromString(number, {...(country && {defaultCountry: country}), extract: false})
  })).phone
}

function withoutRange(run: DigitRun): string {
  const range = LINE_RANGE.exec(run.raw)?.[0] ?? ''
  return run.digits.slice(0, run.digits.length - (range.length - 1))
}

function spelling(run: DigitRun, country: CountryCode | undefined): string {
  const phone = parsed(run, country ?? (NORTH_AMERICAN.test(toAscii(run.raw)) ? 'US' : undefined))
  return phone?.isPossible() ? phone.number : run.digits
}
