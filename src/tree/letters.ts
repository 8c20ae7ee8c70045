/**
 * What single characters are. An expression with `\p{L}` is compiled anew wherever it is written, and that takes longer
 * than to look at the few characters of one draft: so it is asked here, and of ASCII not at all.
 */

export function isLetter(character: string): boolean {
  return character < '\u0080' ? /[A-Za-z]/.test(character) : /\p{L}/u.test(character)
}

export function isCapital(character: string): boolean {
  return character < '\u0080' ? /[A-Z]/.test(character) : /\p{Lu}/u.test(character)
}

export function isNumber(character: string): boolean {
  return character < '\u0080' ? /\d/.test(character) : /\p{N}/u.test(character)
}

/** Combining marks; there are none below U+0300. */
export function isMark(character: string): boolean {
  return character >= '\u0300' && /\p{M}/u.test(character)
}

/** Whether the character is one of those; the empty one before a text's beginning is none. */
export function isOneOf(character: string, characters: string): boolean {
  return character !== '' && characters.includes(character)
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
