import type {Judge} from '../model/index.js'
import type {PhraseHit} from '../phrases/index.js'
import {type Email, type MappedText, type Place, type SectionName, touching} from '../tree/index.js'
import type {Excuse} from './excuses.js'
import {subjectOf} from './opening.js'
import {isBare} from './structure.js'

/** What was found, and which evidence found it. */
export interface Found {
  /** The words of the phrase, or the whole sentence. */
  readonly at: Place
  readonly words: string
  /** The phrase, where one told it: its `why` and `instead` make the better message. */
  readonly hit: PhraseHit | undefined
  /** Each contribution, one line, for people; goes into the problem's `detail`. */
  readonly detail: readonly string[]
}

export interface EvidenceOptions {
  readonly phrases: readonly PhraseHit[]
  readonly model: Judge | undefined
  /** What cancels a finding, whichever evidence it rests on. */
  readonly excused?: Excuse
  /** The parts of the mail that are judged; the sender's card, the small print and quoted mails are not the pitch. */
  readonly parts?: readonly SectionName[]
  /** Whether the subject is judged as a sentence too. */
  readonly subject?: boolean
  /** Whether a lower score is enough where structure speaks for it: no figure, no name, no offer. */
  readonly bare?: boolean
}

const prose: readonly SectionName[] = ['greeting', 'opening', 'pitch', 'ask', 'postscript']

/**
 * The one place where the kinds of evidence meet. A phrase is certain; of sentences without one the model alone must
 * be sure, or less sure where the sentence is bare; an excuse cancels either. In order of place.
 */
export function judgeSentences(email: Email, options: EvidenceOptions): Found[] {
  const {phrases, model, excused = () => false} = options
  const places = judgedPlaces(email, options)
  const ordered = byText(places)
  const hits = phrases.filter((hit) => isJudged(hit, email, ordered) && !excused(hit))
  const told = new Set(hits.flatMap((hit) => touchedBy(hit, ordered)))
  const found = hits.map(foundByPhrase)
  if (!model) return found
  for (const place of places) {
    if (told.has(place) || excused(place)) continue
    const sure = model.flags(place)
    const bare = !sure && (options.bare ?? true) && model.flagsBare(place) && isBare(place, email, model.reader)
    if (sure || bare) found.push(foundByModel(place, model, bare))
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}

/** The sentences that sentence rules judge, without the blanks around them. */
export function judgedPlaces(
  email: Email,
  {parts = prose, subject = false}: Pick<EvidenceOptions, 'parts' | 'subject'>
): Place[] {
  const sentences = email.sentences.filter(({section}) => parts.includes(section))
  const header = subject ? subjectOf(email) : undefined
  return [
    ...(header ? [trimmed(header)] : []),
    ...sentences.map(({start, end}) => trimmed({text: email.body.text, start, end}))
  ]
}

function trimmed({text, start, end}: Place): Place {
  const value = text.value.slice(start, end)
  return {
    text,
    start: start + value.length - value.trimStart().length,
    end: end - value.length + value.trimEnd().length
  }
}

/** A hit in another alternative of spintax has no part of the mail: a buyer may get to read it in any. */
function isJudged(hit: PhraseHit, email: Email, places: Places): boolean {
  return email.body.alternatives.includes(hit.text) || touchedBy(hit, places).length > 0
}

type Places = ReadonlyMap<MappedText, readonly Place[]>

function byText(places: readonly Place[]): Places {
  const lists = new Map<MappedText, Place[]>()
  for (const place of places) {
    const list = lists.get(place.text)
    if (list) list.push(place)
    else lists.set(place.text, [place])
  }
  return lists
}

function touchedBy(hit: PhraseHit, places: Places): Place[] {
  return touching(places.get(hit.text) ?? [], hit)
}

/** How many patterns of an entry an explanation shows. */
const toldPatterns = 3

function foundByPhrase(hit: PhraseHit): Found {
  const {text, start, end, entry} = hit
  const words = text.value.slice(start, end)
  const more = entry.match.length > toldPatterns ? ', ...' : ''
  const patterns = entry.match.slice(0, toldPatterns).map((pattern) => `\`${pattern}\``)
  return {at: {text, start, end}, words, hit, detail: [`phrase: “${words}” (${patterns.join(', ')}${more})`]}
}

function foundByModel(at: Place, model: Judge, bare: boolean): Found {
  const structure = bare ? ['structure: no figure, no name and no offer in the sentence'] : []
  return {
    at,
    words: at.text.value.slice(at.start, at.end),
    hit: undefined,
    detail: [...model.explain(at), ...structure]
  }
}
