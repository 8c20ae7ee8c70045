import type {Judge} from '../model/index.js'
import {type Email, firstTouching, type Place, type Span} from '../tree/index.js'
import {type Excuse, provenNearby} from './excuses.js'

export interface Doubt {
  /** A sentence with a phrase is excused where the model scores it below this. */
  readonly phrase: number
  /** Any finding is excused where a figure or a name stands near and both sentences together score below this. */
  readonly proven: number
}

/**
 * Excuses what the model, which has read many sound sentences with the same words, takes for sound; and a claim that is
 * followed by its proof. A figure alone proves nothing ("our office is on the 14th floor"), so both are asked for.
 */
export function doubtedBy(model: Judge, email: Email, {phrase, proven}: Doubt): Excuse {
  const isProven = provenNearby(email, model)
  return (place) => {
    const [own, next] = sentencesAt(place, email)
    if (model.score({...place, ...own}) < phrase) return true
    return isProven(place) && model.score({...place, start: own.start, end: next.end}) < proven
  }
}

/** The sentence that a place lies in, and the one after it where it stands in the same part of the mail. */
function sentencesAt({text, start, end}: Place, {body, sentences}: Email): [own: Span, next: Span] {
  const at = text === body.text ? firstTouching(sentences, {start, end}) : -1
  const own = sentences[at]
  if (!own)
    return [
      {start, end},
      {start, end}
    ]
  const next = sentences[at + 1]
  return [own, next?.section === own.section ? next : own]
}
