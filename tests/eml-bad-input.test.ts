import {describe, expect, test} from 'vitest'
import {type Message, readMessage} from '../src/parse/eml/index.js'

const read = (...lines: string[]) => readMessage(lines.join('\n'), 'utf-8')
const texts = (message: Message) => message.parts.map((part) => part.text.value)
const says = (message: Message) => message.notices.map((notice) => notice.message).join(' ')
const mixed = 'Content-Type: multipart/mixed; boundary=b'

describe('bad messages are read as far as they go', () => {
  test.each<[string, string[], string[], RegExp]>([
    ['an empty file', [''], [''], /^$/],
    ['headers and no more', ['Subject: x'], [''], /^$/],
    ['no headers', ['Hello there,', '', 'we sell pumps.'], ['Hello there,\n\nwe sell pumps.'], /no header lines/],
    ['no headers after a blank line', ['', 'Hello there'], ['Hello there'], /^$/],
    ['no blank line', ['Subject: x', 'Hello there', 'To: y'], ['Hello there\nTo: y'], /No blank line/],
    [
      'a boundary that never closes',
      [mixed, '', '--b', '', 'one', '--b', '', 'two'],
      ['one', 'two'],
      /closing boundary/
    ],
    ['a boundary that never comes', [mixed, '', 'one', 'two'], ['one\ntwo'], /never comes/],
    ['no boundary parameter', ['Content-Type: multipart/mixed', '', 'one'], ['one'], /names no boundary/],
    ['an end inside a part header', [mixed, '', '--b', 'Content-Type: text/ht'], [], /closing boundary/],
    ['a part without its blank line', [mixed, '', '--b', 'Hi you', '--b--'], ['Hi you'], /^$/],
    ['an empty part', [mixed, '', '--b', '', '--b--', 'epilogue'], [''], /^$/],
    ['blanks after a boundary', [mixed, '', '--b \t', '', 'one', '--b-- ', 'x'], ['one'], /^$/],
    ['a longer line that begins like a boundary', [mixed, '', '--b', '', '--bc', '--b--'], ['--bc'], /^$/],
    ['a media type that is none', ['Content-Type: text', '', 'one'], ['one'], /^$/],
    ['base64 that is none', ['Content-Transfer-Encoding: base64', '', '¡¿!'], [''], /base64 does not have/]
  ])('%s', (_, lines, parts, notice) => {
    const message = read(...lines)
    expect(texts(message)).toEqual(parts)
    expect(says(message)).toMatch(notice)
  })

  test('an inner multipart that stays open ends where the outer one goes on', () => {
    const inner = ['--b', 'Content-Type: multipart/alternative; boundary=c', '', '--c', '', 'one']
    const message = read(mixed, '', ...inner, '--b', '', 'two', '--b--')
    expect(message.parts.map((part) => [part.text.value, part.alternativeOf])).toEqual([
      ['one', 0],
      ['two', -1]
    ])
    expect(message.notices).toHaveLength(1)
  })

  test('a boundary line inside base64 ends the part', () => {
    const head = ['--b', 'Content-Transfer-Encoding: base64', '']
    expect(texts(read(mixed, '', ...head, 'aGkg', '--b', '', 'two', '--b--'))).toEqual(['hi ', 'two'])
  })

  test('forwarded messages, calendars beside the text, other text', () => {
    const message = read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['--b', 'Content-Type: message/rfc822', '', 'Subject: inner', '', 'inner text'],
      ...['--b', 'Content-Type: multipart/digest; boundary=c', '', '--c', '', 'Subject: d', '', '--c--'],
      ...[
        '--b',
        'Content-Type: multipart/alternative; boundary=d',
        '',
        '--d',
        'Content-Type: text/calendar',
        '',
        'x',
        '--d--'
      ],
      ...['--b', 'Content-Type: text/csv', '', 'a,b'],
      ...['--b', 'Content-Type: text/plain; name=n.txt', 'Content-Disposition: attachment', '', 'note'],
      '--b--'
    )
    expect(message.parts).toEqual([])
    expect(message.attachments.map((one) => [one.mediaType, one.name])).toEqual([
      ['message/rfc822', ''],
      ['message/rfc822', ''],
      ['text/csv', ''],
      ['text/plain', 'n.txt']
    ])
  })

  test('the language of the message holds for its parts that name none', () => {
    const part = (...lines: string[]) => ['--b', ...lines, '', 'x']
    const message = read(mixed, 'Content-Language: fa, en', '', ...part(), ...part('Content-Language: de'), '--b--')
    expect(message.parts.map((one) => one.contentLanguage)).toEqual(['fa', 'de'])
  })
})

test('bytes that the charset does not have are told at the first of them', () => {
  const source = 'Content-Type: text/plain; charset=utf-8\n\nCaf\u00E9 \u00E9'
  const message = readMessage(source, 'bytes')
  expect(texts(message)).toEqual(['Caf\uFFFD \uFFFD'])
  expect(message.notices).toMatchObject([
    {start: source.indexOf('\u00E9'), message: expect.stringContaining('no utf-8')}
  ])
})

test('an empty text stands where it would stand', () => {
  const source = 'Subject: \n\n'
  const message = readMessage(source, 'utf-8')
  expect(message.headers[0]?.text.toSource(0, 0)).toMatchObject({start: 8, end: 8})
  expect(message.parts[0]?.text.toSource(0, 0)).toMatchObject({start: source.length, end: source.length})
})

describe('large and hostile messages', {timeout: 60_000}, () => {
  test('500 multiparts in each other', () => {
    const levels = Array.from(
      {length: 500},
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`
    )
    const message = readMessage(`${levels.join('')}\nHello`, 'utf-8')
    expect(message.parts).toEqual([])
    expect(says(message)).toMatch(/nested more than 50 deep/)
  })

  test.each<[string, string]>([
    ['a line of a megabyte', `Subject: x\n\n${'a'.repeat(1_000_000)}`],
    ['a subject of a megabyte', `Subject: ${'a '.repeat(500_000)}\n\nx`],
    ['a megabyte of blanks in a header', `Subject: a${' '.repeat(1_000_000)}b\n\nx`],
    ['a megabyte of folds', `Subject: a${'\n '.repeat(500_000)}b\n\nx`],
    ['a megabyte that is nearly a name', `${'a'.repeat(1_000_000)}\n\nx`],
    ['a megabyte of beginnings of words', `Subject: ${'=?utf-8?q?'.repeat(100_000)}\n\nx`],
    ['100,000 encoded words', `Subject:${' =?utf-8?q?=C3?= =?utf-8?q?=A9?='.repeat(50_000)}\n\nx`],
    ['100,000 headers', `${'X-A: =?utf-8?q?b?=\n'.repeat(100_000)}\nx`],
    ['a parameter that never closes', `Content-Type: text/plain; ${'a="\\";'.repeat(100_000)}\n\nx`],
    ['parameters without values', `Content-Type: text/plain${'; a '.repeat(200_000)}\n\nx`],
    [
      '100,000 continuations',
      `Content-Type: text/plain${Array.from({length: 50_000}, (_, n) => `; a*${n}*=b`).join('')}\n\nx`
    ],
    ['comments that never close', `Content-Type: ${'('.repeat(500_000)}\n\nx`],
    ['100,000 parts', `${mixed}\n\n${'--b\n\nx\n'.repeat(100_000)}`],
    ['100,000 lines like boundaries', `${mixed}\n\n--b\n\n${'--\n--bb\n'.repeat(50_000)}`],
    ['equal signs', `Content-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(500_000)}`],
    ['padding', `Content-Transfer-Encoding: base64\n\n${'='.repeat(1_000_000)}`],
    ['carriage returns', `A: b\n\n${'\r'.repeat(500_000)}`],
    ['escape sequences', `Content-Type: text/plain; charset=iso-2022-jp\n\n${'\x1b$B'.repeat(100_000)}`],
    ['flowed lines', `Content-Type: text/plain; format=flowed\n\n${'> \n'.repeat(200_000)}`]
  ])('%s', (_, source) => {
    const message = readMessage(source, 'utf-8')
    expect(message.headers.length + message.parts.length).toBeGreaterThan(0)
    expect(readMessage(source, 'bytes').headers).toHaveLength(message.headers.length)
  })
})
