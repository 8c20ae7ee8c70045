/** The letters of charsets with one byte a letter, read off the platform's decoder; no platform has the encoder. */
const alphabets = new Map<string, ReadonlyMap<string, number>>()
const several = /^(?:gb|big5|euc|shift|iso-2022|utf-16)/

/** The bytes of one character; undefined where the charset has none, or several bytes a letter. */
export function bytesIn(character: string, charset: string): readonly number[] | undefined {
  if (charset === 'utf-8') return Array.from(new TextEncoder().encode(character))
  if (several.test(charset))
    return character <= '\x7f' && charset !== 'iso-2022-jp' && !charset.startsWith('utf')
      ? [character.charCodeAt(0)]
      : undefined
  const byte = alphabetOf(charset).get(character)
  return byte === undefined ? undefined : [byte]
}

function alphabetOf(charset: string): ReadonlyMap<string, number> {
  const known = alphabets.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset)
  const bytes = Array.from({length: 256}, (_, byte) => byte)
  // With `stream`, for the same reason as in src/parse/eml/charset.ts.
  const letters = bytes.map((byte) => [decoder.decode(Uint8Array.of(byte), {stream: true}), byte] as const)
  const alphabet = new Map(letters.filter(([letter]) => letter.length === 1 && letter !== '\uFFFD'))
  alphabets.set(charset, alphabet)
  return alphabet
}
