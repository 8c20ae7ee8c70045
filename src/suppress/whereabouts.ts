import type {Finding} from '../result.js'
import type {Email, Span} from '../tree/index.js'
import type {Directive, Part} from './types.js'

/** A finding belongs to the place where it begins; one of no length, of what is missing, also to the place that it ends. */
export function beginsIn(finding: Span, place: Span): boolean {
  const isPoint = finding.start === finding.end
  return finding.start >= place.start && (finding.start < place.end || (isPoint && finding.start === place.end))
}

/** Answers whether a finding stands in a part of the e-mail, or at certain words of it. */
export class Whereabouts {
  private readonly parts = new Map<Part, readonly Span[]>()
  private readonly words = new Map<string, readonly Span[]>()

  constructor(private readonly email: Email) {}

  isMeant(finding: Finding, {part, words}: Directive): boolean {
    const isThere = part === undefined || this.placesOf(part).some((place) => beginsIn(finding, place))
    return isThere && (words === undefined || this.isAt(finding, words))
  }

  private placesOf(part: Part): readonly Span[] {
    const known = this.parts.get(part) ?? (part === 'subject' ? this.subject() : this.sections(part))
    this.parts.set(part, known)
    return known
  }

  private subject(): Span[] {
    const lines = this.email.headers.filter(({name}) => name === 'subject')
    return lines.map(({nameSpan, end}) => ({start: nameSpan.start, end: Math.max(end, nameSpan.end)}))
  }

  private sections(part: Part): Span[] {
    const {sections, body} = this.email
    return sections.filter(({name}) => name === part).map(({start, end}) => body.text.toSource(start, end))
  }

  private isAt(finding: Finding, words: string): boolean {
    return this.occurrences(words).some((place) => touches(finding, place)) || wordsPattern(words).test(finding.text)
  }

  private occurrences(words: string): readonly Span[] {
    const known = this.words.get(words) ?? this.find(wordsPattern(words))
    this.words.set(words, known)
    return known
  }

  private find(pattern: RegExp): Span[] {
    const {headers, body, plainBody} = this.email
    const texts = [...headers.map(({text}) => text), body.text, ...(plainBody ? [plainBody.text] : [])]
    return texts.flatMap((text) =>
      [...text.value.matchAll(pattern)].map(({0: found, index}) => text.toSource(index, index + found.length))
    )
  }
}

function touches(finding: Span, place: Span): boolean {
  if (finding.start === finding.end) return finding.start >= place.start && finding.start <= place.end
  return finding.start < place.end && finding.end > place.start
}

/** The words in any case, across line breaks, with either apostrophe. */
function wordsPattern(words: string): RegExp {
  const written = words
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replace(/\s+/gu, '\\s{1,9}')
  return new RegExp(written, 'giu')
}
