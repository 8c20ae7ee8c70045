import {describe, expect, test} from 'vitest'
import type {Anatomy} from '../src/anatomy/index.js'
import {resolveSettings} from '../src/config/index.js'
import {joinNeighbours, judgeSentences, openingOf, provenNearby, structureOf, subjectOf} from '../src/evidence/index.js'
import {formats} from '../src/generated/formats.js'
import {rules} from '../src/generated/rules.js'
import {name} from '../src/lint.js'
import {type Judge, judgeOf} from '../src/model/index.js'
import type {PhraseHit} from '../src/phrases/index.js'
import type {Place} from '../src/tree/index.js'

async function read(...paragraphs: string[]): Promise<Anatomy & {readonly judge: Judge}> {
  const signature = 'Jo Bell\nBell Castings Ltd\n+44 1632 960011'
  const source = [
    '---\nsubject: Castings\nlang: en\n---',
    'Dear Ms Orr,',
    ...paragraphs,
    'Kind regards,',
    signature
  ].join('\n\n')
  const {parse} = await formats.markdown.load()
  const parsed = await parse(source, {dialect: undefined, encoding: 'utf-8'})
  const found = await name(parsed, resolveSettings({}, undefined, rules))
  const judge = found.judgeFor('no-such-rule')
  if (!judge) throw new Error('English was not read')
  return {...found, judge}
}

/** A judge whose scores are known: so many thousandths for a word that stands in the sentence. */
function scoring(judge: Judge, scores: Readonly<Record<string, number>>, threshold = 500, bare = 100): Judge {
  const score = ({text, start, end}: Place): number => {
    const words = text.value.slice(start, end)
    return Math.max(-1000, ...Object.entries(scores).flatMap(([word, value]) => (words.includes(word) ? value : [])))
  }
  return {...judge, score, flags: (place) => score(place) > threshold, flagsBare: (place) => score(place) > bare}
}

function hitOf({email}: Anatomy, words: string): PhraseHit {
  const {text} = email.body
  const start = text.value.indexOf(words)
  const entry = {list: 'x', index: 0, match: [words], in: [], why: undefined, instead: undefined}
  return {entry, text, start, end: start + words.length}
}

describe('judgeSentences', () => {
  const claim = 'Our castings are superb in every way.'

  test('takes a phrase for certain and points at its words', async () => {
    const mail = await read(claim)
    const [found, ...more] = judgeSentences(mail.email, {phrases: [hitOf(mail, 'superb')], model: mail.judge})
    expect(more).toEqual([])
    expect(found?.words).toBe('superb')
    expect(found?.detail).toEqual(['phrase: “superb” (`superb`)'])
  })

  test.each([
    ['sure', 'superb', 600, 'Our superb castings weigh 40 kg.', true],
    ['less sure of a sentence with a figure', 'superb', 300, 'Our superb castings weigh 40 kg.', false],
    ['less sure of a bare sentence', 'superb', 300, claim, true],
    ['not sure', 'superb', 50, claim, false]
  ])('goes by a model that is %s', async (_, word, score, sentence, flagged) => {
    const {email, judge} = await read('We cast grey iron in Leeds.', sentence)
    const found = judgeSentences(email, {phrases: [], model: scoring(judge, {[word]: score})})
    expect(found.map(({words}) => words)).toEqual(flagged ? [sentence] : [])
  })

  test('says once what a phrase and the model both find', async () => {
    const mail = await read(claim)
    const model = scoring(mail.judge, {superb: 900})
    expect(judgeSentences(mail.email, {phrases: [hitOf(mail, 'superb')], model})).toHaveLength(1)
  })

  test('lets an excuse cancel either', async () => {
    const mail = await read(claim)
    const model = scoring(mail.judge, {superb: 900})
    const excused = () => true
    expect(judgeSentences(mail.email, {phrases: [hitOf(mail, 'superb')], model, excused})).toEqual([])
  })

  test('leaves the signature alone', async () => {
    const {email, judge} = await read(claim)
    expect(judgeSentences(email, {phrases: [], model: scoring(judge, {Castings: 900})})).toEqual([])
  })

  test('judges the subject where it is asked to', async () => {
    const {email, judge} = await read(claim)
    const options = {phrases: [], model: scoring(judge, {Castings: 900})}
    expect(judgeSentences(email, {...options, subject: true}).map(({words}) => words)).toEqual(['Castings'])
  })
})

test.each([
  ['a figure in the sentence', ['Our castings are superb, at 0.3 % scrap.'], true],
  ['a figure in the next sentence', ['Our castings are superb. Scrap is 0.3 % a year.'], true],
  ['a client by name', ['Our castings are superb, says Harrow Pumps.'], true],
  ['nothing', ['Our castings are superb. Everybody says so.'], false],
  ['a figure that measures nothing', ['Our castings are superb. We are here 24/7.'], false],
  ['a figure two sentences on', ['Our castings are superb. Everybody says so. Scrap is 0.3 %.'], false]
])('a claim is proven nearby by %s', async (_, paragraphs, proven) => {
  const mail = await read(...paragraphs)
  expect(provenNearby(mail.email, mail.judge)(hitOf(mail, 'superb'))).toBe(proven)
})

test('neighbouring findings become one where a rule asks for it', async () => {
  const {email, judge} = await read('The sea was calm. The gulls were loud. We cast iron in Leeds. The sun rose.')
  const model = scoring(judge, {sea: 900, gulls: 900, sun: 900})
  const found = joinNeighbours(judgeSentences(email, {phrases: [], model}), email)
  expect(found.map(({words}) => words)).toEqual(['The sea was calm. The gulls were loud.', 'The sun rose.'])
})

test('structure tells figures and names of others', async () => {
  const mail = await read('We cast 40 kg hubs for Harrow Pumps. Nothing is said here.')
  const of = (words: string) => structureOf(hitOf(mail, words), mail.email, mail.judge.reader)
  expect(of('We cast 40 kg hubs for Harrow Pumps.')).toMatchObject({figure: true, name: true})
  expect(of('Nothing is said here.')).toEqual({figure: false, name: false, offer: false})
})

test('the opening is its first sentences, the subject the whole of it', async () => {
  const {email} = await read('One is here. Two is here. Three is here.', 'Four.')
  const [opening, subject] = [openingOf(email, 2), subjectOf(email)]
  expect(opening?.text.value.slice(opening.start, opening.end)).toBe('One is here. Two is here.')
  expect(subject?.text.value.slice(subject.start, subject.end)).toBe('Castings')
})

test('without a model a judge flags nothing', async () => {
  const {email, judge} = await read('Hurry, this is your last chance.')
  const [place] = [openingOf(email, 1)]
  if (!place) throw new Error('no opening')
  expect(judgeOf(undefined, judge.reader).flags(place)).toBe(false)
  expect(judge.explain(place)).toEqual([])
})
