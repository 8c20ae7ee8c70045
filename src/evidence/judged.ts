import {type Email, type MappedText, type Place, type SectionName, touching} from '../tree/index.js'
import {subjectOf} from './opening.js'

export interface Judged {
  /** The parts of the mail that are judged; the sender's card, the small print and quoted mails are not the pitch. */
  readonly parts?: readonly SectionName[]
  /** Whether the subject is judged as a sentence too. */
  readonly subject?: boolean
}

const prose: readonly SectionName[] = ['greeting', 'opening', 'pitch', 'ask', 'postscript']

/** The sentences that sentence rules judge, without the blanks around them. */
export class JudgedPlaces {
  private readonly byText = new Map<MappedText, Place[]>()

  constructor(readonly places: readonly Place[]) {
    for (const place of places) {
      const list = this.byText.get(place.text)
      if (list) list.push(place)
      else this.byText.set(place.text, [place])
    }
  }

  touching(place: Place): Place[] {
    return touching(this.byText.get(place.text) ?? [], place)
  }
}

/** Many rules ask for the same: it is worked out once a mail. */
const known = new WeakMap<Email, Map<string, JudgedPlaces>>()

export function judgedIn(email: Email, {parts = prose, subject = false}: Judged): JudgedPlaces {
  const ofEmail = known.get(email) ?? new Map<string, JudgedPlaces>()
  const key = `${subject} ${parts}`
  const found = ofEmail.get(key) ?? new JudgedPlaces(placesIn(email, parts, subject))
  known.set(email, ofEmail.set(key, found))
  return found
}

function placesIn(email: Email, parts: readonly SectionName[], subject: boolean): Place[] {
  const header = subject ? subjectOf(email) : undefined
  const sentences = email.sentences.filter(({section}) => parts.includes(section))
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
