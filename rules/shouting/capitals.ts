import {isShouted} from '../../src/evidence/index.js'
import type {PhraseHit} from '../../src/phrases/index.js'
import {type Email, type Place, type Span, SpanIndex} from '../../src/tree/index.js'

/** A line of its own of so few words is a heading, which plain text can't set in bold. */
const longestHeading = 4
/** So many listed words make a row of capitals a sentence and no name. */
const fewestListed = 2
/** Of words that nobody has listed; in scripts without capitals Latin ones are mostly names and codes. */
const fewestUnlisted = {cased: 3, uncased: 5}
const named: readonly string[] = ['address', 'organisation', 'person', 'email']

/**
 * Rows of capitals that emphasise. Acronyms, codes and names look alike in every language, so where a language lists
 * its words they decide: one that is loud alone (its entry says why), or two of any.
 */
export function loudCapitals(
  email: Email,
  rows: readonly Place[],
  hits: readonly PhraseHit[],
  cased: boolean
): Place[] {
  if (rows.length === 0) return []
  const {text, tags} = email.body
  const names = new SpanIndex<Span>([
    ...email.facts.filter((fact) => fact.text === text && named.includes(fact.kind)),
    ...tags
  ])
  const listed = new SpanIndex(hits.filter((hit) => hit.text === text))
  return rows
    .filter((row) => !names.touches(row))
    .filter((row) => isLoud(row, listed.touching(row), email.proseRead && cased, cased))
}

function isLoud(row: Place, listed: readonly PhraseHit[], hasList: boolean, cased: boolean): boolean {
  if (isPlaceholder(row)) return false
  if (listed.some(({entry}) => entry.why !== undefined)) return true
  if (isHeading(row)) return false
  if (hasList) return listed.length >= fewestListed
  const words = row.text.value.slice(row.start, row.end)
  return words.split(/[^\p{L}'’]+/u).length >= fewestUnlisted[cased ? 'cased' : 'uncased'] && isShouted(words)
}

/** `[COMPANY NAME]` is for merge-tags. */
function isPlaceholder({text, start, end}: Place): boolean {
  return /[[{<%|]/.test(text.value[start - 1] ?? '') || /[\]}>%|]/.test(text.value[end] ?? '')
}

function isHeading({text, start, end}: Place): boolean {
  const before = text.value.slice(Math.max(0, start - 4), start)
  const after = text.value.slice(end, end + 3)
  const alone =
    (start < 4 || before.includes('\n')) &&
    /^[\s#*•-]*$/.test(before.slice(before.lastIndexOf('\n') + 1)) &&
    /^[\s:]*(?:\n|$)/.test(`${after}${end + 3 >= text.value.length ? '\n' : ''}`)
  return alone && text.value.slice(start, end).split(/[\s/-]+/).length <= longestHeading
}
