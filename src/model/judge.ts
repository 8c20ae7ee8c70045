import type {Place} from '../tree/index.js'
import {contributionsOf} from './explain.js'
import {type Model, scoreOf} from './model.js'
import type {DraftReader, Opinion} from './reader.js'

/** The trained model of one rule in a draft's language, at work on that draft. Without one it flags nothing. */
export interface Judge {
  /** The draft's words, shared by all rules. */
  readonly reader: DraftReader
  /** In thousandths: 0 is even. */
  score(place: Place): number
  /** Whether the model alone is sure enough: its score is above the threshold that whole drafts gave. */
  flags(place: Place): boolean
  /** Whether it is sure enough of a stretch that has no figure, no name and no offer in it. */
  flagsBare(place: Place): boolean
  /** What it saw, one line each, for people: the score, then the words that weigh most. */
  explain(place: Place): readonly string[]
}

/** How many groups of words an explanation names. */
const toldWords = 4

export function judgeOf(model: Model | undefined, reader: DraftReader): Judge {
  if (!model) return {reader, score: () => 0, flags: () => false, flagsBare: () => false, explain: () => []}
  const score = (place: Place): number => opinionOf(place, model, reader).score
  return {
    reader,
    score,
    flags: (place) => score(place) > model.threshold,
    flagsBare: (place) => score(place) > model.bareThreshold,
    explain(place) {
      const opinion = opinionOf(place, model, reader)
      opinion.told ??= tellOf(place, model, reader, opinion.score)
      return opinion.told
    }
  }
}

function opinionOf(place: Place, model: Model, reader: DraftReader): Opinion {
  const opinions = reader.opinionsOf(place)
  const known = opinions[model.column]
  if (known) return known
  const features = reader.featuresOf(place)
  const scores = model.scoreAll?.(features)
  scores?.forEach((score, column) => {
    opinions[column] ??= {score}
  })
  const opinion = opinions[model.column] ?? {score: scoreOf(model, features)}
  opinions[model.column] = opinion
  return opinion
}

function tellOf(place: Place, model: Model, reader: DraftReader, score: number): readonly string[] {
  const pulling = contributionsOf(model, reader.tokensOf(place)).filter(({weight}) => weight > 0)
  const words = pulling.slice(0, toldWords).map(({start, end, weight}) => {
    return `model: “${place.text.value.slice(start, end)}” +${inUnits(weight)}`
  })
  return [`model: score ${inUnits(score)}, enough alone above ${inUnits(model.threshold)}`, ...words]
}

function inUnits(thousandths: number): string {
  return (thousandths / 1000).toFixed(2)
}
