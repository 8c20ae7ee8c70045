import {isLetter, isMark, isNumber, isOneOf} from '../../tree/letters.js'
import type {Span} from '../../tree/text.js'

/** A run of digits with the separators that phone numbers are written with. */
export interface DigitRun extends Span {
  readonly raw: string
  /** ASCII digits, a leading `+` kept. */
  readonly digits: string
}

const DIGIT = '[0-9۰-۹٠-٩０-９]'
// One slash stands between area code and number in German writing; a spaced one parts two numbers.
const JOIN = '(?: ?\\(|\\)[ \\-./]?|[ \\u00a0\\u2009\\u202f\\-\\u2010\\u2011\\u2013.])'
const RUN = new RegExp(`[+＋(]?\\(?${DIGIT}(?:${JOIN}?${DIGIT}){5,40}`, 'g')
const AREA_SLASH = new RegExp(`${DIGIT}\\)? ?/ ?$`)
const DATE = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./ ])\d{1,2}\2\d{4})$/

/** Runs of six digits and more that stand for themselves. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  for (const match of text.matchAll(RUN)) {
    const start = match.index
    const raw = match[0]
    const end = start + raw.length
    const before = text.slice(Math.max(0, start - 2), start)
    if (!standsAlone(raw, before, text.slice(end, end + 3))) continue
    const digits = toAscii(raw)
    const run = {raw, start, end, digits: (/^[(]?[+＋]/.test(raw) ? '+' : '') + digits.replace(/\D/g, '')}
    if (!DATE.test(digits.trim())) runs.push(withAreaCode(text, run))
  }
  return runs
}

function standsAlone(raw: string, before: string, after: string): boolean {
  const prefixed = /^[(]?[+＋0۰٠]/.test(raw)
  // "021-66550109/09125550164": two whole numbers about one slash.
  if (goesOn(after) && !(prefixed && /^\/[+＋0۰٠]/.test(after))) return false
  const [last, first] = [before.slice(-1), before.slice(-2, -1)]
  if (prefixed && last === '/' && isNumber(first)) return true
  // "Tel+49" and "تلفن۰۲۱" are often written without the space.
  if (prefixed && !/^0/.test(raw) && isLetter(last)) return true
  return !endsInWord(last, first) || (last === '.' && isLetter(first))
}

function endsInWord(last: string, first: string): boolean {
  if (isLetter(last) || isMark(last) || isOneOf(last, '_@#$€£¥₹%&=\\{[')) return true
  if (isOneOf(last, '-–./') && (isLetter(first) || isNumber(first))) return true
  return isOneOf(last, ':.,٫٬') && isNumber(first)
}

function goesOn(after: string): boolean {
  const [first, second] = [after.charAt(0), after.charAt(1)]
  if (isLetter(first) || isMark(first) || isNumber(first) || isOneOf(first, '@_')) return true
  if (isOneOf(first, '.,٫٬:/-') && isNumber(second)) return true
  return (isOneOf(first, '/-') && isLetter(second)) || isOneOf(first === ' ' ? second : first, '%€£$¥₹°')
}

export function toAscii(text: string): string {
  return text.replace(/[۰-۹٠-٩０-９]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/＋/g, '+')
}

function withAreaCode(text: string, run: DigitRun): DigitRun {
  const before = text.slice(Math.max(0, run.start - 9), run.start)
  const area = AREA_SLASH.test(before) ? /(?:^|[\s:.])(\(?0[0-9]{1,4}\)? ?\/ ?)$/.exec(toAscii(before))?.[1] : undefined
  if (!area || run.digits.startsWith('0') || run.digits.startsWith('+')) return run
  const start = run.start - area.length
  return {raw: text.slice(start, run.end), start, end: run.end, digits: area.replace(/\D/g, '') + run.digits}
}
