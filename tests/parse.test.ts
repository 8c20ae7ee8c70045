import {describe, expect, it, test} from 'vitest'
import eml from '../src/parse/formats/eml.js'
import html from '../src/parse/formats/html.js'
import markdown from '../src/parse/formats/markdown.js'
import text from '../src/parse/formats/text.js'
import type {ParsedEmail, Span} from '../src/tree/index.js'

const formats = {markdown, html, text, eml}
type Name = keyof typeof formats

const parse = (format: Name, source: string) => formats[format].parse(source, {dialect: undefined, encoding: 'utf-8'})
const cut = (source: string, {start, end}: Span) => source.slice(start, end)
const shown = (email: ParsedEmail, span: Span) => cut(email.body.text.value, span)
const blocksOf = (email: ParsedEmail) =>
  email.body.blocks.map((block) => `${block.kind}${block.quoteDepth || ''} ${shown(email, block)}`)
const headersOf = (email: ParsedEmail) => email.headers.map(({name, text}) => `${name}=${text.value}`)

describe('what a buyer sees', () => {
  const cases: readonly [string, Name, string, string][] = [
    ['a hard break before inline HTML', 'markdown', 'a  \nb <b>c</b>', 'a\nb c'],
    ['a backslash before inline HTML', 'markdown', 'a\\\nb <b>c</b>\nd', 'a\nb c\nd'],
    ['inline HTML over an empty line', 'markdown', '<b>a\n\n</b>\n', 'a'],
    ['signature lines', 'markdown', 'Best,\nJo\nBrackwell', 'Best,\nJo\nBrackwell'],
    ['HTML in a quotation', 'markdown', '> <p>a\n> b <i>c</i></p>', 'a b c'.replace(' ', '\n')],
    [
      'definitions and titles',
      'markdown',
      '[r][q] <https://a.example>\n\n[q]: https://q.example "t"',
      'r https://a.example'
    ],
    ['references need a semicolon', 'markdown', '&copy; &copy &amp;lt;', '© &copy &lt;'],
    ['references do without one', 'html', '&copy &copy; &amp;lt; &#150;', '© © &lt; –'],
    ['code means what it says', 'markdown', '`&amp; \\*`\n\n```\n&amp; <b>\n```', '&amp; \\*\n\n&amp; <b>'],
    ['code in a quotation', 'markdown', '> ```\n> a\n>\n> b\n> ```', 'a\nb'],
    ['strikethrough', 'markdown', '~~a~~ b', 'a b'],
    ['NUL', 'markdown', 'a\0b', 'a\uFFFDb'],
    ['NUL', 'html', '<p>a\0b', 'ab'],
    [
      'head, script, style, comments',
      'html',
      '<head><title>t</title></head><style>s</style><script>x</script><!-- c -->a',
      'a'
    ],
    ['hidden elements', 'html', 'a<p style="display:none">b<p hidden>c<p style="mso-hide: all">d<p>e', 'a\n\ne'],
    ['line breaks', 'html', 'a<br>b\nc</br>d', 'a\nb c\nd'],
    ['white space', 'html', '<p>a  b\n\tc&nbsp;d</p><pre>\n e\n f</pre>', 'a b c\u00a0d\n\ne\nf'],
    ['text in a table but no cell', 'html', '<table>a<tr>b<td>X</td></tr>c</table>', 'abc\n\nX'],
    ['spintax and tags', 'html', '{Hi|Hello} {{name}}', 'Hi {{name}}'],
    ['a byte order mark', 'text', '\uFEFFHello', 'Hello'],
    ['CRLF', 'text', 'Hello,\r\n\r\nwe\r\nrepair', 'Hello,\n\nwe\nrepair'],
    ['CRLF', 'markdown', '---\r\nsubject: a\r\n---\r\nHello,\r\n\r\nwe\r\nrepair', 'Hello,\n\nwe\nrepair'],
    ['the HTML part of a message', 'eml', 'Content-Type: text/html\n\n<p>a <b>b</b>', 'a b']
  ]
  test.each(cases)('%s (%s)', async (_, format, source, visible) => {
    expect((await parse(format, source)).body.text.value).toBe(visible)
  })

  it('gives other alternatives of spintax in every format', async () => {
    for (const format of ['markdown', 'html', 'text'] as const)
      expect((await parse(format, '{Hi|Hello} you')).body.alternatives.map(({value}) => value)).toEqual(['Hello'])
  })
})

describe('blocks', () => {
  const cases: readonly [Name, string, string[]][] = [
    [
      'markdown',
      '# a\n\nb\n\n- c\n- d\n  e\n\n> f\n>\n> > g',
      ['heading a', 'paragraph b', 'item c', 'item d\ne', 'quote1 f', 'quote2 g']
    ],
    ['markdown', '| Jo | Brackwell |\n|---|---|\n| a \\| b | **c** |', ['row Jo\tBrackwell', 'row a | b\tc']],
    ['markdown', '    a\n    b\n\nc', ['code a\nb', 'paragraph c']],
    [
      'html',
      '<h2>a</h2>b<blockquote>c<blockquote><p>d</blockquote></blockquote>',
      ['heading a', 'paragraph b', 'quote1 c', 'quote2 d']
    ],
    ['html', '<table><tr><td>a<td>b<tr><td>c</table><ul><li>d<li>e</ul>', ['row a\tb', 'row c', 'item d', 'item e']],
    ['text', 'a\nb\n\n> c\n>> d\n> e', ['paragraph a\nb', 'quote1 c', 'quote2 d', 'quote1 e']],
    ['text', '- a\n  b\n- c\nd\n1. e', ['item - a\nb', 'item - c', 'paragraph d', 'item 1. e']]
  ]
  test.each(cases)('%s %j', async (format, source, blocks) => {
    expect(blocksOf(await parse(format, source))).toEqual(blocks)
  })
})

describe('links, images, bold, preheader, comments', () => {
  it('links', async () => {
    const source =
      'See [our **site**](https://a.example "t"), <a href="{{url}}">this</a> and [r][q].\n\n[q]: https://q.example'
    const email = await parse('markdown', source)
    expect(email.body.links.map((link) => [link.href, shown(email, link), cut(source, link.source)])).toEqual([
      ['https://a.example', 'our site', '[our **site**](https://a.example "t")'],
      ['{{url}}', 'this', '<a href="{{url}}">this</a>'],
      ['https://q.example', 'r', '[r][q]']
    ])
    expect(email.body.bold.map((span) => shown(email, span))).toEqual(['site'])
  })

  it('images with their sizes and styles', async () => {
    const source = '<p>a<img src="b.png" alt="c" width="10" style="height: 20px; border: 1px solid red">d'
    const {body} = await parse('html', source)
    expect(body.images).toMatchObject([{src: 'b.png', alt: 'c', width: 10, height: 20, at: 1}])
    expect(body.styles.map(({property, source: at}) => [property, cut(source, at)])).toContainEqual([
      'height',
      'height: 20px'
    ])
  })

  it('a preheader stands before any visible text', async () => {
    const hidden = '<div style="display:none">Pre<span>header</span> &amp; more</div>'
    expect((await parse('html', `${hidden}<p>a`)).body.preheader?.value).toBe('Preheader & more')
    expect((await parse('html', `<p>a</p>${hidden}`)).body.preheader).toBeUndefined()
  })

  it.each([
    ['markdown', 'a <!-- one -->\n\n<!-- two -->\n\nb', 'a\n\nb'],
    ['html', '<head><!-- one --></head><p>a<!-- two --></p><p>b</p>', 'a\n\nb'],
    ['markdown', `a <!-- one -->\n\n<!-- two -->\n\n${'<b>'.repeat(301)}b`, 'a\n\nb'],
    ['html', `<!-- one -->a\n\n<!-- two -->\n\n${'<b>'.repeat(301)}b<style>c</style>`, 'a\n\nb']
  ] as const)('comments of %s', async (format, source, visible) => {
    const email = await parse(format, source)
    expect(email.comments.map((comment) => [comment.value, cut(source, comment)])).toEqual([
      [' one ', '<!-- one -->'],
      [' two ', '<!-- two -->']
    ])
    expect(email.body.text.value).toBe(visible)
  })
})

describe('headers', () => {
  const cases: readonly [Name, string, string[]][] = [
    ['html', '---\nsubject: front\n---\n<title>title</title>a', ['subject=front']],
    ['html', '<!-- subject: comment -->\n<title>title</title>a', ['subject=comment']],
    ['html', '<title>A &eacute;\n b</title>a', ['subject=A é\n b']],
    ['html', '<title></title>a', ['subject=']],
    ['text', 'Hello there', []],
    ['text', 'Subject: Only', ['subject=Only']],
    ['text', 'Subject: a\n  b\nFrom: jo@brackwell.example\n\nc', ['subject=a b', 'from=jo@brackwell.example']],
    ['text', 'Note: we repair\n\nSubject: no header', []],
    ['markdown', '---\nsubject: >-\n  a\n  b\n\n  c\nfrom: |\n  d\n    e\n---\n', ['subject=a b\nc', 'from=d\n  e']],
    [
      'markdown',
      '---\nsubject: "a\\u00e9\\x41 \\"b\\" \\\n  c"\nfrom: \'it\'\'s\'\n---\n',
      ['subject=aéA "b" c', "from=it's"]
    ],
    ['markdown', '---\nsubject: {{first_name}}: [spindles]\n---\n', ['subject={{first_name}}: [spindles]']],
    ['markdown', '---\nSubject: a\nsubject: b\n---\n', ['subject=a', 'subject=b']],
    ['markdown', '---\rsubject: a\r---\rb', ['subject=a']]
  ]
  test.each(cases)('%s %j', async (format, source, headers) => {
    expect(headersOf(await parse(format, source))).toEqual(headers)
  })

  it('of another kind than text say so', async () => {
    const email = await parse('markdown', '---\nsubject: 42\nfrom: [a, b]\nto: {a: b}\nreply-to:\nstep: true\n---\n')
    const kinds = email.headers.map(({name, notText, text}) => [name, notText, text.value])
    expect(kinds).toEqual([
      ['subject', 'a number', '42'],
      ['from', 'a list', ''],
      ['to', 'a map', ''],
      ['reply-to', undefined, ''],
      ['step', 'a boolean', 'true']
    ])
  })

  it.each([
    ['subject: a: [\nfrom: "x', /no valid YAML/, ['subject=a: [', 'from="x']],
    ['- a\n- b', /no list of keys/, []]
  ])('front matter that is no map: %j', async (yaml, message, headers) => {
    const email = await parse('markdown', `---\n${yaml}\n---\na`)
    expect(email.notices.map((notice) => notice.message)).toEqual([expect.stringMatching(message)])
    expect(headersOf(email)).toEqual(headers)
    expect(email.body.text.value).toBe('a')
  })

  it('front matter that is not closed is read as text', async () => {
    const email = await parse('markdown', '---\nsubject: a\n\nb')
    expect(email.notices[0]?.message).toMatch(/not closed/)
    expect(email.body.text.value).toBe('subject: a\n\nb')
    expect((await parse('markdown', '---\n\na')).notices).toEqual([])
  })

  it.each([
    ['markdown', '---\nlang: fa\n---\n', 'fa'],
    ['html', '<html lang="en-GB">a', 'en-GB'],
    ['text', 'Content-Language: pl\n\na', 'pl'],
    ['eml', 'Content-Language: de, en\n\na', 'de'],
    ['markdown', 'a', undefined]
  ] as const)('%s states its language', async (format, source, language) => {
    expect((await parse(format, source)).statedLanguage).toBe(language)
  })
})

describe('a text without a character stands where it would begin', () => {
  it.each([
    ['markdown', '---\nsubject:\n---\n', 16],
    ['html', '---\nlang: en\n---\n<p></p>', 16],
    ['text', 'Subject: a\n\n', 12],
    ['eml', 'Subject: a\n\n', 12]
  ] as const)('%s', async (format, source, at) => {
    const {body} = await parse(format, source)
    expect(body.text.toSource(0, 0)).toEqual({start: at, end: at, exact: true})
  })

  it('an empty subject', async () => {
    const {headers} = await parse('markdown', '---\nsubject: ""\nfrom:\n---\n')
    expect(headers.map(({text}) => text.toSource(0, 0).start)).toEqual([13, 20])
  })
})

describe('bad input is read in the time that any draft takes', () => {
  const size = 100_000
  const many = [
    ...'{}*[_<`>&|~#=\\\0\uD800\uDC00\r\n\t',
    'a*',
    '*a_',
    '<b>',
    '<p>',
    '</b>',
    '<b><i>',
    '<!--',
    '{{',
    '- ',
    '> '
  ]
  const shapes: readonly [string, string][] = [
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['1 MB without a space', 'a'.repeat(1_000_000)],
    ...many.map((unit): [string, string] => [`${JSON.stringify(unit)} over and over`, unit.repeat(size / unit.length)]),
    ['100,000 nested tags', '<div>'.repeat(size)],
    ['100,000 paragraphs that stay open', '<p>a'.repeat(size)],
    ['10,000 links', '[a](https://b.example) '.repeat(10_000)],
    ['10,000 links in HTML', '<a href="https://b.example">a</a> '.repeat(10_000)],
    ['lists in lists', Array.from({length: 300}, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['quotations with wide gaps', `${'>   '.repeat(99)}a`],
    ['unbalanced tags', '<table><tr><b>a<p>b</i></table></b><td>c</ul>'.repeat(500)],
    ['a line', '-'.repeat(500)]
  ]
  it.each(shapes)('%s', {timeout: 30_000}, async (_, shape) => {
    const sources: readonly [Name, string][] = [
      ['markdown', shape],
      ['markdown', `---\nsubject: ${shape.slice(0, size)}\n---\na`],
      ['html', shape],
      ['text', shape],
      ['eml', `Content-Type: text/html\r\n\r\n${shape}`]
    ]
    for (const [format, source] of sources) {
      const email = await parse(format, source)
      const {start, end} = email.body.text.toSource(0, email.body.text.value.length)
      expect(start <= end && end <= source.length).toBe(true)
    }
  })

  it.each([
    ['more lines', 'a\n'.repeat(4000), /4,000 lines/],
    ['more emphasis', '*a* '.repeat(1000), /2,000 marks of emphasis/],
    ['more links', '[a](b) '.repeat(2000), /8,000 brackets/],
    ['deeper quotations', `${'> '.repeat(150)}a`, /levels deep/]
  ])('Markdown with %s than a mail has is read as plain text, and says so', async (_, source, message) => {
    const {notices, body} = await parse('markdown', source)
    expect(notices.map((notice) => notice.message)).toEqual([expect.stringMatching(message)])
    expect(body.text.value).toContain('a')
  })
})
