import type {Judge} from '../model/index.js'
import {type Email, firstTouching, type Place} from '../tree/index.js'
import {structureOf} from './structure.js'

/** Says whether something in the mail makes a suspicious place a sound one. */
export type Excuse = (place: Place) => boolean

/** Proof of a claim in its own sentence or the next one: a figure (a norm has one) or the name of somebody else. */
export function provenNearby(email: Email, {reader}: Judge): Excuse {
  return (place) => {
    const own = firstTouching(email.sentences, place)
    const near = place.text === email.body.text && own >= 0 ? email.sentences.slice(own, own + 2) : [place]
    return near.some(({start, end}) => {
      const {figure, name} = structureOf({text: place.text, start, end}, email, reader)
      return figure || name
    })
  }
}
