import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import eml from '../src/parse/formats/eml.js'
import html from '../src/parse/formats/html.js'
import markdown from '../src/parse/formats/markdown.js'
import text from '../src/parse/formats/text.js'
import type {MappedText, ParsedEmail, Span} from '../src/tree/index.js'

fc.configureGlobal({seed: 2119, numRuns: 100})
vi.setConfig({testTimeout: 60_000})
const context = {dialect: undefined, encoding: 'utf-8'} as const

/**
 * A stretch of a draft as its writer knows it: what stands in the file and what the buyer sees of it.
 * `whole` pieces (an entity) can only be cut out as one; others stand there character by character.
 */
interface Atom {
  readonly source: string
  readonly shown: string
  readonly whole?: boolean
}

const plain = (source: string): Atom => ({source, shown: source})
const mark = (source: string): Atom => ({source, shown: ''})
const code = (source: string, shown: string): Atom => ({source, shown, whole: true})

const words = ['zq17', 'Ångström', 'spindle', '📦', '👍🏽', 'می‌کنیم', 'شرکت', 'עברית', '漢字', 'lead-free', '3.5', 'a']
const word: fc.Arbitrary<Atom> = fc.constantFrom(...words).map(plain)
const entities: Atom[] = [
  code('&amp;', '&'),
  code('&eacute;', 'é'),
  code('&#8364;', '€'),
  code('&#x1F4E6;', '📦'),
  code('&zwnj;', '\u200c'),
  code('&lt;', '<'),
  code('&#150;', '–'),
  code('&NotEqualTilde;', '\u2242\u0338')
]
const entity = fc.constantFrom(...entities.filter(({source}) => source !== '&#150;'))
const htmlEntity = fc.constantFrom(...entities, code('&eacute', 'é'), code('&copy', '©'), plain('\\*'), plain('\\\\'))
const escaped = fc.constantFrom(
  code('\\*', '*'),
  code('\\_', '_'),
  code('\\\\', '\\'),
  code('\\[', '['),
  plain('&copy')
)
const tag = fc.constantFrom(
  ...['{{first_name}}', '{{ name | default: "you" }}', '*|FNAME|*', '%FIRSTNAME%', '[[name]]', '{!Contact.Name}'].map(
    plain
  )
)
const spintax = fc.constant([mark('{'), plain('Good'), mark('|Fine|'), mark('Any}')])

const around =
  (open: string, close: string) =>
  (inner: Atom[]): Atom[] => [mark(open), ...inner, mark(close)]
const blank = fc.constantFrom(plain(' '), plain('\t'), plain('  '), plain('\u00a0'))
const many = (one: fc.Arbitrary<readonly Atom[]>, maxLength = 6) =>
  fc
    .array(one, {minLength: 1, maxLength})
    .map((runs) => runs.flatMap((run, index) => (index ? [plain(' '), ...run] : run)))

const htmlInline: fc.Arbitrary<readonly Atom[]> = fc.oneof(
  fc
    .array(fc.oneof({weight: 3, arbitrary: word}, {weight: 2, arbitrary: htmlEntity}), {minLength: 1, maxLength: 4})
    .map((atoms) => atoms.flatMap(apart)),
  fc.tuple(word, blank, word),
  fc.array(tag, {minLength: 1, maxLength: 1}),
  fc
    .array(word, {minLength: 1, maxLength: 3})
    .chain((inner) =>
      fc.constantFrom(
        around('<b>', '</b>')(inner),
        around('<i><b class="x">', '</i></b>')(inner),
        around('<a href="https://zq.example/?a=1&amp;b">', '</a>')(inner),
        around('<span style="color: red" title=">">', '</span>')(inner),
        [mark('<!-- a <b> comment -->'), ...inner],
        [...inner, mark('<script>if (a < b) c()</script>'), ...inner]
      )
    )
)

/** A name without a semicolon must not grow into the next word. */
function apart(atom: Atom): Atom[] {
  return atom.whole && !atom.source.endsWith(';') ? [atom, plain('-')] : [atom]
}

const markdownInline: fc.Arbitrary<readonly Atom[]> = fc.oneof(
  fc.array(fc.oneof({weight: 3, arbitrary: word}, {weight: 2, arbitrary: entity}, escaped), {
    minLength: 1,
    maxLength: 4
  }),
  fc.tuple(word, blank, word),
  fc.array(tag, {minLength: 1, maxLength: 1}),
  fc.constantFrom('`', '``').map((ticks) => around(ticks, ticks)([plain('x &amp; \\* <b>')])),
  fc.array(word, {minLength: 1, maxLength: 3}).chain((inner) =>
    fc.constantFrom(
      [plain('in'), ...around('**', '**')(inner), plain('side')].map((atom) => (atom.source === '' ? mark('') : atom)),
      around('*', '*')([plain('b'), ...inner, plain('b')]),
      around('[', '](https://zq.example/a_b "title")')(inner),
      around('<b>', '</b>')(inner),
      around('<span style="color:red">', '</span>')(inner),
      [mark('<!-- hidden -->'), ...inner],
      [...inner, mark('![](logo.png)'), ...inner]
    )
  )
)

type Lines = readonly Atom[][]
const lines = (inline: fc.Arbitrary<readonly Atom[]>) => fc.array(many(inline), {minLength: 1, maxLength: 3})
const join = (rows: Lines, between: string, first = ''): Atom[] =>
  rows.flatMap((row, index) => [mark(index ? between : first), ...row])

const markdownBlock = (eol: string): fc.Arbitrary<Atom[]> =>
  lines(markdownInline).chain((rows) =>
    fc.constantFrom(
      join(
        rows.map((row) => [plain('w'), ...row]),
        eol
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `  ${eol}`
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `\\${eol}   `
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `${eol}> `,
        '> '
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `${eol}> > `,
        '> > '
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `${eol}- `,
        '- '
      ),
      join(
        rows.map((row) => [plain('w'), ...row]),
        `${eol}   `,
        '1. '
      ),
      [
        mark(`<div class="a">${eol}${eol}`),
        ...join(
          rows.map((row) => [plain('w'), ...row]),
          eol
        ),
        mark(`${eol}${eol}</div>`)
      ],
      [mark(`> <p>${eol}> `), plain('x'), code('&eacute', 'é'), mark('<br>'), plain('<'), mark(`</p>`)].map((atom) =>
        atom.source === '<' ? plain('y') : atom
      ),
      [mark(`\`\`\`txt${eol}`), plain('x &amp; \\*'), mark(`${eol}${eol}`), plain('y <b>'), mark(`${eol}\`\`\``)],
      [
        mark('| '),
        plain('Jo'),
        mark(` | Head |${eol}|---|---|${eol}| `.replace('Head', '')),
        plain('zq'),
        mark(' | '),
        code('\\|', '|'),
        mark(' |')
      ]
    )
  )

const htmlBlock = (eol: string): fc.Arbitrary<Atom[]> =>
  lines(htmlInline).chain((rows) =>
    fc.constantFrom(
      around('<p>', '</p>')(join(rows, eol)),
      around('<p>', '')(join(rows, `<br>${eol}`)),
      around(`<ul><li>`, '</ul>')(join(rows, '<li>')),
      around('<table><tr><td>', '</table>')(join(rows, '</td><td align="left">')),
      around('<blockquote><div>', '</blockquote>')(join(rows, `</div>${eol}<div>`)),
      around(`<pre>${eol}`, '</pre>')(join(rows, eol))
    )
  )

const eols = fc.constantFrom('\n', '\r\n', '\r')
const body = (block: (eol: string) => fc.Arbitrary<Atom[]>, between: string) =>
  eols.chain((eol) =>
    fc
      .array(block(eol), {minLength: 1, maxLength: 4})
      .map((blocks) => ({eol, atoms: join(blocks, eol + eol + between)}))
  )

/** Where each visible character that is no white space stands; white space may be folded, so it does not count. */
function truthOf(atoms: readonly Atom[], offset: number): {text: string; spans: Span[]} {
  const spans: Span[] = []
  let visible = ''
  let at = offset
  for (const {source, shown, whole} of atoms) {
    for (let i = 0; i < shown.length; i++) {
      if (/\s/.test(shown[i] as string)) continue
      visible += shown[i]
      spans.push(whole ? {start: at, end: at + source.length} : {start: at + i, end: at + i + 1})
    }
    at += source.length
  }
  return {text: visible, spans}
}

function expectTruth(seen: MappedText, atoms: readonly Atom[], offset: number): void {
  const truth = truthOf(atoms, offset)
  const places = [...seen.value].length
    ? [...Array(seen.value.length).keys()].filter((i) => /\S/.test(seen.value[i] as string))
    : []
  expect(places.map((i) => seen.value[i]).join('')).toBe(truth.text)
  expect(places.map((i) => spanOf(seen, i, i + 1))).toEqual(truth.spans)
}

function spanOf(seen: MappedText, start: number, end: number): Span {
  const span = seen.toSource(start, end)
  return {start: span.start, end: span.end}
}

/** Whatever the range, its span lies in the file and grows with it. */
function expectMonotone(seen: MappedText, source: string): void {
  let before = {start: 0, end: 0}
  for (let i = 0; i < seen.value.length; i++) {
    const span = seen.toSource(i, i + 1)
    const wide = seen.toSource(0, i + 1)
    expect(span.start).toBeGreaterThanOrEqual(before.start)
    expect(span.end).toBeGreaterThanOrEqual(before.end)
    expect(wide).toMatchObject({start: seen.toSource(0, 1).start, end: span.end})
    expect(span.end).toBeLessThanOrEqual(source.length)
    before = span
  }
}

async function expectSpans(
  parse: (source: string) => Promise<ParsedEmail>,
  head: string,
  atoms: readonly Atom[],
  tail = ''
): Promise<void> {
  const source = head + atoms.map((atom) => atom.source).join('') + tail
  const email = await parse(source)
  expectTruth(email.body.text, atoms, head.length)
  expectMonotone(email.body.text, source)
}

const parsers = {
  markdown: (source: string) => markdown.parse(source, context),
  html: (source: string) => html.parse(source, context),
  text: (source: string) => text.parse(source, context),
  eml: (source: string) => eml.parse(source, context)
}

describe('every visible character has its own place in the file', () => {
  const heads = (eol: string) => [
    '',
    '\uFEFF',
    `---${eol}subject: zq${eol}---${eol}${eol}`,
    `\uFEFF---${eol}lang: en${eol}...${eol}`
  ]

  test('Markdown', () =>
    fc.assert(
      fc.asyncProperty(body(markdownBlock, ''), fc.nat(3), ({eol, atoms}, head) =>
        expectSpans(parsers.markdown, heads(eol)[head] ?? '', atoms, eol)
      )
    ))

  test('HTML', () =>
    fc.assert(
      fc.asyncProperty(
        body(htmlBlock, ''),
        fc.constantFrom(
          '',
          '\uFEFF',
          '<!doctype html><html><head><title>zq</title><style>p{color:red}</style></head><body>'
        ),
        ({atoms}, head) => expectSpans(parsers.html, head, atoms, '</b></body>')
      )
    ))

  test('plain text', () =>
    fc.assert(
      fc.asyncProperty(fc.array(many(fc.oneof(word, tag, blank).map((atom) => [atom]))), eols, (rows, eol) =>
        expectSpans(
          parsers.text,
          `Subject: zq${eol}${eol}`,
          join(
            rows.map((row) => [plain('w'), ...row]),
            eol + eol
          )
        )
      )
    ))

  test('spintax shows its first alternative', () =>
    fc.assert(
      fc.asyncProperty(spintax, word, fc.constantFrom('markdown', 'html', 'text'), (atoms, next, format) =>
        expectSpans(parsers[format as 'text'], '', [...atoms, plain(' '), next])
      )
    ))
})

describe('every character of a subject has its own place in the file', () => {
  const doubled = fc.constantFrom(
    code('\\u00e9', 'é'),
    code('\\x41', 'A'),
    code('\\"', '"'),
    code('\\\\', '\\'),
    mark('\\\n  ')
  )
  const quoted = fc.constantFrom(code("''", "'"), plain('"'), plain('\\'))
  const row = (one: fc.Arbitrary<Atom>) =>
    fc.array(one, {minLength: 1, maxLength: 6}).map((atoms) => [plain('w'), ...atoms, plain('z')])
  const rows = (one: fc.Arbitrary<Atom>) => fc.array(row(one), {minLength: 1, maxLength: 3})
  const scalars: fc.Arbitrary<[string, Atom[], string]> = fc.oneof(
    rows(word).map((lines): [string, Atom[], string] => ['', join(lines, '\n  '), '']),
    rows(fc.oneof(word, doubled)).map((lines): [string, Atom[], string] => ['"', join(lines, '\n  '), '"']),
    rows(fc.oneof(word, quoted)).map((lines): [string, Atom[], string] => ["'", join(lines, '\n  '), "'"]),
    rows(fc.oneof(word, tag)).map((lines): [string, Atom[], string] => ['>\n  ', join(lines, '\n  '), '']),
    rows(fc.oneof(word, tag)).map((lines): [string, Atom[], string] => ['|-\n   ', join(lines, '\n   '), ''])
  )
  const subjectOf = (email: ParsedEmail) => email.headers.find(({name}) => name === 'subject')?.text

  test('front matter', () =>
    fc.assert(
      fc.asyncProperty(scalars, fc.constantFrom('\n', '\r\n'), async ([open, atoms, close], eol) => {
        const written = atoms.map((atom) => ({...atom, source: atom.source.replaceAll('\n', eol)}))
        const head = `---${eol}from: jo@zq.example${eol}subject: ${open.replaceAll('\n', eol)}`
        const source = `${head}${written.map((atom) => atom.source).join('')}${close}${eol}---${eol}`
        const subject = subjectOf(await parsers.markdown(source))
        expect(subject).toBeDefined()
        if (subject) expectTruth(subject, written, head.length)
      })
    ))

  test('header lines and titles', () =>
    fc.assert(
      fc.asyncProperty(
        rows(word),
        row(
          fc.oneof(
            word,
            htmlEntity.filter(({source}) => source.endsWith(';'))
          )
        ),
        async (lines, title) => {
          const folded = join(lines, '\r\n  ')
          const text = subjectOf(await parsers.text(`Subject: ${folded.map(({source}) => source).join('')}\r\n\r\nzq`))
          const page = subjectOf(await parsers.html(`<title>${title.map(({source}) => source).join('')}</title>zq`))
          if (text) expectTruth(text, folded, 'Subject: '.length)
          if (page) expectTruth(page, title, '<title>'.length)
          expect(text && page).toBeDefined()
        }
      )
    ))
})

describe('quoted-printable HTML', () => {
  const coded = fc.constantFrom(
    code('=C3=A9', 'é'),
    code('=3D', '='),
    code('=F0=9F=93=A6', '📦'),
    mark('=\r\n'),
    plain('zq17')
  )
  test('keeps the places of its characters through both decodings', () =>
    fc.assert(
      fc.asyncProperty(fc.array(coded, {minLength: 1, maxLength: 20}), (atoms) => {
        const head =
          'Subject: zq\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>w<b>'
        const [first, rest] = [
          head.slice(0, -'w<b>'.length),
          [plain('w'), mark('<b>'), ...atoms, mark('</b>'), code('&amp;', '&')]
        ]
        return expectSpans(parsers.eml, first, rest, '</p>\r\n')
      })
    ))
})
