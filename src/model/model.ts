import {characterCount, charactersOf, type Features} from './features.js'
import {readWeights} from './weights.js'

/** A trained model as it stands in `rules/<id>/model.<language>.json`. All numbers are integers. */
export interface WrittenModel {
  /** `featureVersion` of the training. */
  readonly features: number
  /** What a stretch without any known n-gram scores, in thousandths. */
  readonly bias: number
  /** What a weight of 1 stands for: thousandths, times 2^14. */
  readonly step: number
  /** The score above which a stretch is flagged; calibrated on whole drafts. */
  readonly threshold: number
  /** The score above which a stretch is flagged that has no figure, no name and no offer in it. */
  readonly bareThreshold: number
  readonly words: string
  readonly characters: string
}

/** A logistic-like linear model over hashed n-grams. */
export interface Model extends Omit<WrittenModel, 'words' | 'characters'> {
  /** Its place among the models of its language. */
  readonly column: number
  readonly wordWeights: Weights
  readonly characterWeights: Weights
  /** What it and its neighbours in the table make of a stretch, by column: to score with all takes little more. */
  readonly scoreAll?: (features: Features) => readonly number[]
}

/** A model with weights of its own. */
export interface TrainedModel extends Model {
  readonly wordWeights: Int8Array
  readonly characterWeights: Int8Array
}

/** The weight of each bucket: a model's own array, or its share of the table that all models of a language lie in. */
export type Weights = Pick<Int8Array, 'at'>

export function readModel(written: WrittenModel, column = 0): TrainedModel {
  return {
    ...written,
    column,
    wordWeights: readWeights(written.words),
    characterWeights: readWeights(written.characters)
  }
}

/**
 * How surely a stretch has what the model judges, in thousandths: 0 is even, 1000 is what training asks of a clear
 * example. Integers only, so that every platform gives the same.
 */
export function scoreOf(model: Model, features: Features): number {
  if (model.scoreAll) return model.scoreAll(features)[model.column] as number
  const {words} = features
  const sums = {
    words: sumOf(model.wordWeights, words),
    characters: sumOf(model.characterWeights, charactersOf(features))
  }
  return scoreOfSums(model, sums.words, sums.characters, rootsOf(features))
}

/** By what the sums of a stretch's weights are divided. */
export function rootsOf(features: Features): Roots {
  return {words: inverseRoot(features.words.length), characters: inverseRoot(characterCount(features))}
}

interface Roots {
  readonly words: number
  readonly characters: number
}

export function scoreOfSums(model: Pick<Model, 'bias' | 'step'>, words: number, characters: number, by: Roots): number {
  return model.bias + inThousandths(words * by.words + characters * by.characters, model)
}

/** What a weight that is used once adds to the score of a stretch with so many n-grams of its kind. */
export function shareOf(model: Model, weight: number, count: number): number {
  return inThousandths(weight * inverseRoot(count), model)
}

function sumOf(weights: Weights, buckets: readonly number[]): number {
  let sum = 0
  for (const bucket of buckets) sum += weights.at(bucket) as number
  return sum
}

/** At most 2 * 127 * 2^14 * sqrt(count) * step: exact in a double for any stretch of words. */
function inThousandths(sum: number, {step}: Pick<Model, 'step'>): number {
  return Math.floor((sum * step) / 2 ** 28)
}

/** 2^14 divided by the square root of a count, rounded down, in integer steps. */
export function inverseRoot(count: number): number {
  const square = Math.floor(2 ** 28 / Math.max(1, count))
  let root = Math.floor(Math.sqrt(square))
  while (root * root > square) root--
  while ((root + 1) * (root + 1) <= square) root++
  return root
}
