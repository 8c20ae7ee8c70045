import {
  bucketCount,
  characterCount,
  charactersOf,
  type Features,
  inverseRoot,
  type TrainedModel
} from '../../model/index.js'
import type {Example} from './examples.js'
import {learn, type Row} from './learner.js'

/** What an error costs against the size of the weights; 0.1 to 3 measured within 0.002 F1 of each other. */
const cost = 1
/** Weights beyond this share of the largest are cut: a few rare n-grams must not coarsen all others. */
const keptShare = 0.9995
const largestWeight = 127
/** More n-grams measured no better, and a model is to stay well under 100 KB. */
const keptNgrams = 16_000

type Fitted = Pick<TrainedModel, 'bias' | 'step' | 'wordWeights' | 'characterWeights'>

/** Learns from examples and rounds what was learnt to small integers. */
export function fitModel(examples: readonly Example[]): Fitted {
  const rarity = rarities(examples)
  const rows = examples.map((example) => rowOf(example, rarity))
  const learnt = learn(rows, 2 * bucketCount)
  const scaled = learnt.subarray(0, 2 * bucketCount).map((weight, column) => weight * (rarity[column] as number))
  const unit = unitOf(scaled)
  const rounded = heaviest(
    Int8Array.from(scaled, (weight) => Math.max(-largestWeight, Math.min(largestWeight, Math.round(weight / unit))))
  )
  return {
    bias: Math.round((learnt[2 * bucketCount] as number) * 1000),
    step: Math.round(unit * 1000 * 2 ** 14),
    wordWeights: rounded.slice(0, bucketCount),
    characterWeights: rounded.slice(bucketCount)
  }
}

/** Without the lightest weights, so many that at most `keptNgrams` are left. */
function heaviest(weights: Int8Array): Int8Array {
  let least = 1
  while (weights.reduce((count, weight) => count + (Math.abs(weight) >= least ? 1 : 0), 0) > keptNgrams) least++
  return weights.map((weight) => (Math.abs(weight) >= least ? weight : 0))
}

function rowOf({features, has, weight}: Example, rarity: Float64Array): Row {
  const columns = columnsOf(features)
  const shares = [features.words.length, characterCount(features)].map((count) => inverseRoot(count) / 2 ** 14)
  const values = columns.map((column) => (rarity[column] as number) * (shares[column < bucketCount ? 0 : 1] as number))
  return {columns, values, has, cost: cost * weight}
}

function columnsOf(features: Features): number[] {
  return [...features.words, ...charactersOf(features).map((bucket) => bucket + bucketCount)]
}

/** Inverse document frequencies: what stands in few examples says more about each of them. */
function rarities(examples: readonly Example[]): Float64Array {
  const counts = new Float64Array(2 * bucketCount)
  for (const {features} of examples)
    for (const column of columnsOf(features)) counts[column] = (counts[column] as number) + 1
  return counts.map((count) => naturalLogarithm((1 + examples.length) / (1 + count)) + 1)
}

/** `Math.log` may differ between platforms in its last digit; this uses + - * / only. */
function naturalLogarithm(value: number): number {
  let halvings = 0
  let rest = value
  for (; rest > 1.5; rest /= 2) halvings++
  const ratio = (rest - 1) / (rest + 1)
  let sum = 0
  let power = ratio
  for (let term = 1; term < 30; term += 2) {
    sum += power / term
    power *= ratio * ratio
  }
  return halvings * Math.LN2 + 2 * sum
}

function unitOf(weights: Float64Array): number {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const largest = sizes[Math.floor((sizes.length - 1) * keptShare)] ?? 1
  return largest / largestWeight
}
