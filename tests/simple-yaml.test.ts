import fc from 'fast-check'
import {expect, test} from 'vitest'
import {contentOf} from '../src/parse/content.js'
import {parseYaml, readFrontMatter} from '../src/parse/front-matter.js'
import {simpleEntries} from '../src/parse/simple-yaml.js'

const values = [
  'Pallet racking from Leeds',
  'Anna Okoro <anna@lids.example>',
  '"Exclusive: one #1"',
  "'it is so'",
  '"an \\" escape"',
  'Re: your order',
  'Exclusive: 20 % off: today - only',
  'Re: 3-day offer [one] {two} *three* "four"',
  'Re: - item',
  'Re: [one',
  'Re:  &anchor',
  'a: b # c',
  'no',
  'null',
  '12',
  '5 euro',
  'a # comment',
  'a #b',
  'colon at the end:',
  'ten:thirty',
  '[a, b]',
  '{{first_name}}, hello',
  'Hi {{first_name}}',
  'سلام آقای رضایی',
  '  two blanks before',
  'two blanks behind  ',
  '""',
  '',
  '| \n  a block',
  'folded\n  on',
  '- item',
  '& anchor',
  '!tag',
  'é\u00a0ü',
  '\ttab',
  'a\ttab'
]

const yaml = fc
  .array(
    fc.tuple(
      fc.constantFrom('subject', 'from', 'lang', 'Reply-To', 'x_y', 'true', 'y', '9', 'with space'),
      fc.constantFrom(': ', ':  ', ':', ' : '),
      fc.oneof(fc.constantFrom(...values), fc.string({unit: 'grapheme', maxLength: 12})),
      fc.constantFrom('\n', '\n', '\r\n')
    ),
    {minLength: 1, maxLength: 4}
  )
  .map((lines) => lines.map((parts) => parts.join('')).join(''))

test('what is read without a YAML parser is what one reads', () => {
  let simple = 0
  fc.assert(
    fc.property(yaml, (text) => {
      if (!simpleEntries(text)) return
      simple++
      const content = contentOf(`---\n${text}---\n`, undefined)
      const {headers, notices} = readFrontMatter(content)
      expect({headers, notices}).toEqual(parseYaml(content.masked.slice(4, 4 + text.length), 4, content))
    }),
    {numRuns: 5000}
  )
  expect(simple).toBeGreaterThan(100)
})

test('a value that looks like a key with a value is refused without a YAML parser', () => {
  expect(simpleEntries('from: a\nsubject: Exclusive: 3 left\n')).toEqual({nestedAt: 17})
})

test.each([
  'subject: 12\n',
  'subject: a: "b"\n',
  'subject: [a]\n',
  'subject: a # b\n',
  'subject: no\n',
  '  subject: a\n',
  'subject: "a\\n"\n'
])('is left to a YAML parser: %j', (text) => expect(simpleEntries(text)).toBeUndefined())
