import fc from 'fast-check'
import PostalMime from 'postal-mime'
import {expect, test} from 'vitest'
import {readMessage} from '../src/parse/eml/index.js'
import type {MappedText} from '../src/tree/index.js'

fc.configureGlobal({seed: 5322})

/** Characters of a charset with the bytes the platform reads them from; ASCII is in all of them. */
function alphabet(charset: string, sequences: number[][]): Map<string, number[]> {
  const letters = new Map<string, number[]>()
  for (const bytes of sequences) {
    const text = new TextDecoder(charset).decode(Uint8Array.from(bytes), {stream: true})
    if ([...text].length === 1 && !text.includes('\uFFFD')) letters.set(text, bytes)
  }
  return letters
}

const pairs = (leads: number[], trails: number[]) => leads.flatMap((lead) => trails.map((trail) => [lead, trail]))
const utf8 = new Map([...'éßژ‌ی漢字€📦👍🏽'].map((letter) => [letter, [...new TextEncoder().encode(letter)]]))
const alphabets: Record<string, Map<string, number[]>> = {
  'utf-8': utf8,
  'iso-8859-1': alphabet('iso-8859-1', [[0xe9], [0xdf], [0xa0], [0xff]]),
  'windows-1256': alphabet('windows-1256', [[0xc7], [0xe1], [0x8d], [0x9d], [0xa1], [0xff]]),
  'windows-1255': alphabet('windows-1255', [[0xe0], [0xc8], [0xfa]]),
  'koi8-r': alphabet('koi8-r', [[0xc1], [0xd0], [0x80]]),
  gb18030: alphabet('gb18030', [
    ...pairs([0xd6, 0x81, 0xfe], [0xd0, 0x41, 0x7e]),
    [0x81, 0x30, 0x81, 0x30],
    [0x94, 0x39, 0xda, 0x33]
  ]),
  shift_jis: alphabet('shift_jis', [...pairs([0x83, 0x95, 0x82], [0x5c, 0xa0, 0x40]), [0xb1], [0xd6]]),
  big5: alphabet('big5', pairs([0xa4, 0xb1], [0x40, 0x5c, 0xa4])),
  'euc-kr': alphabet('euc-kr', pairs([0xb0, 0xc7], [0xa1, 0xfe, 0xb1]))
}

const ascii = ['a', 'Z', '7', ' ', '=', '_', '?', '.', '-', '>', '\t']
const hex = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
const byteText = (bytes: readonly number[]) => String.fromCharCode(...bytes)

interface Draft {
  charset: string
  letters: string[]
  transfer: '8bit' | 'quoted-printable' | 'base64'
  lineEnd: string
  width: number
}

const drafts: fc.Arbitrary<Draft> = fc.constantFrom(...Object.keys(alphabets)).chain((charset) =>
  fc.record({
    charset: fc.constant(charset),
    letters: fc.array(fc.constantFrom(...ascii, '\n', ...(alphabets[charset]?.keys() ?? [])), {maxLength: 60}),
    transfer: fc.constantFrom('8bit' as const, 'quoted-printable' as const, 'base64' as const),
    lineEnd: fc.constantFrom('\r\n', '\n'),
    width: fc.integer({min: 4, max: 20})
  })
)

function bytesOf(draft: Draft, letter: string): number[] {
  if (letter === '\n') return [...draft.lineEnd].map((one) => one.charCodeAt(0))
  return alphabets[draft.charset]?.get(letter) ?? [letter.charCodeAt(0)]
}

/** The body as a string of bytes. */
function encode(draft: Draft, letters: string[]): string {
  const bytes = letters.flatMap((letter) => bytesOf(draft, letter))
  if (draft.transfer === '8bit') return byteText(bytes)
  if (draft.transfer === 'base64') {
    const lines = Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${draft.width}}`, 'g'))
    return (lines ?? []).join(draft.lineEnd)
  }
  return quoted(draft, letters)
}

function quoted(draft: Draft, letters: string[]): string {
  let written = ''
  for (const [index, letter] of letters.entries()) {
    const bytes = letter === '\n' ? [] : bytesOf(draft, letter)
    for (const byte of bytes) {
      written += /[a-zA-Z0-9.]/.test(letter) ? letter : hex(byte)
      if (written.length % draft.width === 0) written += `=${draft.lineEnd}`
    }
    if (letter === '\n') written += index % 2 ? draft.lineEnd : '=0A'
  }
  return written
}

function head(draft: Draft): string {
  const {charset, transfer, lineEnd} = draft
  return [`Content-Type: text/plain; charset="${charset}"`, `Content-Transfer-Encoding: ${transfer}`, '', ''].join(
    lineEnd
  )
}

/** As the caller does it: text where the file is UTF-8, bytes where it is not. */
function readBytes(raw: string) {
  const buffer = Buffer.from(raw, 'latin1')
  const text = buffer.toString('utf8')
  const isUtf8 = !text.includes('\uFFFD')
  const source = isUtf8 ? text : raw
  return {source, isUtf8, message: readMessage(source, isUtf8 ? 'utf-8' : 'bytes')}
}

/** Bytes that happen to be UTF-8 too are read as that, whatever the label says: the caller has to choose for the whole file. */
function isAmbiguous({charset}: Draft, raw: string): boolean {
  return charset !== 'utf-8' && /[\x80-\xff]/.test(raw) && readBytes(raw).isUtf8
}

const unix = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').replace(/\n+$/, '')

function ranges(text: MappedText | undefined, at: [number, number]): [number, number] {
  const length = text?.value.length ?? 0
  const [start, end] = at.map((part) => Math.floor(part * length)).sort((a, b) => a - b)
  return [start ?? 0, end ?? 0]
}

const fraction = fc.double({min: 0, max: 1, noNaN: true})

test('the text of a part is what postal-mime reads', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (draft) => {
      const raw = head(draft) + encode(draft, draft.letters)
      fc.pre(!isAmbiguous(draft, raw))
      const read = unix(readBytes(raw).message.parts[0]?.text.value)
      expect(read).toBe(unix(draft.letters.join('')))
      expect(read).toBe(unix((await PostalMime.parse(Buffer.from(raw, 'latin1'))).text))
    }),
    {numRuns: 400}
  )
})

test('a range cut out of the file and decoded again holds the characters claimed', () => {
  fc.assert(
    fc.property(drafts, fc.tuple(fraction, fraction), (draft, at) => {
      // A base64 quantum may begin inside a character, which a charset of two bytes then reads askew.
      fc.pre(draft.transfer !== 'base64' || !['gb18030', 'shift_jis', 'big5', 'euc-kr'].includes(draft.charset))
      const {source, isUtf8, message} = readBytes(head(draft) + encode(draft, draft.letters))
      const text = message.parts[0]?.text
      const [start, end] = ranges(text, at)
      const span = text?.toSource(start, end)
      const cut = source.slice(span?.start, span?.end)
      const again = readMessage(`${head(draft)}${cut}`, isUtf8 ? 'utf-8' : 'bytes').parts[0]?.text.value
      const claimed = text?.value.slice(start, end) ?? ''
      if (span?.exact) expect(again).toBe(claimed)
      else expect(again).toContain(claimed)
    }),
    {numRuns: 400}
  )
})

test('a range of a base64 text takes no quantum more than its characters need', () => {
  fc.assert(
    fc.property(drafts, fc.tuple(fraction, fraction), (draft, at) => {
      const {source, message} = readBytes(
        head({...draft, transfer: 'base64'}) + encode({...draft, transfer: 'base64'}, draft.letters)
      )
      const text = message.parts[0]?.text
      const [start, end] = ranges(text, at)
      fc.pre(end > start)
      const span = text?.toSource(start, end)
      const letters = source.slice(span?.start, span?.end).replaceAll(/[^A-Za-z0-9+/]/g, '')
      const most = [...(text?.value.slice(start, end) ?? '')].flatMap((letter) => bytesOf(draft, letter)).length
      expect(letters.length % 4).not.toBe(1)
      expect(letters.length / 4).toBeLessThanOrEqual(Math.ceil((most + 4) / 3) + 1)
    }),
    {numRuns: 200}
  )
})

const subjects = drafts.chain((draft) =>
  fc.record({
    draft: fc.constant({...draft, letters: draft.letters.filter((letter) => letter !== '\n' && letter !== '\t')}),
    coding: fc.constantFrom('Q', 'B'),
    size: fc.integer({min: 1, max: 12})
  })
)

function encodedWords({draft, coding, size}: {draft: Draft; coding: string; size: number}): string {
  const bytes = draft.letters.flatMap((letter) => bytesOf(draft, letter))
  const words: string[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.slice(at, at + size)
    const q = part.map((byte) =>
      byte === 0x20 ? '_' : /[a-zA-Z0-9]/.test(byteText([byte])) ? byteText([byte]) : hex(byte)
    )
    words.push(`=?${draft.charset}?${coding}?${coding === 'B' ? Buffer.from(part).toString('base64') : q.join('')}?=`)
  }
  return words.join(`${draft.lineEnd} `)
}

test('a subject of encoded words, split anywhere, is what postal-mime reads, and its ranges hold their characters', async () => {
  await fc.assert(
    fc.asyncProperty(subjects, fc.tuple(fraction, fraction), async (subject, at) => {
      const raw = `Subject: ${encodedWords(subject)}\r\n\r\n`
      const {source, message} = readBytes(raw)
      const text = message.headers[0]?.text
      expect(text?.value).toBe(subject.draft.letters.join('').trim())
      const theirs = (await PostalMime.parse(Buffer.from(raw, 'latin1'))).subject?.trim() ?? ''
      // It does not join a character that is split over two padded B words.
      if (!theirs.includes('\uFFFD')) expect(text?.value).toBe(theirs)
      const [start, end] = ranges(text, at)
      const span = text?.toSource(start, end)
      const cut = source.slice(span?.start, span?.end)
      if (subject.coding === 'B') return
      const word = `Subject: .=?${subject.draft.charset}?Q?.${cut}.?= .`
      const again = readMessage(word, 'utf-8').headers[0]?.text.value.slice(2, -3)
      const claimed = text?.value.slice(start, end) ?? ''
      if (span?.exact) expect(again).toBe(claimed)
      else expect(again).toContain(claimed)
    }),
    {numRuns: 400}
  )
})

const leaf = fc.record({type: fc.constantFrom('plain', 'html'), text: fc.stringMatching(/^[a-z]{1,8}$/)})
type Tree = {type: string; text: string} | {multipart: string; children: Tree[]}
const trees = fc.letrec<{tree: Tree}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4},
    leaf,
    fc.record({
      multipart: fc.constantFrom('mixed', 'alternative', 'related'),
      children: fc.array(tie('tree'), {minLength: 1, maxLength: 3})
    })
  )
})).tree

function writeTree(tree: Tree, boundary: string): string {
  if (!('multipart' in tree)) return `Content-Type: text/${tree.type}\r\n\r\n${tree.text}`
  const parts = tree.children.map((child, index) => `--${boundary}\r\n${writeTree(child, `${boundary}${index}`)}\r\n`)
  return `Content-Type: multipart/${tree.multipart}; boundary=${boundary}\r\n\r\n${parts.join('')}--${boundary}--\r\n`
}

function leavesOf(tree: Tree): [string, string][] {
  return 'multipart' in tree ? tree.children.flatMap(leavesOf) : [[`text/${tree.type}`, tree.text]]
}

test('all text parts of a nested message come in order, the same that postal-mime finds', async () => {
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const raw = writeTree(tree, 'b')
      const message = readMessage(raw, 'utf-8')
      expect(message.parts.map((part) => [part.mediaType, part.text.value])).toEqual(leavesOf(tree))
      expect(message.notices).toEqual([])
      const {text = '', html = ''} = await PostalMime.parse(raw)
      for (const part of message.parts) expect(part.mediaType === 'text/html' ? html : text).toContain(part.text.value)
    }),
    {numRuns: 150}
  )
})

test('no input makes it throw, and every place it gives lies in the file', () => {
  const pieces = fc.constantFrom(
    ...[
      '\r\n',
      '\n',
      '\r',
      ' ',
      '--b',
      '--b--',
      ':',
      ';',
      '=',
      '=?utf-8?q?',
      '?=',
      '=C3',
      '"',
      '(',
      'aGk=',
      '\uFEFF',
      'é',
      '📦',
      '\uD83D'
    ],
    ...[
      'Content-Type: multipart/mixed; boundary=b\n',
      'Content-Type: text/plain; format=flowed; delsp=yes\n',
      'Subject: '
    ],
    ...[
      'Content-Transfer-Encoding: base64\n',
      'Content-Transfer-Encoding: quoted-printable\n',
      'charset*0*=iso-2022-jp',
      '\x1b$B',
      '> '
    ]
  )
  fc.assert(
    fc.property(
      fc.array(pieces, {maxLength: 40}),
      fc.constantFrom('utf-8' as const, 'bytes' as const),
      (some, encoding) => {
        const source = some.join('')
        const {headers, parts, attachments, notices} = readMessage(source, encoding)
        const texts = [...headers, ...parts].map(({text}) => text.toSource(0, text.value.length))
        const spans = [
          ...headers,
          ...headers.map((one) => one.nameSpan),
          ...attachments.map((one) => one.source),
          ...notices
        ]
        for (const {start, end} of [...texts, ...spans]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(source.length)
        }
      }
    ),
    {numRuns: 1500}
  )
})
