import {detached} from '../../memory.js'
import {countBefore, type Span, type Token} from '../../tree/index.js'
import type {Content} from '../content.js'
import {mask} from '../mask.js'

/** A stretch of a content as a content of its own, whose offsets and merge tags count from its beginning. */
export function partOf(content: Content, {start, end}: Span): Content {
  const value = content.value.slice(start, end)
  const [first, after] = [countBefore(content.tokens, start), countBefore(content.tokens, end)]
  const tokens = content.tokens.slice(first, after).filter((token) => token.end <= end)
  if (tokens.length === 0) return {...content, value, masked: content.masked.slice(start, end), tokens}
  const own = tokens.map((token) => moved(token, -start))
  return {...content, value, masked: mask(value, own), tokens: own}
}

/** The part with texts of its own: what is remembered of it may not keep the whole draft alive. */
export function detachedPart(part: Content): Content {
  const value = detached(part.value)
  const masked = part.masked === part.value ? value : detached(part.masked)
  return {...part, value, masked, tokens: part.tokens.map((token) => ({...token, raw: detached(token.raw)}))}
}

/** All that the reading of a part depends on. */
export function partKey({value, masked, tokens}: Content): string {
  if (tokens.length === 0) return value === masked ? value : `${value}\0${masked}`
  const marks = tokens.map(
    ({start, end, kind, syntax, alternatives = []}) =>
      `${start} ${end} ${kind} ${syntax} ${alternatives.map((span) => `${span.start} ${span.end}`).join(' ')}`
  )
  return `${value}\0${marks.join('\0')}`
}

function moved(token: Token, by: number): Token {
  const move = <Item extends Span>(span: Item): Item => ({...span, start: span.start + by, end: span.end + by})
  return token.alternatives ? {...move(token), alternatives: token.alternatives.map(move)} : move(token)
}
