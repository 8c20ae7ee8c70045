import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readModels} from '../src/build/models.js'
import {featuresOfText} from '../src/build/training/examples.js'
import english from '../src/languages/en/index.js'
import {bucketCount, readModel, scoreOf, type WrittenModel, writeWeights} from '../src/model/index.js'
import {packModels, unpackModels} from '../src/model/packed.js'
import {type Bytes, fromBase64, fromText, joinParts, takeApart, toBase64, toText} from '../src/parts.js'
import {compileLexicon, parsePhrases} from '../src/phrases/build.js'
import {packLexicon, unpackLexicon} from '../src/phrases/packed.js'

const root = fileURLToPath(new URL('../', import.meta.url))

describe('tables in bytes', () => {
  const parts = fc.array(
    fc.oneof(
      fc.uint8Array(),
      fc.int8Array(),
      fc.uint16Array(),
      fc.int32Array(),
      fc.string({unit: 'grapheme'}).map(fromText)
    )
  )

  test('come apart as they were joined, wherever the bytes lie', () => {
    fc.assert(
      fc.property(parts, fc.nat({max: 7}), (written, offset) => {
        const joined = joinParts(written)
        const elsewhere = new Uint8Array(joined.length + offset)
        elsewhere.set(joined, offset)
        expect(takeApart(elsewhere.subarray(offset))).toEqual(written)
      })
    )
  })

  test('come back from base64 and from text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({unit: 'grapheme'}), (bytes, text) => {
        expect(fromBase64(toBase64(bytes as Bytes))).toEqual(bytes)
        expect(toText(fromText(text))).toBe(text)
      })
    )
  })
})

test('a lexicon comes back as it was compiled', () => {
  const yaml =
    "- match: ['price list', 'as %role']\n  why: shows “a list”\n  unless: [number]\n  ok: [x]\n  bad: [price list]\n- match: 'قیمت assess*'\n  ok: [x]\n  bad: [قیمت assessed]\n"
  const lexicon = compileLexicon(
    parsePhrases(yaml, 'rules/some-rule/phrases.en.yml'),
    {role: ['head of sales']},
    english.normalise
  )
  const {entries, ...rest} = unpackLexicon(packLexicon(lexicon))
  expect(Array.from({length: entries.length}, (_, id) => entries.at(id))).toEqual(
    JSON.parse(JSON.stringify(lexicon.entries))
  )
  expect(
    JSON.parse(JSON.stringify(rest, (_, value) => (ArrayBuffer.isView(value) ? [...(value as Uint16Array)] : value)))
  ).toEqual({
    ...lexicon,
    entries: undefined
  })
  expect(entries.at(entries.length)).toBeUndefined()
})

describe('the models of a language in one table', () => {
  const written = fc.record({
    features: fc.constant(1),
    bias: fc.integer({min: -1000, max: 1000}),
    step: fc.integer({min: 1, max: 100_000}),
    threshold: fc.nat(1000),
    bareThreshold: fc.nat(1000),
    words: weights(),
    characters: weights()
  })

  test('score what each scores on its own', () => {
    const buckets = fc.uniqueArray(fc.nat({max: 300}))
    const ofWords = fc.array(fc.array(fc.nat({max: 300})), {maxLength: 5})
    fc.assert(
      fc.property(fc.dictionary(fc.string(), written, {maxKeys: 3}), buckets, ofWords, (models, words, runs) => {
        const modelOf = unpackModels(packModels(models as Record<string, WrittenModel>))
        const all = runs.flat()
        const features = {
          words,
          runs: runs.map((buckets) => ({buckets})),
          repeated: all.filter((bucket, at) => all.indexOf(bucket) < at)
        }
        for (const [rule, model] of Object.entries(models))
          expect(scoreOf(modelOf(rule) as never, features)).toBe(scoreOf(readModel(model), features))
      }),
      {numRuns: 20}
    )
  })

  test('weigh each bucket as they do in their files', () => {
    const models = readModels(root, ['filler', 'urgency'], 'en', false)
    const modelOf = unpackModels(packModels(models))
    const features = featuresOfText(readFileSync(path.join(root, 'fixtures/samples/good-letter.md'), 'utf8'), english)
    for (const [rule, file] of Object.entries(models)) {
      const own = readModel(file)
      const shared = modelOf(rule)
      expect(scoreOf(shared as never, features)).toBe(scoreOf(own, features))
      for (let bucket = 0; bucket < bucketCount; bucket += 97) {
        expect(shared?.wordWeights.at(bucket)).toBe(own.wordWeights.at(bucket))
      }
    }
    expect(modelOf('no-such-rule')).toBeUndefined()
  })

  function weights(): fc.Arbitrary<string> {
    const entries = fc.array(fc.tuple(fc.nat({max: 300}), fc.integer({min: -127, max: 127})))
    return entries.map((pairs) => {
      const all = new Int8Array(bucketCount)
      for (const [bucket, weight] of pairs) all[bucket] = weight
      return writeWeights(all)
    })
  }
})
