import type {LanguagePack} from '../../languages/define-language.js'
import {featureVersion, type WrittenModel, writeWeights} from '../../model/index.js'
import {checksumOf} from '../models.js'
import {type Draft, type Stretch, stretchesOf} from './drafts.js'
import type {Example} from './examples.js'
import {crossScores, partsOf, type Scored} from './figures.js'
import {fitModel} from './fit-model.js'
import type {Judgement} from './judgements.js'

/** How much all stretches of drafts that are fine count together, against all examples that are fine. */
const draftShare = 3
/** How many drafts may be flagged by a score alone and, where structure speaks for it, by a lower one. */
const alone = {clean: 0.01, others: 0.1}
const withStructure = {clean: 0.02, others: 0.15}
const folds = 5

export interface Trained {
  readonly written: WrittenModel & {readonly drafts: string}
  readonly examples: readonly Example[]
  /** The examples, each scored by a model that has not seen it. */
  readonly tenths: readonly Scored[]
  /** Stretches of drafts, each scored by a model that has not seen its draft. */
  readonly stretches: readonly ScoredStretch[]
}

export interface ScoredStretch extends Scored {
  readonly example: Stretch
}

export function trainModel(
  examples: readonly Example[],
  drafts: readonly Draft[],
  judgement: Judgement,
  pack: LanguagePack
): Trained {
  const stretches = weighed(stretchesOf(drafts, judgement, pack), examples)
  const model = fitModel([...examples, ...stretches])
  const parts = partsOf(stretches, folds, ({file}) => Number.parseInt(checksumOf(file).slice(0, 8), 16))
  const scored = crossScores(parts, examples, fitModel) as ScoredStretch[]
  const tenths = crossScores(
    partsOf(examples, 10, (_, index) => index),
    stretches,
    fitModel
  )
  const threshold = Math.max(0, leavingAlone(tenths), thresholdFor(scored, alone))
  const bare = thresholdFor(
    scored.filter(({example}) => example.bare),
    withStructure
  )
  return {
    examples,
    tenths,
    stretches: scored,
    written: {
      features: featureVersion,
      drafts: checksumOf(drafts.map(({checksum}) => checksum).join()),
      bias: model.bias,
      step: model.step,
      threshold,
      bareThreshold: Math.min(threshold, Math.max(0, bare)),
      words: writeWeights(model.wordWeights),
      characters: writeWeights(model.characterWeights)
    }
  }
}

/** Drafts have far more sentences that are fine than examples do; weighed, they do not drown what is to be found. */
export function weighed(stretches: readonly Stretch[], examples: readonly Example[]): Stretch[] {
  const fine = stretches.filter(({has}) => !has).length
  const weight = Math.min(1, (draftShare * examples.filter(({has}) => !has).length) / Math.max(1, fine))
  return stretches.map((stretch) => (stretch.has ? stretch : {...stretch, weight}))
}

/** The share of near-misses among the examples that a model alone must leave alone. */
const leftAlone = 0.95

function leavingAlone(scored: readonly Scored[]): number {
  const near = scored.filter(({example}) => example.tag === 'hard-negative').map(({score}) => score)
  return near.sort((a, b) => a - b)[Math.floor(near.length * leftAlone)] ?? 0
}

/** The lowest score above which no more drafts are flagged than may be: of clean ones, and of those with other problems. */
function thresholdFor(scored: readonly ScoredStretch[], shares: typeof alone): number {
  const fine = scored.filter(({example}) => !example.has)
  return Math.max(
    exceededBy(
      fine.filter(({example}) => example.clean),
      shares.clean
    ),
    exceededBy(
      fine.filter(({example}) => !example.clean),
      shares.others
    )
  )
}

function exceededBy(scored: readonly ScoredStretch[], share: number): number {
  const highest = new Map<string, number>()
  for (const {example, score} of scored) highest.set(example.file, Math.max(score, highest.get(example.file) ?? score))
  const ordered = [...highest.values()].sort((a, b) => b - a)
  return ordered[Math.floor(ordered.length * share)] ?? 0
}
