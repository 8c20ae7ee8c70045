/** What a character is to the reader of words. */
export const characterClass = {
  unknown: 0,
  other: 1,
  space: 2,
  letter: 3,
  digit: 4,
  /** Belongs to the letter before it, or is invisible inside a word. */
  mark: 5,
  /** A word of its own: scripts that put no spaces between words. */
  ideograph: 6,
  hyphen: 7,
  apostrophe: 8,
  dot: 9,
  /** Joins digits: `1,200`, `24/7`, `10:30`. */
  digitJoiner: 10,
  percent: 11,
  currency: 12,
  and: 13,
  numberSign: 14,
  at: 15
} as const

const {other, space, letter, digit, mark, ideograph, currency} = characterClass

const known = new Uint8Array(0x10000)
const single: readonly (readonly [string, number])[] = [
  ['-\u2010\u2011\ufe63\uff0d', characterClass.hyphen],
  ["'\u2019\u02bc\uff07", characterClass.apostrophe],
  ['.\u066b\uff0e', characterClass.dot],
  [',\u066c/:', characterClass.digitJoiner],
  ['%\u066a\uff05', characterClass.percent],
  ['&\uff06', characterClass.and],
  ['#', characterClass.numberSign],
  ['@', characterClass.at],
  ['_', letter],
  // Soft hyphen, tatweel, zero-width (non-)joiner, word joiner, bidi marks: none of them parts a word.
  ['\u00ad\u0640\u200c\u200d\u2060\u200e\u200f\ufeff', mark]
]
/** Most of what mails in Latin, Arabic and Persian letters hold: other characters are looked up when they first appear. */
const ranges: readonly (readonly [number, number, number])[] = [
  [0x21, 0x7e, other],
  [0x30, 0x39, digit],
  [0x41, 0x5a, letter],
  [0x61, 0x7a, letter],
  [0x24, 0x24, currency],
  [0x20, 0x20, space],
  [0x09, 0x0d, space],
  [0xa0, 0xa0, space],
  [0xa3, 0xa5, currency],
  [0xb7, 0xb7, other],
  [0xab, 0xab, other],
  [0xbb, 0xbb, other],
  [0xc0, 0xd6, letter],
  [0xd8, 0xf6, letter],
  [0xf8, 0x24f, letter],
  [0x300, 0x36f, mark],
  [0x60c, 0x60c, other],
  [0x61b, 0x61b, other],
  [0x61f, 0x61f, other],
  [0x620, 0x64a, letter],
  [0x64b, 0x65f, mark],
  [0x660, 0x669, digit],
  [0x671, 0x6d3, letter],
  [0x6f0, 0x6f9, digit],
  [0x2013, 0x2027, other],
  [0x20ac, 0x20ac, currency]
]
for (const [first, last, value] of ranges) known.fill(value, first, last + 1)
for (const [characters, value] of single) for (const character of characters) known[character.charCodeAt(0)] = value

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

function look(character: string): number {
  if (/\s/u.test(character)) return space
  if (spaceless.test(character)) return ideograph
  if (/\p{L}/u.test(character)) return letter
  if (/\p{Nd}/u.test(character)) return digit
  if (/\p{M}/u.test(character)) return mark
  return /\p{Sc}/u.test(character) ? currency : other
}

/** The class of the character at an offset. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code <= 0xdbff) return look(String.fromCodePoint(text.codePointAt(at) ?? code))
  // The second half of a pair goes with the first: a letter outside the basic plane is read as letter and mark.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && isWordPart(classAt(text, at - 1)) ? mark : other
  const value = known[code]
  if (value) return value
  const found = look(String.fromCharCode(code))
  known[code] = found
  return found
}

export function isWordPart(value: number): boolean {
  return value === letter || value === digit || value === mark
}

const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g

/** Compatibility forms (full width, presentation forms) and digits of other scripts in their common form, in lower case. */
export function fold(word: string): string {
  // Most words are ASCII and need nothing but their case.
  if (/^[ -~]*$/.test(word)) return word.toLowerCase()
  const common = word.normalize('NFKC').replace(arabicDigits, (character) => String(character.charCodeAt(0) & 15))
  return common
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .toLowerCase()
}
