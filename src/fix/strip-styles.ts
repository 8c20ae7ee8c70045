import {readAttributes} from '../parse/styles/attributes.js'
import type {Edit} from '../rules/define-rule.js'
import type {Email, Span, Style} from '../tree/index.js'
import {type BodyContent, contentOfBody, editOf, fromFile} from './written/content.js'

/**
 * Takes declarations out of the elements that carry them, and attributes that hold nothing then. Nothing at all where
 * one of them is no declaration or attribute of an element, or says other things too.
 */
export function stripStyles(email: Email, styles: readonly Style[]): Edit[] {
  const content = contentOfBody(email)
  if (!content || content.markup === 'text') return []
  const cuts = new Map<number, Cut>()
  for (const style of styles) {
    const own = style.by === 'attribute' ? fromFile(content, style.source) : undefined
    const cut = own && cutOf(content, own)
    if (!own || !cut) return []
    const known = cuts.get(cut.start)
    if (known) known.parts.push(...cut.parts)
    else cuts.set(cut.start, cut)
  }
  const edits = [...cuts.values()]
    .flatMap((cut) => spansOf(cut, content.value))
    .map((span) => editOf(content, span, ''))
  return edits.every((edit) => edit !== undefined) ? edits : []
}

/** An attribute, and what goes of its value. */
interface Cut extends Span {
  readonly value: Span
  readonly parts: Span[]
}

function cutOf({value}: BodyContent, own: Span): Cut | undefined {
  const start = value.lastIndexOf('<', own.start)
  const end = value.indexOf('>', own.end)
  if (start < 0 || end < 0) return undefined
  const attributes = readAttributes(value, {start, end: end + 1})
  const attribute = [...attributes.values()].find((each) => each.start <= own.start && own.end <= each.end)
  if (!attribute) return undefined
  const whole = {start: attribute.start, end: attribute.end}
  const css = {start: attribute.valueStart, end: attribute.valueStart + attribute.raw.length}
  const isStyle = attributes.get('style') === attribute
  if (!isStyle) return {...whole, value: css, parts: [css]}
  // Several properties told in one, or a value with entities: what else goes with it nobody asked for.
  const told = value.slice(own.start, own.end)
  return own.start < css.start || /^font\s*:/i.test(told) ? undefined : {...whole, value: css, parts: [own]}
}

function spansOf({start, end, value, parts}: Cut, source: string): Span[] {
  const distinct = new Map(parts.map((part) => [part.start, withSemicolon(part, value, source)]))
  const spans = apart([...distinct.values()].sort((a, b) => a.start - b.start))
  let rest = ''
  let at = value.start
  for (const span of spans) {
    rest += source.slice(at, span.start)
    at = span.end
  }
  if (/[^\s;]/.test(rest + source.slice(at, value.end))) return spans
  const before = source.slice(Math.max(0, start - 200), start)
  return [{start: start - before.length + before.trimEnd().length, end}]
}

function withSemicolon({start, end}: Span, value: Span, source: string): Span {
  const after = /^\s*;\s*/.exec(source.slice(end, value.end))?.[0].length
  if (after !== undefined) return {start, end: end + after}
  const before = /;\s*$/.exec(source.slice(value.start, start))?.[0].length ?? 0
  return {start: start - before, end}
}

/** The semicolon between two that go belongs to the first. */
function apart(spans: readonly Span[]): Span[] {
  return spans.map(({start, end}, index) => ({start: Math.max(start, spans[index - 1]?.end ?? start), end}))
}
