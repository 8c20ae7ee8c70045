import {isBare, judgedIn, openingOf, subjectOf} from '../../evidence/index.js'
import type {DraftReader} from '../../model/index.js'
import type {Email, FactKind, Place} from '../../tree/index.js'

/** What a model reads of a draft, and whose label says what it should find there. */
export interface Judgement {
  readonly rule: string
  /** Judgements of the same kind of text: what is ordinary to them is fine here too, and says what most mails are like. */
  readonly kin: readonly string[]
  /** The stretches of a draft that the model is asked about. */
  places(email: Email): readonly Place[]
  /** Whether structure speaks for a finding there, so that a lower score is enough. */
  bare(place: Place, email: Email, reader: DraftReader): boolean
  /** Whether a label without a quotation holds for every stretch. */
  readonly whole: boolean
  /** The model finds what is good: an offence is then a draft without any. */
  readonly findsGood?: true
}

const subjects = ['subject-hype', 'subject-vague', 'subject-deceptive']
const pitches = ['filler', 'generic-claims', 'overpromise', 'urgency']
const but = (rule: string, rules: readonly string[]): string[] => rules.filter((each) => each !== rule)

const subject = (email: Email): Place[] => [subjectOf(email)].flatMap((place) => place ?? [])
const opening =
  (most: number) =>
  (email: Email): Place[] =>
    [openingOf(email, most)].flatMap((place) => place ?? [])
const sentences = (email: Email): readonly Place[] => judgedIn(email, {}).places
const silentOf =
  (kind: FactKind) =>
  (place: Place, {facts}: Email): boolean =>
    !facts.some((fact) => fact.kind === kind && fact.text === place.text && fact.start < place.end)
const everySentence = ({sentences: all, body}: Email): Place[] =>
  all.map(({start, end}) => ({text: body.text, start, end}))

export const judgements: readonly Judgement[] = [
  ...subjects.map((rule) => ({rule, kin: but(rule, subjects), places: subject, bare: isBare, whole: true})),
  ...pitches.map((rule) => ({rule, kin: but(rule, pitches), places: sentences, bare: isBare, whole: false})),
  {rule: 'opening-identity', kin: [], places: opening(3), bare: silentOf('who'), whole: true},
  {rule: 'opening-offer', kin: [], places: opening(4), bare: silentOf('offer'), whole: true},
  {rule: 'opt-out', kin: pitches, places: everySentence, bare: isBare, whole: false, findsGood: true}
]
