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

/** Latin 1 with the usual punctuation and currency signs: most drafts in the languages of western Europe are no more. */
const common = /^[\0-\xff\u2010-\u203f\u20a0-\u20bf]*$/
/** What the Unicode classes hold of that. */
const commonRanges: Readonly<Record<string, string>> = {
  L: 'A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff',
  Lu: 'A-Z\xc0-\xd6\xd8-\xde',
  Ll: 'a-z\xb5\xdf-\xf6\xf8-\xff',
  N: '0-9\xb2\xb3\xb9\xbc-\xbe',
  Nd: '0-9',
  M: '',
  Lt: '',
  'sc=Arab': '',
  'sc=Hebr': '',
  'sc=Han': ''
}

/**
 * The same expression for a text at hand: where that needs no more than Latin 1, the Unicode classes are as small, and
 * compiled in a fraction of the time. The expression must not ignore case: its classes would then hold more.
 */
export function narrowing(expression: RegExp): (text: string) => RegExp {
  let narrow: RegExp | undefined
  return (text) => {
    if (!common.test(text)) return expression
    narrow ??= new RegExp(narrowed(expression.source), expression.flags)
    return narrow
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
