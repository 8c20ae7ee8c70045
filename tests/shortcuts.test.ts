import fc from 'fast-check'
import {parse} from 'tldts'
import {describe, expect, test} from 'vitest'
import {hostParts} from '../src/anatomy/contacts/host-parts.js'
import {parsedSentences} from '../src/anatomy/prose.js'
import {rowsOfCapitals, stretchedWords} from '../src/evidence/index.js'
import english from '../src/languages/en/index.js'
import {narrowing} from '../src/tree/letters.js'

describe('a narrowed expression finds what the whole one finds', () => {
  const expressions = [
    /[\p{L}\p{N}'’-]+/gu,
    /^\p{Lu}[\p{L}\p{M}'’-]+$/gu,
    /(?<![\p{L}\p{N}])\p{Lu}|\p{Ll}\p{Nd}+/gu,
    /[^\p{L}\p{N}\]]\]?|\\p\{Lu\}/gu,
    /^(?:[\p{Lu}\p{Lt}\p{sc=Han}][\p{L}\p{M}&'’.+-]*(?: |$))+$/gu
  ]
  const character = fc.oneof(
    {weight: 4, arbitrary: fc.integer({min: 0, max: 0x250})},
    fc.integer({min: 0x2010, max: 0x203f}),
    fc.integer({min: 0x20a0, max: 0x20bf})
  )
  const latin = fc.array(character).map((codes) => String.fromCharCode(...codes))

  test.each(expressions)('%s', (expression) => {
    const patternFor = narrowing(expression.source, 'gu')
    const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map((match) => [match.index, ...match])
    fc.assert(
      fc.property(fc.oneof(latin, fc.string({unit: 'grapheme'})), (text) => {
        expect(found(patternFor(text), text)).toEqual(found(expression, text))
      })
    )
    for (let code = 0; code < 0x2100; code++) {
      const text = String.fromCharCode(code)
      expect(found(patternFor(text), text)).toEqual(found(expression, text))
    }
  })
})

test('a host has the parts that the public suffix list gives it', () => {
  const label = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
  const end = fc.constantFrom(
    'com',
    'net',
    'org',
    'example',
    'ch',
    'de',
    'dk',
    'eu',
    'li',
    'lu',
    'nl',
    'co.uk',
    'uk.com',
    'github.io',
    'dev',
    'com.example'
  )
  const host = fc.tuple(
    fc.array(fc.oneof(label, fc.constantFrom('www', 'ac', 'co', 'com', 'edu', 'gov', 'gob', 'net', 'or', 'org')), {
      maxLength: 4
    }),
    end
  )
  fc.assert(
    fc.property(host, ([labels, suffix]) => {
      const written = [...labels, suffix].join('.')
      expect(parse(written)).toMatchObject(hostParts(written))
    }),
    {numRuns: 1000}
  )
})

describe('what raises the voice is found without reading every word', () => {
  const letters = "aaAbéÉÖ1-’' ,.\nسس😀𝗮𝗔ſK"
  const text = fc.array(fc.constantFrom(...letters), {maxLength: 30}).map((characters) => characters.join(''))

  test('words in capitals', () => {
    fc.assert(
      fc.property(text, (written) => {
        const words = [...written.matchAll(/[\p{L}\p{N}'’-]+/gu)]
        const loud = words.filter(([word]) => /^\p{Lu}[\p{Lu}'’-]*$/u.test(word))
        const rows = rowsOfCapitals(written)
        const inRows = loud.filter(({index}) => rows.some(({start, end}) => start <= index && index < end))
        expect(inRows).toEqual(loud)
        expect(rows.filter(({start}) => loud.every(({index}) => index !== start))).toEqual([])
        for (const {start, end} of rows) expect(written.slice(start, end)).not.toMatch(/\p{Ll}|\n/u)
      }),
      {numRuns: 2000}
    )
  })

  test('stretched words stand where a letter comes three times', () => {
    fc.assert(
      fc.property(text, (written) => {
        const words = stretchedWords(written).map(({start, end}) => written.slice(start, end))
        const alone = [...written.matchAll(/[\p{L}\u0640\u064b-\u0652]+/gu)].map(([word]) => word)
        const needed = alone.filter((word) => stretchedWords(`hooo ${word}`).length > 1)
        expect(words).toEqual(needed)
      }),
      {numRuns: 2000}
    )
  })
})

describe('simple sentences of English', () => {
  const end = fc.constantFrom('. ', '. ', '! ', '? ', '.', '.) ', '.” ', '... ', ' ', ', ')
  const word = fc.oneof(
    fc.constantFrom('We', 'press', 'cent', 'etc', 'Thurs', 'tbsp', 'Mr', 'works', '10.50', '3.', 'U.S', 'a', 'I', '12'),
    fc.constantFrom(
      'co-worker',
      'don’t',
      "o'",
      'AT&T',
      '-',
      '&',
      '€',
      'Łódź',
      '(about',
      'half)',
      '“good”',
      'w/',
      'n/a'
    ),
    fc.stringMatching(/^[A-Za-z]{1,9}$/)
  )
  const text = fc
    .array(fc.tuple(word, fc.oneof({weight: 3, arbitrary: fc.constant(' ')}, end)), {minLength: 1, maxLength: 14})
    .map((words) => words.flat().join(''))

  test('are those that the parser tells', () => {
    let simple = 0
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((written) => written.trim())
        ),
        (written) => {
          const sentences = english.simpleSentences?.(written)
          if (!sentences) return
          simple++
          expect(sentences).toEqual(parsedSentences(written, english))
        }
      ),
      {numRuns: 20_000}
    )
    expect(simple).toBeGreaterThan(1000)
  })

  test('end in no word that the parser takes for shortened', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    for (const first of letters)
      for (const second of letters)
        for (const third of letters) {
          const text = `By ${first}${second}${third}. And`
          expect(english.simpleSentences?.(text) ?? parsedSentences(text, english)).toEqual(
            parsedSentences(text, english)
          )
        }
  })

  test('are most of those in drafts', () => {
    expect(
      english.simpleSentences?.('We press lids at 1.5 bar. Each carries a number! Will you try one?')
    ).toHaveLength(3)
    expect(english.simpleSentences?.('Write to Mr. Bauer.')).toBeUndefined()
  })
})
