import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Content, contentOf} from '../src/parse/content.js'
import {readMarkdown, readWhole} from '../src/parse/markdown/body.js'
import {simpleBlocks} from '../src/parse/markdown/simple.js'

const lines = [
  'We make pallet racking for cold stores.',
  'Bellweir & Sons Ltd',
  'a_b_c and **bold** words',
  '- one item',
  '- ',
  '- **Price:** 5 euro',
  '- - nested',
  '* **bold**, and **more**.',
  'in **the middle** of it',
  '**a** **b**c **d **e',
  'a**b**',
  '** a**',
  '**a*b**',
  '***a***',
  '- # heading in an item',
  '-',
  '* [a link](https://parts.example/a?b=c)',
  '1. first',
  '12) twelfth',
  '+49 30 555 0101',
  '+ plus',
  '   indented',
  '      far indented',
  '\tby a tab',
  '> quoted',
  '>',
  '# Heading',
  '#hash',
  '---',
  '===',
  'two blanks at the end  ',
  'one blank ',
  'an escape \\* and `code`',
  '&amp; and & and &#43;',
  '![picture](a.png)',
  '[a]: https://parts.example',
  '[a]',
  '<b>bold</b>',
  'a < b > c',
  '~~~',
  '```',
  '| a | b |',
  '|---|---|',
  'Hi {{first_name}},',
  '{Hello|Good day} [Company]',
  'سلام آقای رضایی،',
  '\ue001 private',
  '',
  ' ',
  '\t'
]

const markdown = fc
  .array(
    fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n')),
    {
      maxLength: 12
    }
  )
  .map((parts) => parts.flat().join(''))

function plainContent(text: string): Content {
  return contentOf(text, undefined)
}

describe('Markdown that is read in parts', () => {
  test('is what it is when read as one', {timeout: 60_000}, async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        const content = plainContent(text)
        const {limit, ...inParts} = await readMarkdown(content, 0)
        expect(limit).toBeUndefined()
        expect(inParts).toEqual(await readWhole(content, 0))
      }),
      {numRuns: 800}
    )
  })

  test('is what it is when the parts were read before, elsewhere', async () => {
    for (const before of ['', 'Dear Ms Okoro,\n\n', 'Hi {{first_name}},\n\n']) {
      const content = plainContent(
        `${before}We ask **Anna** at {{company}}.\n\n- one\n- [two](https://parts.example)\n`
      )
      expect((await readMarkdown(content, 0)).body).toEqual(((await readWhole(content, 0)) as {body: unknown}).body)
    }
  })

  test.each([
    '# Heading',
    '- - item',
    'a *b*',
    'a\n---',
    '  a',
    'a  \nb',
    'a\\',
    '1. a',
    '[a](b)',
    '> a',
    '- a\nb',
    '**a **'
  ])('is left to a Markdown parser: %j', (text) => expect(simpleBlocks(text)).toBeUndefined())

  test.each(['#hash', '+49 30 555 0101', 'Bolt & Sons', 'a\nb', '5.50 euro', 'a < b', '- a\n- **b:** c', 'a:\n* b'])(
    'needs no Markdown parser: %j',
    (text) => expect(simpleBlocks(text)).toBeDefined()
  )
})
