import {scoreOf, type TrainedModel} from '../../model/index.js'
import type {Example} from './examples.js'

export interface Scored {
  readonly example: Example
  readonly score: number
}

export type Trainer = (
  examples: readonly Example[]
) => Pick<TrainedModel, 'bias' | 'step' | 'wordWeights' | 'characterWeights'>

/** Scores each example by a model that has not seen its part. */
export function crossScores(
  parts: readonly (readonly Example[])[],
  always: readonly Example[],
  train: Trainer
): Scored[] {
  return parts.flatMap((part, index) => {
    if (part.length === 0) return []
    const model = train([...parts.filter((_, other) => other !== index).flat(), ...always])
    return part.map((example) => ({example, score: scoreOf(model as TrainedModel, example.features)}))
  })
}

export function partsOf<Item>(
  items: readonly Item[],
  count: number,
  keyOf: (item: Item, index: number) => number
): Item[][] {
  const parts: Item[][] = Array.from({length: count}, () => [])
  items.forEach((item, index) => {
    parts[keyOf(item, index) % count]?.push(item)
  })
  return parts
}

export interface Figures {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Per tag the number judged rightly and the number of all. */
  readonly tags: Readonly<Record<string, readonly [right: number, all: number]>>
}

/** Of a model's own examples: those of kin only teach. */
export function figuresOf(scored: readonly Scored[], threshold: number): Figures {
  const tags: Record<string, [number, number]> = {}
  let [right, wrong, missed] = [0, 0, 0]
  for (const {example, score} of scored) {
    if (example.tag === 'kin') continue
    const said = score > threshold
    if (said && example.has) right++
    else if (said) wrong++
    else if (example.has) missed++
    const [rightOfTag, allOfTag] = tags[example.tag] ?? [0, 0]
    tags[example.tag] = [rightOfTag + (said === example.has ? 1 : 0), allOfTag + 1]
  }
  const share = (part: number, rest: number) => (part + rest > 0 ? part / (part + rest) : 1)
  return {precision: share(right, wrong), recall: share(right, missed), f1: share(2 * right, wrong + missed), tags}
}
