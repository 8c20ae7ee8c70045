import {judgedPlaces, openingOf, subjectOf} from '../../evidence/index.js'
import type {Email, Place} from '../../tree/index.js'

/** What a model reads of a draft, and whose label says what it should find there. */
export interface Judgement {
  readonly rule: string
  /** The stretches of a draft that the model is asked about. */
  places(email: Email): readonly Place[]
  /** Whether a label without a quotation holds for every stretch. */
  readonly whole: boolean
  /** The model finds what is good: an offence is then a draft without any. */
  readonly findsGood?: true
}

const subject = (email: Email): Place[] => [subjectOf(email)].flatMap((place) => place ?? [])
const opening =
  (most: number) =>
  (email: Email): Place[] =>
    [openingOf(email, most)].flatMap((place) => place ?? [])
const sentences = (email: Email): Place[] => judgedPlaces(email, {})
const everySentence = ({sentences: all, body}: Email): Place[] =>
  all.map(({start, end}) => ({text: body.text, start, end}))

export const judgements: readonly Judgement[] = [
  ...['subject-hype', 'subject-vague', 'subject-deceptive'].map((rule) => ({rule, places: subject, whole: true})),
  ...['filler', 'generic-claims', 'overpromise', 'urgency'].map((rule) => ({rule, places: sentences, whole: false})),
  {rule: 'opening-identity', places: opening(3), whole: true},
  {rule: 'opening-offer', places: opening(4), whole: true},
  {rule: 'opt-out', places: everySentence, whole: false, findsGood: true}
]
