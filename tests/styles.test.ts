import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {lint} from '../src/lint.js'
import {openingTag} from '../src/parse/elements.js'
import {matchesSimple, type RawStyle, styleReader, stylesOfSheet} from '../src/parse/styles/index.js'

/** `property: value @ the words of the source` for each element of the draft, in reading order. */
function stylesIn(html: string): string[] {
  const tree = fromHtml(html)
  const reader = styleReader(tree, html)
  return elementsOf(tree).flatMap((element) =>
    reader.read(element, html, openingTag(element, html)).map((style) => told(style, html))
  )
}

function told({property, value, source}: RawStyle, html: string): string {
  return `${property}: ${value} @ ${html.slice(source.start, source.end)}`
}

function elementsOf(parent: Root | Element): Element[] {
  return parent.children.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(node)] : []))
}

describe('declarations stand at their own words', () => {
  test.each<[string, string[]]>([
    ['<p style="color:red">a</p>', ['color: red @ color:red']],
    [
      "<p class=x STYLE = ' Color : RED ; ; font-size:20px !important;'>a</p>",
      ['color: RED @ Color : RED', 'font-size: 20px @ font-size:20px !important']
    ],
    ['<p style=color:#e4002b>a</p>', ['color: #e4002b @ color:#e4002b']],
    ['<p title="a>b" style="color:red">a</p>', ['color: red @ color:red']],
    [
      '<p style="color:red;\r\n  background-color: yellow">a</p>',
      ['color: red @ color:red', 'background-color: yellow @ background-color: yellow']
    ],
    ['<p style="color:red" style="color:blue">a</p>', ['color: red @ color:red']],
    [
      '<p style="font-family:&quot;Arial&quot;;color:red">a</p>',
      [
        'font-family: "Arial" @ style="font-family:&quot;Arial&quot;;color:red"',
        'color: red @ style="font-family:&quot;Arial&quot;;color:red"'
      ]
    ],
    ['<p style="colour;color:red">a</p>', ['color: red @ color:red']],
    ['<p style="">a</p><p style>b</p>', []],
    ['<p data-style="color:red">a</p>', []]
  ])('%s', (html, expected) => {
    expect(stylesIn(html)).toEqual(expected)
  })
})

describe('shorthands are told in longhands', () => {
  test.each<[string, string[]]>([
    ['background:#fff3d6', ['background-color: #fff3d6']],
    ['background:url(a.png) no-repeat center #00FF00', ['background-color: #00FF00', 'background-image: url(a.png)']],
    [
      'background:linear-gradient(90deg, red, blue)',
      ['background-color: transparent', 'background-image: linear-gradient(90deg, red, blue)']
    ],
    ['background:rgba(255, 0, 0, .5)', ['background-color: rgba(255, 0, 0, .5)']],
    ['background:none', ['background-color: transparent']],
    [
      'font:bold 14px/1.5 Arial, sans-serif',
      ['font-size: 14px', 'font-weight: bold', 'font-family: Arial, sans-serif']
    ],
    ['font:7.0pt "Times New Roman"', ['font-size: 7.0pt', 'font-family: "Times New Roman"']],
    ['font:x-large Impact', ['font-size: x-large', 'font-family: Impact']],
    ['font:inherit', []]
  ])('%s', (css, expected) => {
    expect(stylesIn(`<p style='${css}'>a</p>`)).toEqual(expected.map((one) => `${one} @ ${css}`))
  })
})

describe('old HTML is told in CSS', () => {
  test.each<[string, string[]]>([
    [
      '<font color="#cc0066" size=6 face="Arial Black">a</font>',
      [
        'color: #cc0066 @ color="#cc0066"',
        'font-size: xx-large @ size=6',
        'font-family: Arial Black @ face="Arial Black"'
      ]
    ],
    ['<font color=cc0066 size="+1">a</font>', ['color: #cc0066 @ color=cc0066', 'font-size: large @ size="+1"']],
    [
      '<table bgcolor=yellow><tr><td background="x.gif">a</td></tr></table>',
      ['background-color: yellow @ bgcolor=yellow', 'background-image: url(x.gif) @ background="x.gif"']
    ],
    ['<body text=red link="#00ff00">a</body>', ['color: red @ text=red', 'color: #00ff00 @ link="#00ff00"']],
    ['<marquee>a</marquee>', ['overflow-style: marquee-line @ <marquee>']],
    ['<blink>a</blink><big>b</big>', ['text-decoration: blink @ <blink>', 'font-size: larger @ <big>']],
    [
      '<mark>a</mark><mark style="background:none">b</mark>',
      ['background-color: yellow @ <mark>', 'background-color: transparent @ background:none']
    ],
    ['<input size=20><img color=red><center>a</center>', []]
  ])('%s', (html, expected) => {
    expect(stylesIn(html)).toEqual(expected)
  })
})

describe('style sheets', () => {
  test.each<[string, string, string[]]>([
    [
      'tag, class and id',
      'p{color:red} .a{color:blue} #b{color:green}',
      ['color: red @ color:red', 'color: blue @ color:blue', 'color: green @ color:green']
    ],
    ['a list of selectors counts once for an element', 'h1, p, .x{color:red}', ['color: red @ color:red']],
    [
      'descendant and child',
      'body p{color:red} body>p{color:blue} div p{color:green}',
      ['color: red @ color:red', 'color: blue @ color:blue']
    ],
    ['what hits no element', '.promo{background:yellow} table{color:red}', []],
    ['states and pseudo elements', 'p:hover{color:red} p::before{color:red} p:first-child{color:red}', []],
    ['fonts and imports', '@font-face{font-family:X;src:url(x)} @import "x.css"; @page{color:red}', []],
    ['print and dark', '@media print{p{color:red}} @media (prefers-color-scheme: dark){p{color:red}}', []],
    [
      'other media',
      '@media screen and (max-width:600px){p{color:red}} @media print, screen{p{color:blue}}',
      ['color: red @ color:red', 'color: blue @ color:blue']
    ],
    ['a sheet in a comment', '<!-- p{color:red} -->', ['color: red @ color:red']],
    [
      'a broken rule between others',
      'p{color:red} }} %%% {x} p{color:blue;;:}',
      ['color: red @ color:red', 'color: blue @ color:blue']
    ]
  ])('%s', (_, css, expected) => {
    expect(stylesIn(`<html><head><style>\r\n${css}</style></head><body><p class="a" id=b>a</p></body></html>`)).toEqual(
      expected
    )
  })

  test('offsets count from where the sheet stands', () => {
    const css = '.a{color:red}'
    expect(stylesOfSheet(css, 100)[0]?.source).toEqual({start: 103, end: 112})
  })

  test('the media attribute counts like a media rule', () => {
    expect(stylesIn('<style media=print>p{color:red}</style><p>a</p>')).toEqual([])
    expect(stylesIn('<style media=screen>p{color:red}</style><p>a</p>')).toEqual(['color: red @ color:red'])
  })
})

describe('simple selectors', () => {
  const element = elementsOf(fromHtml('<p class="lead big" id="top">', {fragment: true}))[0] as Element
  test.each([
    ['p', true],
    ['P', true],
    ['*', true],
    ['.lead', true],
    ['p.lead.big', true],
    ['#top', true],
    ['p:link', true],
    ['div', false],
    ['.Lead', false],
    ['p.small', false],
    ['p[id]', false],
    ['p + p', false],
    ['p ~ p', false],
    ['div p', false],
    ['', false]
  ])('%s', (selector, expected) => {
    expect(matchesSimple(selector, element)).toBe(expected)
  })
})

describe('hostile input is read in one pass or left', () => {
  const many = 100_000
  test.each([
    ['open brackets', '('.repeat(many)],
    ['open braces', 'a{'.repeat(many)],
    ['semicolons', ';'.repeat(many)],
    ['comments', '/*'.repeat(many)],
    ['declarations', 'color:red;'.repeat(many / 10)],
    ['quotes', `"'`.repeat(many)],
    ['colons', ':'.repeat(many)]
  ])('%s', (_, css) => {
    expect(() => stylesIn(`<p style='${css.replaceAll("'", '')}'>a</p>`)).not.toThrow()
    expect(() => stylesOfSheet(css, 0)).not.toThrow()
  })
})

const sheet = (css: string): string => `<style>${css}</style>`
const button = (look: string): string => `<p><a href="https://ironbay.example/visit" style="${look}">Visit us</a></p>`

/** What colourful-layout points at in a letter that is plain but for `extra`. */
async function culprits(extra: string, signature = 'Owen Reed'): Promise<string[]> {
  const draft = `<html><head><title>Pallet racking in stock</title></head><body style="font-family:Arial;color:#222">
<p>Dear Ms Hale,</p><p>Ironbay makes pallet racking for warehouses and would like to offer you fifty bays from stock.</p>
${extra}
<p>Kind regards,</p><p>${signature}<br>Ironbay Ltd, 3 Mill Road, Leeds LS1 4AB<br>01632 960 221</p></body></html>`
  const {findings} = await lint(draft, {file: 'draft.html'})
  return findings.filter(({ruleId}) => ruleId === 'colourful-layout').map(({start, end}) => draft.slice(start, end))
}

describe('what makes a leaflet', () => {
  test.each<[string, string, string[]]>([
    ['coloured text', '<p>At <b style="color:#c2410c">480 pounds</b></p>', ['color:#c2410c']],
    ['a blue heading', '<h2 style="color:#2563eb">The offer</h2>', ['color:#2563eb']],
    [
      'a link in another colour than links have',
      '<p><a href="https://ironbay.example" style="color:#0b7285">here</a></p>',
      ['color:#0b7285']
    ],
    ['the same colour once', '<p style="color:red">one</p><p style="color:#ff0000">two</p>', ['color:red']],
    ['a tinted panel', '<div style="background-color:#eef7f1">fifty bays</div>', ['background-color:#eef7f1']],
    ['a thin tint', '<p style="background:rgba(255,0,0,.08)">fifty bays</p>', ['background:rgba(255,0,0,.08)']],
    ['a dark panel', '<div style="background:#222;color:#fff">fifty bays</div>', ['background:#222']],
    ['a bar of colour without words', '<div style="background:#e4002b;height:4px"></div>', ['background:#e4002b']],
    ['a highlight', '<p>only <mark>fifty</mark></p>', ['<mark>']],
    [
      'a gradient',
      '<div style="background:linear-gradient(90deg,#f00,#00f)">x</div>',
      ['background:linear-gradient(90deg,#f00,#00f)']
    ],
    ['a filled button', button('background:#111;color:#fff;padding:8px 20px'), ['background:#111']],
    ['a framed button', button('border:1px solid #333;padding:8px 20px'), ['border:1px solid #333']],
    [
      'a cell as a button',
      '<table><tr><td bgcolor="#0055aa"><a href="https://ironbay.example">Visit us</a></td></tr></table>',
      ['bgcolor="#0055aa"']
    ],
    [
      'a button from a sheet',
      `${sheet('.btn{padding:9px;background:#ff7a00}')}<a class="btn" href="https://ironbay.example">Visit us</a>`,
      ['background:#ff7a00']
    ],
    ['a banner', '<img src="racks.jpg" width="600">', ['<img src="racks.jpg" width="600">']],
    ['a picture of unknown size', '<img src="racks.jpg">', ['<img src="racks.jpg">']],
    ['blinking', '<blink>fifty bays</blink>', ['<blink>']],
    ['type twice as large', '<h1 style="font-size:36px">Fifty bays</h1>', ['font-size:36px']],
    [
      'a scale of sizes',
      '<p style="font-size:20px">Fifty</p><p style="font-size:24px">bays</p>',
      ['font-size:20px', 'font-size:24px']
    ],
    [
      'a third font',
      '<p style="font-family:Consolas">PR-200</p><p style="font-family:Georgia">bays</p>',
      ['font-family:Consolas', 'font-family:Georgia']
    ],
    [
      'in a leaflet a second font too',
      '<p style="font-family:Impact;color:red">Fifty</p>',
      ['font-family:Impact', 'color:red']
    ]
  ])('%s', async (_, extra, expected) => {
    expect(await culprits(extra)).toEqual(expected)
  })
})

describe('what does not', () => {
  test.each<[string, string]>([
    ['greys of web design', '<p style="color:#475569">one</p><p style="color:#33475b">two</p>'],
    ['navy ink', '<p style="color:#1f3864">fifty bays</p>'],
    ['links in their blue', '<p><a href="https://ironbay.example" style="color:#2563eb">here</a></p>'],
    ['a colour that other words take over', '<div style="color:red"><p style="color:#000">fifty bays</p></div>'],
    [
      'light grey rows',
      '<table border="1"><tr bgcolor="#f2f2f2"><td style="padding:6px;border:1px solid #ccc"><a href="https://ironbay.example">here</a></td></tr></table>'
    ],
    [
      'a grey page around a white one',
      '<div style="background:#f4f4f4"><div style="background:#fff">fifty</div></div>'
    ],
    ['a rule of the sheet that hits nothing', sheet('.promo{background:#ff7a00}')],
    [
      'what only print or a dark scheme shows',
      sheet('@media print{p{color:red}} @media (prefers-color-scheme:dark){p{background:#002}}')
    ],
    ['a tracking pixel', '<img src="o.gif" width="1" height="1">'],
    ['a logo', '<img src="logo.png" width="120" height="40">'],
    ['one heading', '<h1 style="font-size:24px">Fifty bays</h1>'],
    ['small print', '<p style="font-size:8px">Ironbay Ltd</p><p style="font-size:9px">Leeds</p>'],
    ['a second font', '<p style="font-family:Consolas">PR-200</p>'],
    ['a merge tag for a colour', '<p style="color:{{brand}}">fifty bays</p>']
  ])('%s', async (_, extra) => {
    expect(await culprits(extra)).toEqual([])
  })

  test('the colour of the house in the signature, but not two of them', async () => {
    expect(await culprits('', '<b style="color:#c2410c">Owen Reed</b>')).toEqual([])
    expect(await culprits('', '<b style="color:#c2410c">Owen</b> <b style="color:#2e7d32">Reed</b>')).toEqual([
      'color:#2e7d32'
    ])
  })
})
