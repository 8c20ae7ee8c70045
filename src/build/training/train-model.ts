import type {LanguagePack} from '../../languages/define-language.js'
import {featureVersion, type WrittenModel, writeWeights} from '../../model/index.js'
import {checksumOf} from '../models.js'
import {type Draft, type Stretch, stretchesOf} from './drafts.js'
import type {Example} from './examples.js'
import {crossScores, partsOf, type Scored} from './figures.js'
import {fitModel} from './fit-model.js'
import type {Judgement} from './judgements.js'

/** How much all stretches of drafts that are fine count together, against all examples that are fine. */
const draftShare = 1
/** Of the drafts without a problem at most this share may be flagged by the model alone, and with structure's help. */
const mostFlagged = 0.01
const mostFlaggedBare = 0.02
const folds = 5

export interface Trained {
  readonly written: WrittenModel & {readonly drafts: string}
  readonly examples: readonly Example[]
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
  const threshold = Math.max(0, thresholdFor(scored, mostFlagged))
  const bare = scored.filter(({example}) => example.bare)
  return {
    examples,
    stretches: scored,
    written: {
      features: featureVersion,
      drafts: checksumOf(drafts.map(({checksum}) => checksum).join()),
      bias: model.bias,
      step: model.step,
      threshold,
      bareThreshold: Math.max(0, Math.min(threshold, thresholdFor(bare, mostFlaggedBare))),
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

/** The lowest score above which at most this share of the drafts without the problem is flagged. */
function thresholdFor(scored: readonly ScoredStretch[], share: number): number {
  const offenders = new Set(scored.filter(({example}) => example.has).map(({example}) => example.file))
  const highest = new Map<string, number>()
  for (const {example, score} of scored) {
    if (offenders.has(example.file)) continue
    highest.set(example.file, Math.max(score, highest.get(example.file) ?? score))
  }
  const ordered = [...highest.values()].sort((a, b) => b - a)
  return ordered[Math.floor(ordered.length * share)] ?? 0
}

/** What training gives on other examples: each scored by a model that has not seen its part. */
export function scoresOf({examples, stretches}: Trained, parts: readonly (readonly Example[])[]): Scored[] {
  return crossScores(
    parts,
    weighed(
      stretches.map(({example}) => example),
      examples
    ),
    fit
  )
}
