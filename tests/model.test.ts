import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checksumOf, type ModelFile, modelFile, readModels} from '../src/build/models.js'
import {readDrafts} from '../src/build/training/drafts.js'
import {featuresOfText, kinExamples, readExamples} from '../src/build/training/examples.js'
import {judgements} from '../src/build/training/judgements.js'
import {learn} from '../src/build/training/learner.js'
import {trainModel} from '../src/build/training/train-model.js'
import english from '../src/languages/en/index.js'
import persian from '../src/languages/fa/index.js'
import {contributionsOf} from '../src/model/explain.js'
import {
  bucketCount,
  characterCount,
  charactersOf,
  featureVersion,
  inverseRoot,
  type Model,
  readModel,
  scoreOf,
  tokensOf,
  writeWeights
} from '../src/model/index.js'
import {readWeights} from '../src/model/weights.js'
import {readWords} from '../src/phrases/index.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const packs = {en: english, fa: persian}

function fileOf(rule: string, language: string): ModelFile {
  return JSON.parse(readFileSync(path.join(root, modelFile(rule, language)), 'utf8'))
}

const weights = (entries: Readonly<Record<number, number>>): Int8Array => {
  const all = new Int8Array(bucketCount)
  for (const [bucket, weight] of Object.entries(entries)) all[Number(bucket)] = weight
  return all
}

describe('features', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['en', 'We guarantee you’ll grow', "WE GUARANTEE YOU'LL GROW"],
    ['en', 'An e-mail in colour', 'an email in color'],
    ['fa', 'می‌کنیم', 'مي كنيم'],
    ['fa', 'تا ۲۴ ساعت', 'تا 24 ساعت']
  ]
  test.each(same)('are the same for %s “%s” and “%s”', (language, one, other) => {
    const pack = packs[language as keyof typeof packs]
    expect(featuresOfText(one, pack)).toEqual(featuresOfText(other, pack))
  })

  test('tell signs and the length apart', () => {
    expect(featuresOfText('Hurry', english)).not.toEqual(featuresOfText('Hurry!', english))
    expect(featuresOfText('Hurry', english).runs).toEqual(featuresOfText('Hurry!', english).runs)
  })

  test('name each bucket once, inside the range', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const features = featuresOfText(text, english)
        const {words} = features
        const characters = charactersOf(features)
        expect(characterCount(features)).toBe(characters.length)
        for (const buckets of [words, characters]) {
          expect(new Set(buckets).size).toBe(buckets.length)
          expect(buckets.every((bucket) => bucket >= 0 && bucket < bucketCount)).toBe(true)
        }
      })
    )
  })

  test('grow linearly with the text', () => {
    const of = (count: number) => featuresOfText('palletwrapper '.repeat(count), english)
    expect(charactersOf(of(2000))).toEqual(charactersOf(of(20)))
  })
})

describe('weights', () => {
  test('come back as they were written', () => {
    const entries = fc.dictionary(fc.nat({max: bucketCount - 1}).map(String), fc.integer({min: -127, max: 127}))
    fc.assert(
      fc.property(entries, (written) => {
        const all = weights(written)
        expect(readWeights(writeWeights(all)).every((weight, bucket) => weight === all[bucket])).toBe(true)
      }),
      {numRuns: 50}
    )
  })

  test.each([
    ['a cut end', writeWeights(weights({5: 3})).slice(0, -4) || 'AQ=='],
    ['more buckets than there are', btoa('\xff\xff\xff\x01\x05')],
    ['a bucket twice', btoa('\x01\x05\x00\x05')]
  ])('of another size are refused: %s', (_, written) => {
    expect(() => readWeights(written)).toThrow('weights of another size')
  })
})

describe('the score', () => {
  test('is made of integers: the inverse root is exact', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 100_000}), (count) => {
        const root = BigInt(inverseRoot(count))
        const square = 2n ** 28n / BigInt(count)
        expect(root * root <= square && (root + 1n) * (root + 1n) > square).toBe(true)
      })
    )
  })

  test('adds bias and weights, each kind divided by the root of its number', () => {
    const model: Model = {
      features: featureVersion,
      column: 0,
      bias: -100,
      step: 2 ** 14,
      threshold: 0,
      bareThreshold: 0,
      wordWeights: weights({7: 30, 9: 10}),
      characterWeights: weights({7: -40})
    }
    expect(scoreOf(model, {words: [7, 9, 1, 2], runs: [{buckets: [3]}], repeated: []})).toBe(-100 + 40 / 2)
    expect(scoreOf(model, {words: [7], runs: [{buckets: [7, 1, 2, 3]}], repeated: []})).toBe(-100 + 30 - 40 / 2)
    expect(scoreOf(model, {words: [], runs: [{buckets: []}], repeated: []})).toBe(-100)
  })

  test('is explained by words: the words that tell it carry it', () => {
    const model = readModel(fileOf('filler', 'en'))
    const text = 'I hope this email finds you well, and the pallets arrive on Monday.'
    const tokens = tokensOf(readWords(text, english.normalise), {start: 0, end: text.length})
    const [first] = contributionsOf(model, tokens)
    expect(first?.weight).toBeGreaterThan(0)
    expect(text.slice(first?.start, first?.end)).toMatch(/hope|finds you well/)
  })
})

describe('the learner', () => {
  const row = (column: number, has: boolean) => ({columns: [column], values: [1], has, cost: 1})

  test('parts what can be parted, the same way each time', () => {
    const rows = [row(0, true), row(1, false), row(0, true), row(2, false)]
    const learnt = learn(rows, 3)
    expect(learnt[0]).toBeGreaterThan(0)
    expect(learnt[1]).toBeLessThan(0)
    expect(learn(rows, 3)).toEqual(learnt)
  })

  test('heeds what an error costs', () => {
    const against = (cost: number) => learn([row(0, true), {...row(0, false), cost}], 1)
    expect(Number(against(0.1)[0])).toBeGreaterThan(Number(against(10)[0]))
  })
})

describe('shipped models', () => {
  const shipped = Object.entries(packs).flatMap(([language, pack]) =>
    judgements
      .filter(({rule}) => readExamples(root, rule, pack).length > 0)
      .map((judgement) => [judgement.rule, language] as const)
  )

  test.each(shipped)('%s in %s fits its rule and is small', (rule, language) => {
    expect(Object.keys(readModels(root, [rule], language, true))).toEqual([rule])
    const {words, characters} = fileOf(rule, language)
    expect(words.length + characters.length).toBeLessThan(100 * 1024)
  })

  test.each(shipped)('%s in %s parts most blatant examples from ordinary ones', (rule, language) => {
    const model = readModel(fileOf(rule, language))
    const examples = readExamples(root, rule, packs[language as keyof typeof packs])
    const share = (tag: string, above: boolean) => {
      const all = examples.filter((example) => example.tag === tag)
      return all.filter(({features}) => scoreOf(model, features) > model.bareThreshold === above).length / all.length
    }
    expect(share('blatant', true)).toBeGreaterThan(0.8)
    expect(share('ordinary', false)).toBeGreaterThan(0.9)
  })

  test('are what training gives', {timeout: 120_000}, async () => {
    const judgement = judgements.find(({rule}) => rule === 'subject-deceptive')
    if (!judgement) throw new Error('there is no such judgement')
    const {rule, language, examples, ...committed} = fileOf(judgement.rule, 'fa')
    const own = [...readExamples(root, rule, persian), ...kinExamples(root, judgement, persian)]
    const {written} = trainModel(own, await readDrafts(root, 'fa'), judgement, persian)
    expect({language, rule}).toEqual({language: 'fa', rule: 'subject-deceptive'})
    expect(examples).toMatch(/^[0-9a-f]{16}$/)
    expect(written, 'run `npm run train`').toEqual(committed)
  })
})

describe('the build refuses', () => {
  const examples = '1\tLast chance\tblatant\town\n0\tPrice list 2026\tordinary\town\n'
  const sound = {
    rule: 'urgency',
    language: 'en',
    features: featureVersion,
    examples: checksumOf(examples),
    bias: 0,
    step: 1,
    threshold: 0,
    bareThreshold: 0,
    words: '',
    characters: ''
  }
  const read = (model: string | undefined, rows = examples) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'model-'))
    mkdirSync(path.join(folder, 'rules/urgency'), {recursive: true})
    writeFileSync(path.join(folder, 'rules/urgency/examples.en.tsv'), rows)
    if (model !== undefined) writeFileSync(path.join(folder, modelFile('urgency', 'en')), model)
    try {
      return readModels(folder, ['urgency'], 'en', true)
    } finally {
      rmSync(folder, {recursive: true})
    }
  }

  test('nothing that fits', () => {
    expect(Object.keys(read(JSON.stringify(sound)))).toEqual(['urgency'])
  })

  test.each([
    ['examples without weights', undefined, 'no weights'],
    ['no JSON', '{', 'rules/urgency/model.en.json'],
    ['weights of another rule', JSON.stringify({...sound, rule: 'filler'}), 'weights of filler'],
    ['weights of another language', JSON.stringify({...sound, language: 'fa'}), 'in fa'],
    ['other features', JSON.stringify({...sound, features: 0}), 'other features'],
    ['weights of another size', JSON.stringify({...sound, words: btoa('\xff\xff\xff\x01\x05')}), 'another size'],
    ['numbers that are no integers', JSON.stringify({...sound, bias: 0.5}), 'no integer'],
    ['weights older than their examples', JSON.stringify({...sound, examples: 'x'}), 'examples have changed']
  ])('%s', (_, model, message) => {
    expect(() => read(model)).toThrow(message)
    expect(() => read(model)).toThrow('rules/urgency/model.en.json')
  })

  test('examples that are wrong, by file and line', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'model-'))
    mkdirSync(path.join(folder, 'rules/urgency'), {recursive: true})
    const written = (rows: string) => {
      writeFileSync(path.join(folder, 'rules/urgency/examples.en.tsv'), rows)
      return () => readExamples(folder, 'urgency', english)
    }
    expect(written(`${examples}2\tHurry\tblatant\town\n`)).toThrow('rules/urgency/examples.en.tsv:3')
    expect(written(`${examples}1\tHurry\n`)).toThrow('rules/urgency/examples.en.tsv:3')
    expect(written(`${examples}0\tLast chance\tordinary\town\n`)).toThrow('with the other label')
    rmSync(folder, {recursive: true})
  })
})
