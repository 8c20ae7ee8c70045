import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import rule from '../rules/subject-hype/index.js'
import {shapesIn} from '../rules/subject-hype/shapes.js'
import {englishWords} from '../src/languages/en/words.js'
import {lint} from '../src/lint.js'

const shapes = (subject: string, emoji = true) =>
  shapesIn(subject, emoji).map(({start, end}) => subject.slice(start, end))

async function found(subject: string, options: {allow?: string[]; emoji?: boolean} = {}, language = 'en') {
  const draft = `---\nsubject: ${JSON.stringify(subject)}\nlang: ${language}\n---\n\nWe are Tollgate Pumps in Derby.\n`
  const {findings} = await lint(draft, {config: {rules: {'subject-hype': ['error', options]}}})
  return findings.filter(({ruleId}) => ruleId === 'subject-hype').map(({start, end}) => draft.slice(start, end))
}

describe('shapes that shout or sparkle', () => {
  test.each([
    ['Cork fabrics!! New colours', ['!!']],
    ['Cork! Felt! Jute', ['!', '!']],
    ['Cork？！ Felt！', ['？！', '！']],
    ['CORK FABRICS AT LAST', ['CORK FABRICS AT LAST']],
    ['About our CORK FABRICS for shoes', ['CORK FABRICS']],
    ['Cork: NOW!', ['NOW']],
    ['🔥🔥 Cork 💰', ['🔥🔥', '💰']],
    ['❤️ Cork', ['❤️']],
    ['$$$ from cork', ['$$$']],
    ['$ave on cork, €€', ['$ave', '€€']],
    ['Cork is sooo soft', ['sooo']],
    ['Wowww, cork', ['Wowww']],
    ['سلاااام، چوب‌پنبه', ['سلاااام']],
    ['ســـلام، چوب‌پنبه', ['ســـلام']],
    ['Cork cork cork, from stock', ['Cork cork cork']]
  ])('%s', (subject, expected) => expect(shapes(subject)).toEqual(expected))

  test.each([
    'HVAC, SCADA, MES and OPC UA for your line',
    'LDPE AND HDPE',
    'ADR class 3, DAP Frankfurt, 2 x 40 HC',
    'ISO 9001 and IATF 16949 audits',
    'VCN150, SAC305, CW614N, 1.4462',
    'AAA batteries, Type III and XVIII, www.cork.example',
    'Schifffahrt and Kaffeeernte',
    'See you at stand B14!',
    'US$ 4.20 per kg, CA$14,200, €0.09',
    '☎ 01632 960144, ✉ sales, ✓ 🇬🇧 📦 🚚',
    'فولاد VCN150، ISO 9001'
  ])('none in: %s', (subject) => expect(shapes(subject)).toEqual([]))

  test('emoji are left alone where the option says so', () => expect(shapes('🔥 Cork', false)).toEqual([]))

  test('no two lie over each other, and all are in order', () => {
    const piece = fc.constantFrom(
      '!!',
      '!',
      'WOW',
      'CORK',
      'sooo',
      '🔥',
      '❤️',
      '$$',
      '$ave',
      ' ',
      'x',
      '٪',
      'سلاااام',
      '-'
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const subject = pieces.join('')
        let end = 0
        for (const shape of shapesIn(subject, true)) {
          expect(shape.start).toBeGreaterThanOrEqual(end)
          expect(shape.end).toBeGreaterThan(shape.start)
          end = shape.end
        }
        expect(end).toBeLessThanOrEqual(subject.length)
      })
    )
  })
})

describe('in a draft', () => {
  test.each([
    ['SPECIAL OFFER ON CORK!!', ['SPECIAL OFFER', '!!']],
    ["Don't miss our cork", ["Don't miss"]],
    ['{{FIRST_NAME}}, cork rolls from Porto, 2 mm', []],
    ['Special price for 2 mm cork until 30 June', []],
    ['Lead-free solder, bank guarantee, exclusive of VAT', []],
    ['Limited company audit in the free trade zone', []]
  ])('%s', async (subject, expected) => expect(await found(subject)).toEqual(expected))

  test.each([
    ['تخفیف استثنایی چوب‌پنبه', ['تخفیف استثنایی']],
    ['فرصت طلایی را از دست ندهيد', ['فرصت طلایی', 'از دست ندهيد']],
    ['چاپ ویژه‌نامه نمایشگاه، ۳۲ صفحه', []],
    ['اجاره انبار در منطقه ویژه اقتصادی', []]
  ])('%s', async (subject, expected) => expect(await found(subject, {}, 'fa')).toEqual(expected))

  test('words of the trade are allowed by option', async () => {
    const subject = 'Amazing cork from Porto 🔥'
    expect(await found(subject)).toEqual(['Amazing', '🔥'])
    expect(await found(subject, {allow: ['amazing']})).toEqual(['🔥'])
    expect(await found(subject, {allow: ['Amazing'], emoji: false})).toEqual([])
  })

  test('the body is not judged', async () => {
    const {findings} = await lint('---\nsubject: Cork, 2 mm\nlang: en\n---\n\nA SPECIAL OFFER FOR YOU!! 🔥\n')
    expect(findings.filter(({ruleId}) => ruleId === 'subject-hype')).toEqual([])
  })

  test('shapes are found in a language whose prose is not read', async () => {
    expect(await found('Korkplatten!! 🔥', {}, 'de')).toEqual(['!!', '🔥'])
  })
})

test('a draft without a subject is not judged', async () => {
  const {findings} = await lint('Dear Ms Arden,\n\nwe sell cork!! 🔥\n', {format: 'markdown'})
  expect(findings.filter(({ruleId}) => ruleId === 'subject-hype')).toEqual([])
})

test('British and American spellings meet in the patterns', () => {
  expect(englishWords.norms('revolutionise')).toEqual(englishWords.norms('revolutionize'))
  expect(rule.category).toBe('trust')
})
