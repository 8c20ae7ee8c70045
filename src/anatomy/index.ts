import type {Sender} from '../config/sender.js'
import type {LanguagePack} from '../languages/define-language.js'
import type {Memory} from '../memory.js'
import {DraftReader, type Judge, judgeOf, type Model, type Opinion} from '../model/index.js'
import type {FindOptions, Matcher, PhraseHit, Words} from '../phrases/index.js'
import {
  type Body,
  type Email,
  firstTouching,
  type Header,
  LineIndex,
  type MappedText,
  type ParsedEmail,
  type Section,
  type SectionName,
  type Sentence,
  type Span
} from '../tree/index.js'
import {contactFacts, refusalSpans} from './facts.js'
import {factsOf} from './gather-facts.js'
import type {Language} from './language.js'
import {type Line, linesOf} from './lines.js'
import {sectionOf, sentencesOf} from './prose.js'
import {type NamedLines, nameLines} from './sections.js'

/** A language as loaded: its pack and the matcher of all phrases in it. */
export interface LoadedLanguage {
  readonly pack: LanguagePack
  readonly matcher: Matcher
  /** The trained model of a rule, where it has one in this language. */
  modelOf(rule: string): Model | undefined
  /** What the models think of stretches they saw before. */
  readonly opinions: Memory<Opinion[]>
  /** The sentences of blocks that were read before. */
  readonly sentences: Memory<readonly Span[]>
}

export interface Anatomy {
  readonly email: Email
  /** Phrase hits by list: a rule's id, or `@name` of the language. */
  readonly hits: ReadonlyMap<string, readonly PhraseHit[]>
  /** The trained model of a rule at work on this draft; undefined where prose was not read. */
  judgeFor(rule: string): Judge | undefined
  /** Undefined where the prose was not read. */
  readonly pack: LanguagePack | undefined
  /** As configured. */
  readonly sender: Sender | undefined
}

/** Names the parts of a parsed mail and finds its facts. Sees; does not judge. */
export function readAnatomy(
  parsed: ParsedEmail,
  language: Language,
  loaded: LoadedLanguage | undefined,
  sender: Sender | undefined
): Anatomy {
  const {body} = parsed
  const index = new LineIndex(parsed.source)
  const headers = parsed.headers.map((header) => withPosition(header, index))
  const sentences = loaded ? sentencesOf(body, loaded.pack, loaded.sentences) : []
  const contacts = contactFacts(
    body,
    headers.find(({name}) => name === 'from')
  )
  const lines = linesOf(body, contacts)
  const words = new Map<MappedText, Words>()
  const found = loaded ? findPhrases(parsed, loaded.matcher, sentences, words) : []
  const early = byList(found)
  const named = nameLines(lines, {of: (list) => early.get(list) ?? [], refusals: refusalSpans(body)})
  const sections = named.map((part) => sectionOf(part.name, spanOf(part, lines), body, loaded?.pack, index))
  const subject = headers.find(({name}) => name === 'subject')?.text
  const hits = byList(found.filter((hit) => isInPlace(hit, sections, body.text, subject)))
  const placed = sentences.map(({start, end}): Sentence => ({start, end, section: nameAt(sections, start)}))
  const facts = factsOf(parsed, sections, placed, contacts, hits, sender)
  const email: Email = {
    ...parsed,
    type: 'email',
    headers,
    children: [...headers, ...sections],
    language: language.code,
    languageBy: language.by,
    proseRead: loaded !== undefined,
    sections,
    sentences: placed,
    facts,
    anchors: anchorsOf(body, sections, lines)
  }
  const reader = loaded && new DraftReader(email, loaded.matcher.normaliser, words, loaded.opinions)
  const judgeFor = (rule: string) => reader && judgeOf(loaded.modelOf(rule), reader)
  return {email, hits, judgeFor, pack: loaded?.pack, sender}
}

function withPosition(header: Header, lines: LineIndex): Header {
  const start = Math.min(header.nameSpan.start, header.start)
  return {...header, position: lines.positionOf({start, end: Math.max(header.nameSpan.end, header.end)})}
}

/** @param words takes what was read of each text */
function findPhrases(
  {headers, body}: ParsedEmail,
  matcher: Matcher,
  sentences: readonly Span[],
  words: Map<MappedText, Words>
): PhraseHit[] {
  const subject = headers.find(({name}) => name === 'subject')
  const find = (text: MappedText, options: FindOptions): PhraseHit[] => {
    const read = matcher.read(text, options)
    words.set(text, read)
    return matcher.find(text, options, read)
  }
  return [
    ...(subject ? find(subject.text, {tags: subject.tags}) : []),
    ...find(body.text, {tags: body.tags, sentences, blocks: body.blocks}),
    ...body.alternatives.flatMap((text) => find(text, {tags: []}))
  ]
}

function byList(hits: readonly PhraseHit[]): Map<string, PhraseHit[]> {
  const lists = new Map<string, PhraseHit[]>()
  for (const hit of hits) {
    const list = lists.get(hit.entry.list)
    if (list) list.push(hit)
    else lists.set(hit.entry.list, [hit])
  }
  return lists
}

/** Whether a hit stands in a part of the mail that its entry asks for. */
function isInPlace(
  hit: PhraseHit,
  sections: readonly Section[],
  body: MappedText,
  subject: MappedText | undefined
): boolean {
  const {in: places} = hit.entry
  if (places.length === 0) return true
  if (hit.text === subject) return places.includes('subject')
  if (hit.text !== body) return !places.includes('subject')
  return places.includes('body') || places.includes(nameAt(sections, hit.start))
}

function nameAt(sections: readonly Section[], offset: number): SectionName {
  return sections[firstTouching(sections, {start: offset, end: offset + 1})]?.name ?? 'pitch'
}

function spanOf(part: NamedLines, lines: readonly Line[]): Span {
  return {start: lines[part.first]?.start ?? 0, end: lines[part.last]?.end ?? 0}
}

function anchorsOf(body: Body, sections: readonly Section[], lines: readonly Line[]): Email['anchors'] {
  const length = body.text.value.length
  const opening = sections.find(({name}) => name === 'opening') ?? sections[0]
  const signature = sections.findLast(({name}) => name === 'signature' || name === 'sign-off')
  const own = signature ?? sections.findLast(({name}) => name !== 'quoted-thread')
  const last = own && lines.findLast((line) => line.start >= own.start && line.end <= own.end)
  return {
    opening: opening ? {start: opening.start, end: opening.end} : {start: 0, end: Math.min(length, 1)},
    end: last ? {start: last.start, end: last.end} : {start: Math.max(0, length - 1), end: length}
  }
}
