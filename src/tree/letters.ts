/**
 * What single characters are. An expression with `\p{L}` is compiled anew wherever it is written, and that takes longer
 * than to look at the few characters of one draft: so it is asked here, and of ASCII not at all.
 */

const ascii = 0x80

export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < ascii) return (code | 32) >= 97 && (code | 32) <= 122
  return isLatinLetter(code) || /\p{L}/u.test(character)
}

/** From À to ɏ there are letters alone, but for the signs of times and division. */
function isLatinLetter(code: number): boolean {
  return code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7
}

export function isCapital(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= ascii ? /\p{Lu}/u.test(character) : code >= 65 && code <= 90
}

export function isNumber(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= ascii ? /\p{N}/u.test(character) : code >= 48 && code <= 57
}

/** The character that ends at an offset, which may be two units; the empty one at the beginning. */
export function characterBefore(text: string, offset: number): string {
  const isPair = (text.charCodeAt(offset - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 2) & 0xfc00) === 0xd800
  return text.slice(isPair ? offset - 2 : Math.max(0, offset - 1), offset)
}

/** The character that begins at an offset; the empty one at the end. */
export function characterAt(text: string, offset: number): string {
  return offset < text.length ? String.fromCodePoint(text.codePointAt(offset) as number) : ''
}

/** Combining marks; there are none below U+0300. */
export function isMark(character: string): boolean {
  return character >= '\u0300' && /\p{M}/u.test(character)
}

/** Whether the character is one of those; the empty one before a text's beginning is none. */
export function isOneOf(character: string, characters: string): boolean {
  return character !== '' && characters.includes(character)
}

export function hasLetter(text: string): boolean {
  return /[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f]/.test(text) || (!isAscii(text) && /\p{L}/u.test(text))
}

export function hasLetterOrNumber(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || (!isAscii(text) && /[\p{L}\p{N}]/u.test(text))
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

/**
 * Latin 1, Latin Extended-A, the Romanian letters and the usual punctuation and currency signs: most drafts in European
 * languages of the Latin script are no more.
 */
const common = /^[\0-\u017f\u0218-\u021b\u2010-\u203f\u20a0-\u20bf]*$/
const capitals = 'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ'
const smallLetters = 'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĸĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžſșț'
/** What the Unicode classes hold of that. */
const commonRanges: Readonly<Record<string, string>> = {
  L: 'A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u017f\u0218-\u021b',
  Lu: `A-Z\xc0-\xd6\xd8-\xde${capitals}`,
  Ll: `a-z\xb5\xdf-\xf6\xf8-\xff${smallLetters}`,
  N: '0-9\xb2\xb3\xb9\xbc-\xbe',
  Nd: '0-9',
  Lo: '\xaa\xba',
  M: '',
  Lt: '',
  'sc=Arab': '',
  'sc=Hebr': '',
  'sc=Han': ''
}

/**
 * An expression for a text at hand: where that holds common characters alone, the Unicode classes are as small, and
 * compiled in a fraction of the time. Written as text, for even to read a class that is not needed takes long.
 * @param source in ASCII: other characters as escapes
 * @param flags the case must count: classes that ignore it hold more
 */
export function narrowing(source: string, flags: 'u' | 'gu'): (text: string) => RegExp {
  let narrow: RegExp | undefined
  let whole: RegExp | undefined
  return (text) => {
    if (common.test(text)) {
      narrow ??= new RegExp(narrowed(source), flags)
      return narrow
    }
    whole ??= new RegExp(source, flags)
    return whole
  }
}

function narrowed(source: string): string {
  let inClass = false
  return source.replace(/\\p\{([^}]*)\}|\\.|[[\]]/gs, (part, name: string | undefined) => {
    if (part === '[' || part === ']') inClass = part === '['
    const ranges = name === undefined ? undefined : commonRanges[name]
    if (ranges === undefined) return part
    return inClass ? ranges : `[${ranges}]`
  })
}
