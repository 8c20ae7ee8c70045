import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {englishWords} from '../src/languages/en/words.js'
import {persianWords} from '../src/languages/fa/words.js'
import {Automaton} from '../src/phrases/automaton.js'
import {
  checkExamples,
  compileLexicon,
  PatternError,
  PhraseFileError,
  parseLists,
  parsePattern,
  parsePhrases,
  type WordLists
} from '../src/phrases/build.js'
import {createMatcher, type FindOptions, type Lexicon, readWords, type WordNormaliser} from '../src/phrases/index.js'
import {Search} from '../src/phrases/search.js'
import {MappedText, type Span} from '../src/tree/index.js'

const lists: WordLists = {
  role: ['engineer', '%rank? sales manager', 'head of *'],
  rank: ['senior', 'deputy'],
  month: ['june', 'may'],
  date: ['# %month', '%month #'],
  norm: ['iso #'],
  negation: ['not', 'no'],
  'negation-after': ['نیست']
}

function lexiconOf(yaml: string, normaliser: WordNormaliser, file = 'rules/some-rule/phrases.en.yml'): Lexicon {
  return compileLexicon(parsePhrases(yaml, file), lists, normaliser)
}

function oneEntry(match: string | string[], more: object = {}): string {
  return JSON.stringify([{match, ok: [], bad: [], ...more}]).replaceAll('[]', '["-"]')
}

/** The words of the text that the patterns match; `{{...}}` is a merge tag. */
function found(yaml: string, text: string, normaliser = englishWords, options: FindOptions = {}): string[] {
  const matcher = createMatcher(lexiconOf(yaml, normaliser), normaliser)
  const hits = matcher.find(MappedText.slice(text), {tags: tagsOf(text), ...options})
  return hits.map(({start, end}) => text.slice(start, end))
}

function tagsOf(text: string): Span[] {
  return [...text.matchAll(/\{\{.*?\}\}/g)].map(({index, 0: {length}}) => ({start: index, end: index + length}))
}

describe('a pattern matches words', () => {
  test.each<[pattern: string, text: string, matches: string[]]>([
    ['world-class', 'Our world class, World-Class work', ['world class', 'World-Class']],
    ['world class', 'Our world class, World-Class work', ['world class', 'World-Class']],
    ['start-up', 'a startup, a start-up, a start up', ['startup', 'start-up', 'start up']],
    ['free', 'Lead-free solder, duty-free goods, free of charge', ['free']],
    ['we are', 'We’re here and WE ARE here', ['We’re', 'WE ARE']],
    ['do not', "Don't wait, DON’T wait, dont wait", ["Don't", 'DON’T', 'dont']],
    ["it's", 'it is, its, it’s', ['it is', 'it’s']],
    ['optimise', 'We optimize and optimise', ['optimize', 'optimise']],
    ['optimiz*', 'optimise, Optimization, optimum', ['optimise', 'Optimization']],
    ['favourite colour', 'your favorite color', ['favorite color']],
    ['email', 'an e-mail or E-mail or email', ['e-mail', 'E-mail', 'email']],
    ['guaranteed results', 'Ｇｕａｒａｎｔｅｅｄ results', ['Ｇｕａｒａｎｔｅｅｄ results']],
    ['(best|top|number one) price', 'best price, number one price, one price', ['best price', 'number one price']],
    ['(very best)? price', 'the very best price; best price', ['very best price', 'price']],
    ['our new? tool', 'our new tool; our tool; our old tool', ['our new tool', 'our tool']],
    ['the * price', 'the lead-free price; the very low price; the price', ['the lead-free price']],
    ['*-powered', 'AI-powered; powered', ['AI-powered']],
    ['save #', 'save 20 %, save $1,200.50, save time', ['save 20 %', 'save $1,200.50']],
    ['100%', '100%, 100 %, 100 percent, 100 units', ['100%', '100 %', '100 percent']],
    ['$500 off', 'get $500 off', ['$500 off']],
    ['#1 choice', 'the #1 choice; the 1 choice', ['#1 choice']],
    ['we ... guarantee', 'we can and will guarantee; we a b c d e guarantee', ['we can and will guarantee']],
    ['my name is <name>', 'My name is Jane van der Berg, and', ['My name is Jane van der Berg']],
    ['my name is <name>', "My name is Tom and I'd like to", ['My name is Tom']],
    ['<name> here', 'The quick note: Maria Silva here', ['Maria Silva here']],
    ['hi <name>', 'Hi {{first_name}}, how', ['Hi {{first_name}}']],
    ['hi <tag>', 'Hi {{first_name}}, hi Jane', ['Hi {{first_name}}']],
    ['as %role at <name>', 'as Senior Sales Manager at Acme of York', ['as Senior Sales Manager at Acme of York']],
    ['^quick question$', 'Quick question! A quick question. Quick question now.', ['Quick question']],
    ['for you$', 'A gift for you. For you only', ['for you']],
    ['best price', 'The best. Price it', []],
    ['best price', 'The best\n\nprice', []],
    ['best price', 'The best\nprice', ['best\nprice']],
    ['from acme ltd today', 'from Acme Ltd. today', ['from Acme Ltd. today']],
    ['acme com', 'see www.acme.com/free or a@acme.com', []],
    [
      '(world|first)-class',
      'world class, first-class, worldclass, class',
      ['world class', 'first-class', 'worldclass']
    ],
    ['a world-(class|leading) x', 'a world-leading x, a world class x', ['a world-leading x', 'a world class x']],
    ['免费', '完全免费试用', ['免费']]
  ])('%s in “%s”', (pattern, text, matches) => {
    expect(found(oneEntry(pattern), text)).toEqual(matches)
  })

  test.each<[pattern: string, text: string, matches: string[]]>([
    ['بی نظیر', 'بی‌نظیر، بي نظير، بینظیر', ['بی‌نظیر', 'بي نظير', 'بینظیر']],
    ['می رود', 'می‌رود و می رود و ميرود و نمی‌رود', ['می‌رود', 'می رود', 'ميرود']],
    ['مشتری ها', 'مشتری‌ها، مشتری ها، مشتریها', ['مشتری‌ها', 'مشتری ها', 'مشتریها']],
    ['حرفه‌ای', 'حرفه ای، حرفه‌ای', ['حرفه ای', 'حرفه‌ای']],
    ['مقرون به‌صرفه', 'مقرون به صرفه، مقرون‌به‌صرفه', ['مقرون به صرفه', 'مقرون‌به‌صرفه']],
    [
      '(تولید|وارد)‌(کننده|کنندگان)',
      'تولیدکننده، وارد‌کنندگان، تولید کننده',
      ['تولیدکننده', 'وارد‌کنندگان', 'تولید کننده']
    ],
    ['کتاب', 'كتاب، کـتـاب، کِتاب', ['كتاب', 'کـتـاب', 'کِتاب']],
    ['۱۰۰ درصد', '۱۰۰٪، 100 درصد، ١٠٠ درصد', ['۱۰۰٪', '100 درصد', '١٠٠ درصد']],
    ['آینده', 'آینده، اینده', ['آینده']],
    ['<name> هستم', 'سمیرا توکلی هستم', ['سمیرا توکلی هستم']],
    ['تخفیف ویژه', 'تخفیف؟ ویژه', []]
  ])('%s in “%s”', (pattern, text, matches) => {
    expect(found(oneEntry(pattern), text, persianWords)).toEqual(matches)
  })
})

describe('an entry can ask for more', () => {
  const cheap = (more: object): string => oneEntry('cheap', more)
  test.each<[more: object, text: string, matches: number]>([
    [{unless: ['number']}, 'It is cheap: 12 euros.', 0],
    [{unless: ['number']}, 'It is cheap. 12 euros.', 1],
    [{unless: [{next: ['number']}]}, 'It is cheap. 12 euros.', 0],
    [{unless: [{next: ['number']}]}, 'It is cheap. Yes. 12 euros.', 1],
    [{unless: ['name']}, 'It is cheap for Siemens.', 0],
    [{unless: ['name']}, 'Cheap it is, I say.', 1],
    [{unless: ['name']}, 'Really Cheap Deals For Busy Companies', 1],
    [{unless: ['date']}, 'It is cheap until 3 June.', 0],
    [{unless: ['norm']}, 'It is cheap and follows ISO 9001.', 0],
    [{unless: ['quoted']}, 'They call it “cheap stuff”.', 0],
    [{with: ['capitals']}, 'It is CHEAP.', 1],
    [{with: ['capitals']}, 'It is Cheap.', 0],
    [{unless: ['negated']}, 'It is not really cheap.', 0],
    [{unless: ['negated']}, 'We do not sell anything that is really cheap.', 1],
    [{unless: [{words: ['cheap and cheerful', 'price list']}]}, 'It is cheap and cheerful.', 0],
    [{unless: [{words: ['cheap and cheerful', 'price list']}]}, 'It is cheap.', 1],
    [{with: [{words: ['offer']}]}, 'A cheap offer.', 1],
    [{with: [{words: ['offer']}]}, 'A cheap thing.', 0],
    [{with: ['number', {words: ['offer']}]}, 'A cheap offer.', 0]
  ])('%j: “%s”', (more, text, matches) => {
    expect(found(cheap(more), text)).toHaveLength(matches)
  })

  it('of a part of the mail', () => {
    const text = 'cheap\n\ncheap'
    const sectionAt = (offset: number): string => (offset === 0 ? 'greeting' : 'pitch')
    expect(found(cheap({in: ['pitch']}), text, englishWords, {sectionAt})).toHaveLength(1)
    expect(found(cheap({in: ['body']}), text, englishWords, {sectionAt})).toHaveLength(2)
    expect(found(cheap({in: ['subject']}), text, englishWords, {sectionAt})).toHaveLength(0)
    expect(found(cheap({in: ['subject']}), text, englishWords, {sectionAt: () => 'subject'})).toHaveLength(2)
  })

  it('where Persian denies after the words', () => {
    expect(found(oneEntry('ارزان', {unless: ['negated']}), 'این ارزان نیست.', persianWords)).toEqual([])
    expect(found(oneEntry('ارزان', {unless: ['negated']}), 'این ارزان است.', persianWords)).toEqual(['ارزان'])
  })
})

describe('hits', () => {
  it('are the longest of an entry and do not overlap in a list', () => {
    const yaml = JSON.stringify([
      {match: ['best', 'best price'], ok: ['-'], bad: ['-']},
      {match: 'price guarantee', ok: ['-'], bad: ['-']}
    ])
    expect(found(yaml, 'best price guarantee, price guarantee')).toEqual(['best price', 'price guarantee'])
  })

  it('of different lists may overlap', () => {
    const entries = [
      ...parsePhrases(oneEntry('best price'), 'rules/a/phrases.en.yml'),
      ...parsePhrases('{greeting: [price now]}', 'src/languages/en/phrases.yml')
    ]
    const matcher = createMatcher(compileLexicon(entries, lists, englishWords), englishWords)
    const hits = matcher.find(MappedText.slice('best price now'))
    expect(hits.map(({entry}) => entry.list)).toEqual(['a', '@greeting'])
  })

  it('keep to the sentences that are given', () => {
    const sentences = [
      {start: 0, end: 8},
      {start: 8, end: 14}
    ]
    expect(found(oneEntry('best price'), 'The best price', englishWords, {sentences})).toEqual([])
  })

  it('survive the way through JSON', () => {
    const lexicon = lexiconOf(oneEntry('as %role ... today', {unless: ['date']}), englishWords)
    const matcher = createMatcher(JSON.parse(JSON.stringify(lexicon)) as Lexicon, englishWords)
    expect(matcher.find(MappedText.slice('as engineer here today'))).toHaveLength(1)
  })
})

describe('a bad pattern is refused with its column', () => {
  test.each<[pattern: string, column: number, message: RegExp]>([
    ['', 1, /nothing to match/],
    ['* *', 1, /needs a word/],
    ['(free|*)', 1, /needs a word/],
    ['free?', 1, /needs a word/],
    ['best (price', 6, /never closed/],
    ['best price)', 11, /without/],
    ['best (a|) price', 9, /nothing to match/],
    ['best ^price', 6, /beginning/],
    ['best $ price', 1, /end/],
    ['best <price>', 6, /means nothing/],
    ['(a|%role)-side', 1, /only words/],
    ['we... you', 1, /spaces around/]
  ])('%s', (pattern, column, message) => {
    const error = thrown(() => parsePattern(pattern, englishWords))
    expect(error).toBeInstanceOf(PatternError)
    expect(error).toMatchObject({column, message: expect.stringMatching(message)})
  })
})

describe('a bad phrase file is refused with its line', () => {
  test.each<[yaml: string, line: number, message: RegExp]>([
    ['- match: best\n  ok: [a]\n  bad: [best]\n  when: now', 4, /unknown key `when`/],
    ['- match: best\n  bad: [best]', 1, /no `ok`/],
    ['- match: best\n  ok: [a]\n  bad: [best]\n- match: best\n  ok: [a]\n  bad: [best]', 4, /already in line 1/],
    ['- match: best\n  ok: [a]\n  bad: []', 3, /`bad` is empty/],
    ['- match: save # now\n  ok: [a]\n  bad: [best]', 1, /quotation marks/],
    ['- match: best\n  in: [boddy]\n  ok: [a]\n  bad: [best]', 2, /no part of a mail/],
    ['- match: best\n  unless: [figure]\n  ok: [a]\n  bad: [best]', 2, /a condition is one of/],
    ['- match: best\n  with: [number]\n  unless: [number]\n  ok: [a]\n  bad: [best]', 1, /both/],
    ['- match: (best\n  ok: [a]\n  bad: [best]', 1, /never closed/],
    ['- match: "%nothing now"\n  ok: [a]\n  bad: [best]', 1, /no word list `nothing`/],
    ['- match: [best\n', 2, /./],
    ['just text', 1, /list of entries/]
  ])('%j', (yaml, line, message) => {
    const error = thrown(() => lexiconOf(yaml, englishWords))
    expect(error).toBeInstanceOf(PhraseFileError)
    expect(error).toMatchObject({line, file: 'rules/some-rule/phrases.en.yml', message: expect.stringMatching(message)})
  })

  it('whose examples do not hold', () => {
    const yaml = '- match: best\n  ok: [the best]\n  bad: [a good one, the best]'
    const errors = checkExamples(parsePhrases(yaml, 'rules/a/phrases.en.yml'), lists, englishWords)
    expect(errors.map(({message, line}) => `${line}: ${message}`)).toEqual([
      '1: does not match its bad example "a good one"',
      '1: matches its ok example "the best"'
    ])
  })

  it('whose word list leads back to itself', () => {
    const circle = {a: ['one %b'], b: ['two %a']}
    expect(() => compileLexicon([], circle, englishWords)).toThrow(/leads back to itself/)
  })
})

test.each([
  ['en', englishWords],
  ['fa', persianWords]
] as const)('the word lists of %s compile, each entry by itself', (code, normaliser) => {
  const file = `src/languages/${code}/lists.yml`
  const own = parseLists(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), file)
  expect(Object.keys(own)).toEqual(expect.arrayContaining(['role', 'organisation-kind', 'month', 'weekday', 'be']))
  expect(compileLexicon([], own, normaliser).listRoots).toHaveLength(Object.keys(own).length)
})

test('the entry shown in the README holds', () => {
  const readme = readFileSync(new URL('../src/phrases/README.md', import.meta.url), 'utf8')
  const shown = /```yaml\n([^`]*)```/.exec(readme)?.[1] ?? ''
  const errors = checkExamples(parsePhrases(shown, 'rules/a/phrases.en.yml'), lists, englishWords)
  expect(errors).toEqual([])
})

it('costs the same with ten times the entries', () => {
  const vocabulary = 'we offer the best price and quality for your new plant in spring'.split(' ')
  const text = Array.from({length: 400}, (_, at) => vocabulary[(at * 7) % vocabulary.length]).join(' ')
  const words = readWords(text, englishWords)
  const stepsWith = (count: number): number => {
    const entries = Array.from({length: count}, (_, at) => ({
      match: `${vocabulary[at % 13]} ${vocabulary[(at * 5) % 13]} ${at % 3 ? '' : '... '}noise${at}`,
      ok: ['-'],
      bad: ['-']
    }))
    const search = new Search(new Automaton(lexiconOf(JSON.stringify(entries), englishWords)), words, englishWords)
    search.run()
    return search.steps
  }
  expect(stepsWith(3000)).toBeLessThan(stepsWith(300) * 1.5)
})

it('costs no more per word in a long text', () => {
  const automaton = new Automaton(
    lexiconOf(oneEntry(['we ... we ... we x', '<name> we * y', '%role we']), englishWords)
  )
  const stepsOver = (count: number): number => {
    const search = new Search(automaton, readWords('we We head of '.repeat(count), englishWords), englishWords)
    search.run()
    return search.steps
  }
  expect(stepsOver(1000)).toBeLessThan(stepsOver(100) * 11)
})

describe('any text', () => {
  const alphabet = [...'aZ éß1٣.,-\u200c\'’%$#&@/:!؟\n"«»{}یمها免\ud83d\ude00\u0301']
  const anyText = fc.string({unit: fc.constantFrom(...alphabet), maxLength: 60})

  it.each([
    ['English', englishWords],
    ['Persian', persianWords]
  ] as const)('is read as %s words in order, none empty', (_, normaliser) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = readWords(text, normaliser)
        words.norms.forEach((norm, at) => {
          const start = words.starts[at] as number
          const end = words.ends[at] as number
          expect(norm).not.toBe('')
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          if (at === 0 || start === words.starts[at - 1]) return
          expect(start).toBeGreaterThanOrEqual(words.ends[at - 1] as number)
          expect(words.sentences[at]).toBeGreaterThanOrEqual(words.sentences[at - 1] as number)
        })
      })
    )
  })

  it('of plain words is found by itself as a pattern', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}(?:-[a-z]{1,5})?$/)
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 5}), (list) => {
        const phrase = list.join(' ')
        expect(found(oneEntry(phrase), `Xyz ${phrase} xyz`)).toContain(phrase)
      })
    )
  })
})

function thrown(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
