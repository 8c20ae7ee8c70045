import type {Span} from '../tree/index.js'
import {characterRunsOf, charactersOf, featuresOf, lengthBucket, wordRunsAt} from './features.js'
import {type Model, shareOf} from './model.js'
import type {Token} from './tokens.js'

/** What words add to the score, in thousandths. Neighbours that pull the same way are told together. */
export interface Contribution extends Span {
  readonly weight: number
}

/**
 * Shares the score out among the words: a run of words gives each of its words an equal part; an n-gram that occurs
 * twice counts where it stands first, as it does in the score.
 * @returns the heaviest first
 */
export function contributionsOf(model: Model, tokens: readonly Token[]): Contribution[] {
  const shares = tokens.map(() => 0)
  const features = featuresOf(tokens)
  const {words} = features
  const characters = charactersOf(features)
  const freshWords = new Set(words)
  const freshCharacters = new Set(characters)
  freshWords.delete(lengthBucket(tokens))
  tokens.forEach((token, at) => {
    wordRunsAt(tokens, at).forEach((bucket, more) => {
      if (!freshWords.delete(bucket)) return
      const share = shareOf(model, model.wordWeights.at(bucket) as number, words.length) / (more + 1)
      for (let each = at; each <= at + more; each++) shares[each] = (shares[each] as number) + share
    })
    for (const bucket of characterRunsOf(token)) {
      if (!freshCharacters.delete(bucket)) continue
      shares[at] =
        (shares[at] as number) + shareOf(model, model.characterWeights.at(bucket) as number, characters.length)
    }
  })
  return joined(tokens, shares).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
}

function joined(tokens: readonly Token[], shares: readonly number[]): Contribution[] {
  const found: Contribution[] = []
  tokens.forEach(({start, end}, at) => {
    const weight = Math.round(shares[at] as number)
    const last = found.at(-1)
    if (weight === 0 || end === start) return
    if (last && Math.sign(last.weight) === Math.sign(weight) && last.end >= (tokens[at - 1]?.end ?? 0)) {
      found[found.length - 1] = {start: last.start, end, weight: last.weight + weight}
    } else found.push({start, end, weight})
  })
  return found
}
