import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {type Message, readMessage} from '../src/parse/eml/index.js'
import type {MappedText} from '../src/tree/index.js'

function fixture(name: string): {source: string; message: Message} {
  const bytes = readFileSync(new URL(`../fixtures/parse/${name}`, import.meta.url))
  const isUtf8 = !bytes.toString('utf8').includes('\uFFFD')
  const source = bytes.toString(isUtf8 ? 'utf8' : 'latin1')
  return {source, message: readMessage(source, isUtf8 ? 'utf-8' : 'bytes')}
}

const read = (...lines: string[]) => readMessage(lines.join('\n'), 'utf-8')
const texts = (message: Message) => message.parts.map((part) => part.text.value)
const says = (message: Message) => message.notices.map((notice) => notice.message).join(' ')
const header = (message: Message, name: string) => message.headers.find((one) => one.name === name)?.text.value
const body = (headers: string[], ...lines: string[]) => texts(read(...headers, '', ...lines)).join('|')

function cut(source: string, text: MappedText | undefined, words: string): {raw: string; exact: boolean} {
  const start = text?.value.indexOf(words) ?? -1
  expect(start, words).toBeGreaterThanOrEqual(0)
  const span = text?.toSource(start, start + words.length) ?? {start: 0, end: 0, exact: false}
  return {raw: source.slice(span.start, span.end), exact: span.exact}
}

describe('whole messages', () => {
  test('quoted-printable: soft breaks, accents, a character split over two words of the subject', () => {
    const {source, message} = fixture('quoted-printable.eml')
    const subject = message.headers.find((one) => one.name === 'subject')
    const text = message.parts[0]?.text
    expect(subject?.text.value).toBe('Dampfkessel-Prüfung für 480 €')
    expect(cut(source, subject?.text, 'ü').raw).toBe('=C3=BC')
    expect(cut(source, subject?.text, 'für')).toEqual({raw: 'f=C3?=\r\n =?utf-8?Q?=BCr', exact: true})
    expect(header(message, 'from')).toBe('Zoë Brandt <zoe@nordkessel.example>')
    expect(message.parts[0]).toMatchObject({mediaType: 'text/plain', charset: 'utf-8', contentLanguage: 'de'})
    expect(text?.value).toMatch(
      /^Guten Tag Herr Maßmann,\n\nwir prüfen .* am selben Tag, zum Festpreis von 480 €\. \n\n/
    )
    expect(cut(source, text, 'Maßmann')).toEqual({raw: 'Ma=C3=9Fmann', exact: true})
    expect(cut(source, text, 'Festpreis')).toEqual({raw: 'Festpr=\r\neis', exact: true})
    expect(cut(source, text, ',\n\nwir')).toEqual({raw: ',\r\n\r\nwir', exact: true})
    expect(message.notices).toEqual([])
  })

  test('nested multiparts, base64, attachments that are listed and not decoded', () => {
    const {source, message} = fixture('nested-base64.eml')
    expect(message.parts.map((part) => [part.mediaType, part.alternativeOf])).toEqual([
      ['text/plain', 0],
      ['text/html', 0]
    ])
    expect(header(message, 'from')).toBe('سارا کریمی <sara@pump.example>')
    expect(texts(message)[0]).toBe('سلام آقای رضایی،\n\nما پمپ‌های صنعتی می‌سازیم.\n')
    const {raw, exact} = cut(source, message.parts[0]?.text, 'رضایی')
    expect(exact).toBe(false)
    expect(Buffer.from(raw, 'base64').toString()).toContain('رضایی')
    expect(raw.length).toBeLessThanOrEqual(20)
    expect(message.attachments.map(({name, mediaType}) => [name, mediaType])).toEqual([
      ['logo.png', 'image/png'],
      ['کاتالوگ.pdf', 'application/pdf']
    ])
    const pdf = message.attachments[1]?.source
    expect(source.slice(pdf?.start, pdf?.end)).toMatch(/^Content-Type: application\/pdf\r\n[\s\S]*: base64$/)
    expect(message.notices).toEqual([])
  })

  test('a file that is no UTF-8', () => {
    const {source, message} = fixture('windows-1256.eml')
    expect(header(message, 'subject')).toBe('مخزن')
    expect(message.parts[0]?.charset).toBe('windows-1256')
    expect(texts(message)[0]).toBe('مرحبا أستاذ سامي،\nنورد رافعات شوكية.\n')
    const {raw, exact} = cut(source, message.parts[0]?.text, 'رافعات')
    expect(exact).toBe(true)
    expect(new TextDecoder('windows-1256').decode(Buffer.from(raw, 'latin1'))).toBe('رافعات')
  })

  test('a charset with escape sequences', () => {
    const {source, message} = fixture('iso-2022-jp.eml')
    expect(header(message, 'subject')).toBe('ねじの見積り')
    expect(texts(message)[0]).toBe('山田様\nM6ねじを1本3円で納めます。\n')
    expect(cut(source, message.parts[0]?.text, 'M6')).toEqual({raw: 'M6', exact: true})
    expect(cut(source, message.parts[0]?.text, '納')).toEqual({raw: 'G<', exact: true})
  })

  test('format=flowed: soft breaks, stuffed spaces, quotes, the signature mark', () => {
    const {source, message} = fixture('flowed.eml')
    expect(texts(message)[0]).toBe(
      [
        'Dear Mr Cole,',
        '',
        'we make seals for cold-room doors and fit them in forty minutes a door, at 86 pounds each.',
        'From 5 doors the visit is free.',
        '',
        '> Which profile do you use?',
        '>> And who fits it? ',
        '> We do.',
        '-- ',
        'Ruth Adler',
        'Adler Seals Ltd, 01632 960417',
        ''
      ].join('\n')
    )
    expect(cut(source, message.parts[0]?.text, 'them in forty').raw).toBe('them in \r\nforty')
    expect(cut(source, message.parts[0]?.text, 'From 5')).toEqual({raw: 'From 5', exact: true})
  })
})

describe('headers', () => {
  test.each([
    ['Subject: Steel   pipes ', 'Steel   pipes'],
    ['SUBJECT : Steel', 'Steel'],
    ['Subject:Steel', 'Steel'],
    ['Subject: Steel\n  pipes', 'Steel pipes'],
    ['Subject: Steel \n\tpipes', 'Steel pipes'],
    ['Subject:\n Steel', 'Steel'],
    ['Subject:', ''],
    ['Subject: =?utf-8?q?_Steel_?=', 'Steel'],
    ['Subject: =?utf-8?b?U3RlZWw=?= =?utf-8?q?_pipes?=', 'Steel pipes'],
    ['Subject: =?utf-8?q?a?= b =?utf-8?q?c?=', 'a b c'],
    ['Subject: =?utf-8*de?q?Stra=C3=9Fe?=', 'Straße'],
    ['Subject: =?iso-8859-1?q?Stra=DFe?=\n =?utf-8?q?=C3=A9?=', 'Straßeé'],
    ['Subject: =?gb2312?B?1tC5+g==?=', '中国'],
    ['Subject: =?utf-8?b?5Lit?==?utf-8?b?5Zu9?=', '中国'],
    ['Subject: =?utf-8?b?5Lg?= =?utf-8?b?rQ?=', '中'],
    ['Subject: =?no-such?q?Stra=C3=9Fe?=', 'Straße'],
    ['Subject: =?utf-8?q?a=ZZ?=', 'a=ZZ'],
    ['Subject: =?utf-8?x?a?=', '=?utf-8?x?a?='],
    ['Subject: 1 =? 2 ?= 3', '1 =? 2 ?= 3'],
    ['Subject: Überseekiste 📦', 'Überseekiste 📦']
  ])('%j', (raw, value) => {
    const [first] = readMessage(`${raw}\n\nx`, 'utf-8').headers
    expect(first?.text.value).toBe(value)
    expect(first?.name).toBe('subject')
    expect(raw.slice(first?.nameSpan.start, first?.nameSpan.end).toLowerCase()).toBe('subject')
    const {start = -1, end = -1} = first ?? {}
    expect(raw.slice(start, end)).toBe(raw.slice(raw.indexOf(':') + 1).trim())
  })

  test('raw bytes are read as UTF-8 where they can be, else in the charset of the text', () => {
    const message = readMessage(
      'Subject: Stra\u00DFe\nFrom: Zo\u00C3\u00AB\nTo: \u00E1\nContent-Type: text/plain; charset=koi8-r\n\n\u00C1',
      'bytes'
    )
    expect([header(message, 'from'), header(message, 'to'), texts(message)[0]]).toEqual(['Zoë', 'А', 'а'])
  })

  test('all of them, in order, twice where they stand twice', () => {
    expect(read('B: 1', 'A: 2', 'b: 3', '', 'x').headers.map((one) => one.name)).toEqual(['b', 'a', 'b'])
  })

  test('a mailbox line and a byte order mark before them are passed over', () => {
    expect(
      header(read('From ruth@adlerseals.example Thu Nov 12 07:01:00 2026', 'Subject: Seals', '', ''), 'subject')
    ).toBe('Seals')
    expect(readMessage('\uFEFFSubject: Seals\n\nx', 'utf-8').headers[0]?.nameSpan).toEqual({start: 1, end: 8})
    expect(header(readMessage('\u00EF\u00BB\u00BFSubject: Seals\n\n\u00E9', 'bytes'), 'subject')).toBe('Seals')
  })
})

describe('names of attachments', () => {
  test.each([
    ['attachment; filename=list.pdf', 'list.pdf'],
    ['attachment; filename="a;b \\"c\\".pdf"', 'a;b "c".pdf'],
    ['attachment; filename=Invoice(1).pdf', 'Invoice(1).pdf'],
    ['attachment; filename=list.pdf (the list)', 'list.pdf'],
    ["attachment; filename*=utf-8''Stra%C3%9Fe.pdf", 'Straße.pdf'],
    ["attachment; filename=x.pdf; filename*=iso-8859-1'de'Stra%DFe.pdf", 'Straße.pdf'],
    ["attachment; filename*1*=%9Fe.pdf; filename*0*=utf-8''Stra%C3", 'Straße.pdf'],
    ['attachment; filename*0="Annual "; filename*1=report.pdf', 'Annual report.pdf'],
    ['attachment; filename="=?utf-8?q?Stra=C3=9Fe.pdf?="', 'Straße.pdf'],
    ['attachment; filename="Straße.pdf"', 'Straße.pdf'],
    ["attachment; filename*=utf-8''100%", '100%'],
    ["attachment; filename*=no-such''Stra%C3%9Fe", 'Straße'],
    ['ATTACHMENT', '']
  ])('%s', (disposition, name) => {
    const message = read('Content-Type: application/pdf', `Content-Disposition: ${disposition}`, '', 'JVBERi0=')
    expect(message.attachments[0]?.name).toBe(name)
    expect(message.parts).toEqual([])
  })
})

describe('transfer encodings and charsets', () => {
  const quoted = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: Quoted-Printable']
  const base64 = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: (c) base64']
  test.each([
    ['lower case, blanks before a line end', quoted, 'caf=c3=a9 \nend\t', 'café\nend'],
    ['a soft break with blanks after it', quoted, 'so=  \nft', 'soft'],
    ['no escape at all', quoted, '1=2 =G1 =', '1=2 =G1 '],
    ['an escape cut off', quoted, 'a=C', 'a=C'],
    ['a coded line break', quoted, 'a=0D=0Ab=0Dc=0Ad', 'a\nb\nc\nd'],
    ['raw characters among coded ones', quoted, 'é=C3=A9é', 'ééé'],
    ['a coded byte order mark', quoted, '=EF=BB=BFHi', 'Hi'],
    ['broken UTF-8', quoted, '=C3=28=C3', '\uFFFD(\uFFFD'],
    ['junk in base64', base64, 'aGk*\n gdGhlcmU', 'hi there'],
    ['padding inside base64', base64, 'aGk=\naGk=', 'hihi'],
    ['base64 cut off', base64, 'aGkgd', 'hi '],
    ['line ends in base64', base64, 'YQ0KYg1jCmQN', 'a\nb\nc\nd\n'],
    ['utf-16', ['Content-Type: text/plain; charset=utf-16', 'Content-Transfer-Encoding: base64'], '//5hAEIE', 'aт'],
    [
      'gb18030',
      ['Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: quoted-printable'],
      '=D6=D0a=81=30=81=30=D6',
      '中a\u0080\uFFFD'
    ],
    [
      'shift_jis',
      ['Content-Type: text/plain; charset=cp932', 'Content-Transfer-Encoding: quoted-printable'],
      '=83\\=95=5C~',
      'ソ表~'
    ],
    [
      'a label that is not true',
      ['Content-Type: text/plain; charset=us-ascii', 'Content-Transfer-Encoding: quoted-printable'],
      'caf=C3=A9',
      'café'
    ],
    ['no label, no UTF-8', ['Content-Transfer-Encoding: quoted-printable'], 'caf=E9 =80', 'café €'],
    ['text as it stands', ['Content-Type: text/plain; charset=windows-1251'], 'Привет 📦', 'Привет 📦']
  ])('%s', (_, headers, coded, decoded) => {
    expect(body(headers, coded)).toBe(decoded)
  })

  test('a character that came out of a broken run keeps its own byte', () => {
    const source = [...quoted, '', 'x=E4=B8A'].join('\n')
    expect(cut(source, readMessage(source, 'utf-8').parts[0]?.text, 'A')).toEqual({raw: 'A', exact: true})
  })

  test('unknown names are told, and the text is read all the same', () => {
    const message = read(
      'Content-Type: text/plain; charset=klingon',
      'Content-Transfer-Encoding: x-pigeon',
      '',
      'Hello'
    )
    expect(texts(message)).toEqual(['Hello'])
    expect(says(message)).toMatch(/"x-pigeon" is unknown.*No charset is called "klingon"/)
    expect(message.notices[1]).toMatchObject({start: 14, end: 41})
  })

  test.each([['\r\n'], ['\n'], ['\r']])('line ends %j', (end) => {
    const source = ['Subject: Seals', '', 'one', 'two', '', 'three'].join(end)
    const message = readMessage(source, 'utf-8')
    expect(header(message, 'subject')).toBe('Seals')
    expect(texts(message)).toEqual(['one\ntwo\n\nthree'])
    expect(cut(source, message.parts[0]?.text, 'one\ntwo')).toEqual({raw: `one${end}two`, exact: true})
  })

  test('mixed line ends', () => {
    expect(texts(readMessage('A: b\r\n\nx\ry\r\nz\n\r', 'utf-8'))).toEqual(['x\ny\nz\n\n'])
  })

  test('DelSp takes the space with the soft break', () => {
    const flowed = (delsp: string) => [`Content-Type: text/plain; format=Flowed; delsp=${delsp}`]
    expect(body(flowed('yes'), '見積 ', 'り', ' x')).toBe('見積り\nx')
    expect(body(flowed('no'), 'see ', 'you ')).toBe('see you ')
    expect(body(flowed('yes'), '> a ', '> b', 'c ', '> d')).toBe('> ab\nc \n> d')
  })
})
