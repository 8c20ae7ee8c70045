import type {Judge} from '../model/index.js'
import type {PhraseHit} from '../phrases/index.js'
import type {Email, Place} from '../tree/index.js'
import type {Excuse} from './excuses.js'
import {type Judged, type JudgedPlaces, judgedIn} from './judged.js'
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

export interface EvidenceOptions extends Judged {
  readonly phrases: readonly PhraseHit[]
  readonly model: Judge | undefined
  /** What cancels a finding, whichever evidence it rests on. */
  readonly excused?: Excuse
  /** Whether a lower score is enough where structure speaks for it: no figure, no name, no offer. */
  readonly bare?: boolean
}

/**
 * The one place where the kinds of evidence meet. A phrase is certain; of sentences without one the model alone must
 * be sure, or less sure where the sentence is bare; an excuse cancels either. In order of place.
 */
export function judgeSentences(email: Email, options: EvidenceOptions): Found[] {
  const {phrases, model, excused = () => false} = options
  const judged = judgedIn(email, options)
  const hits = phrases.filter((hit) => isJudged(hit, email, judged) && !excused(hit))
  const told = new Set(hits.flatMap((hit) => judged.touching(hit)))
  const found = hits.map(foundByPhrase)
  if (!model) return found
  for (const place of judged.places) {
    if (told.has(place)) continue
    const sure = model.flags(place)
    const bare = !sure && (options.bare ?? true) && model.flagsBare(place) && isBare(place, email, model.reader)
    // To ask for an excuse takes most, so it is asked for last.
    if ((sure || bare) && !excused(place)) found.push(foundByModel(place, model, bare))
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}

/** A hit in another alternative of spintax has no part of the mail: a buyer may get to read it in any. */
function isJudged(hit: PhraseHit, email: Email, judged: JudgedPlaces): boolean {
  return email.body.alternatives.includes(hit.text) || judged.touching(hit).length > 0
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
