import type {Edit, Fix, Problem} from '../rules/define-rule.js'
import {type Block, type Email, type FactKind, type Place, type Span, touching} from '../tree/index.js'
import {trimEndOf} from '../trim-end.js'
import {pastEndTags, pastStartTags} from './insert/tags.js'
import {suggest} from './suggest.js'
import {type BodyContent, contentOfBody, editOf, inContent} from './written/content.js'

/** A sentence that says any of these says more than nothing. */
const substance: ReadonlySet<FactKind> = new Set<FactKind>(
  'who offer person organisation phone email messenger calendar contact-page address opt-out figure'.split(
    ' '
  ) as FactKind[]
)
/** How much of its sentences a place must cover, so that the rest is no loss: "… and" and a name's "Ann, …" are none. */
const enough = 0.6

/** A claim that takes no more words than this makes itself and nothing else. */
const claimWords = 12

/** Takes out the sentences of a problem, with the blank or the empty paragraph they would leave. */
export function removal({at}: Problem, email: Email): Fix[] {
  return 'text' in at ? suggest('Take it out.', removeSentences(email, at)) : []
}

/** As `removal`, for sentences that might tell what is sold beside what they claim: only short ones go. */
export function removalOfClaim(problem: Problem, email: Email): Fix[] {
  const whole = 'text' in problem.at ? sentencesOf(email, problem.at) : undefined
  const words = whole && email.body.text.value.slice(whole.start, whole.end).split(/\s+/)
  return words && words.length <= claimWords ? removal(problem, email) : []
}

function removeSentences(email: Email, place: Place): Edit[] {
  const whole = sentencesOf(email, place)
  const content = whole && contentOfBody(email)
  const block = whole && email.body.blocks.find(({start, end}) => start <= whole.start && whole.end <= end)
  if (!whole || !content || !block || block.kind === 'code' || isAllThereIs(email, block)) return []
  const span = isWhole(email, whole, block) ? blockSpan(content, block) : inlineSpan(content, whole, block)
  if (!span || !isBalanced(content.value.slice(span.start, span.end), content.markup)) return []
  const edit = editOf(content, span, '')
  return edit ? [edit] : []
}

function sentencesOf({sentences, facts, body}: Email, {text, start, end}: Place): Span | undefined {
  if (text !== body.text) return undefined
  const inside = touching(sentences, {start, end})
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last || end - start < (last.end - first.start) * enough) return undefined
  const whole = {start: first.start, end: last.end}
  const within = (span: Span) => span.start < whole.end && whole.start < span.end
  const says = facts.some((fact) => fact.text === text && substance.has(fact.kind) && within(fact))
  return says || body.links.some(within) || body.tags.some(within) ? undefined : whole
}

/** A body with nothing else in it would be empty. */
function isAllThereIs({body, sections}: Email, block: Block): boolean {
  const prose = sections.filter(({name}) => name === 'opening' || name === 'pitch' || name === 'ask')
  return !body.blocks.some(
    (other) => other !== block && prose.some(({start, end}) => other.start < end && start < other.end)
  )
}

function isWhole({body}: Email, {start, end}: Span, block: Block): boolean {
  return body.text.value.slice(block.start, start).trim() === '' && body.text.value.slice(end, block.end).trim() === ''
}

function inlineSpan(content: BodyContent, {start, end}: Span, block: Block): Span | undefined {
  const {text} = content.email.body
  const own = inContent(content, {text, start, end})
  const gap = /^\s*/.exec(text.value.slice(end, block.end))?.[0] ?? ''
  const before = text.value.slice(block.start, start).trimEnd().length + block.start
  const follows = end + gap.length < block.end
  if (follows && (!gap.includes('\n') || beginsLine(text.value, start, block))) {
    const next = inContent(content, {text, start: end + gap.length, end: end + gap.length + 1})
    return own && next && {start: own.start, end: next.start}
  }
  const last = before > block.start ? inContent(content, {text, start: before - 1, end: before}) : undefined
  return own && last && {start: last.end, end: own.end}
}

function beginsLine(text: string, start: number, block: Block): boolean {
  return start === block.start || text[start - 1] === '\n'
}

function blockSpan(content: BodyContent, block: Block): Span | undefined {
  const {text} = content.email.body
  const own = inContent(content, {text, start: block.start, end: block.end})
  if (!own) return undefined
  return content.markup === 'html' ? elementSpan(content.value, own) : linesSpan(content.value, own)
}

/** The lines with the empty ones below them, or above where they are the last. */
function linesSpan(value: string, {start, end}: Span): Span {
  const from = value.lastIndexOf('\n', start - 1) + 1
  const below = /[^\r\n]*(?:\r?\n[ \t]*)*/y
  below.lastIndex = end
  const rest = below.exec(value)?.[0] ?? ''
  const to = end + trimEndOf(rest, ' \t').length
  if (to < value.length) return {start: from, end: to}
  return {start: value.slice(0, from).trimEnd().length, end: value.trimEnd().length}
}

/** From its start tag to its end tag; undefined where line breaks part paragraphs. */
function elementSpan(value: string, {start, end}: Span): Span | undefined {
  const from = /<(p|div|li|h[1-6])(?:\s[^<>]*)?>\s*$/i.exec(value.slice(0, pastStartTags(value, start)).slice(-4000))
  const inner = pastEndTags(value, end)
  const close = new RegExp(`\\s*</${from?.[1]}\\s*>[ \\t]*(?:\\r?\\n)?`, 'iy')
  close.lastIndex = inner
  const found = from && close.exec(value)
  return found ? {start: pastStartTags(value, start) - from[0].length, end: inner + found[0].length} : undefined
}

/** Whether what is taken out leaves no tag and no mark of emphasis without its other half. */
function isBalanced(slice: string, markup: BodyContent['markup']): boolean {
  if (markup === 'text') return true
  if (slice.includes('<!--') || /<(?:img|br)\b/i.test(slice)) return false
  const open: string[] = []
  for (const [, close, name = ''] of slice.matchAll(/<(\/?)([a-z][a-z\d]*)(?:[^a-z\d<>][^<>]*)?>/gi)) {
    if (!close) open.push(name.toLowerCase())
    else if (open.pop() !== name.toLowerCase()) return false
  }
  return open.length === 0 && (markup === 'html' || isEven(slice))
}

function isEven(slice: string): boolean {
  return ['*', '_', '`'].every((mark) => (slice.split(mark).length - 1) % 2 === 0) && !/[[\]]/.test(slice)
}
