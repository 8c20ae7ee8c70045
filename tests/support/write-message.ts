export type Headers = readonly (readonly [name: string, value: string])[]

/** Front matter keys that a mail has a header for. */
export const mailHeaders: Readonly<Record<string, string>> = {
  subject: 'Subject',
  from: 'From',
  to: 'To',
  'reply-to': 'Reply-To',
  'in-reply-to': 'In-Reply-To',
  references: 'References',
  'list-unsubscribe': 'List-Unsubscribe',
  lang: 'Content-Language',
  dialect: 'X-Coldread-Dialect'
}

/** A message with one part. */
export function message(
  headers: Headers,
  mediaType: string,
  encoding: 'quoted-printable' | 'base64',
  text: string
): string {
  const lines = headers.map(([name, value]) => `${mailHeaders[name]}: ${encodedWords(value)}`)
  const own = [
    'MIME-Version: 1.0',
    `Content-Type: ${mediaType}; charset=utf-8`,
    `Content-Transfer-Encoding: ${encoding}`
  ]
  const body = text.replaceAll('\n', '\r\n')
  const coded =
    encoding === 'base64'
      ? (
          Buffer.from(body)
            .toString('base64')
            .match(/.{1,76}/g) ?? []
        ).join('\r\n')
      : quotedPrintable(body)
  return `${[...lines, ...own, '', coded].join('\r\n')}\r\n`
}

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function quotedPrintable(text: string): string {
  return text
    .split('\r\n')
    .map((line) =>
      softBreaks(Array.from(line, (character) => (/^[ -<>-~]$/.test(character) ? character : hex(character))))
    )
    .join('\r\n')
}

function softBreaks(units: readonly string[]): string {
  let lines = ''
  let length = 0
  for (const unit of units) {
    if (length + unit.length > 75) {
      lines += '=\r\n'
      length = 0
    }
    lines += unit
    length += unit.length
  }
  return lines.replace(/ $/, '=20')
}

function hex(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

/** https://www.rfc-editor.org/rfc/rfc2047: words of at most 75 characters, the address itself as it is. */
function encodedWords(value: string): string {
  const address = /\s*<[^<>\s]+@[^<>\s]+>$/.exec(value)?.[0] ?? ''
  const text = value.slice(0, value.length - address.length)
  if (/^[ -~]*$/.test(text)) return value
  const words: string[] = ['']
  for (const character of text) {
    const coded = character === ' ' ? '_' : /^[A-Za-z0-9]$/.test(character) ? character : hex(character)
    if ((words.at(-1) ?? '').length + coded.length > 60) words.push('')
    words[words.length - 1] += coded
  }
  return words.map((word) => `=?utf-8?Q?${word}?=`).join('\r\n ') + address
}
