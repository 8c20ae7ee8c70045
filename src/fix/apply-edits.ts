import type {Finding} from '../result.js'
import type {Edit, Fix} from '../rules/define-rule.js'
import type {Format} from '../tree/index.js'
import {rewrite} from './rewrite.js'

export interface Refusal {
  readonly finding: Finding
  readonly why: string
}

export interface Applied {
  readonly text: string
  /** The edits made, in order of place; their spans count in the text before. */
  readonly edits: readonly Edit[]
  /** The fixes made; one may take several edits. */
  readonly made: readonly Fix[]
  /** Fixes that would damage the file if they were made; nobody should try again. */
  readonly refused: readonly Refusal[]
}

/** Which of a finding's fixes is to be made, if any. */
type Choose = (finding: Finding) => Fix | undefined

export const safeFix: Choose = ({fixes}) => fixes.find(({grade}) => grade === 'safe')

/**
 * Makes a fix of each finding, the safe one where nothing else is chosen. Where two fixes touch the same characters the
 * one that begins first wins whole; the other is left for the next reading of the text, when its finding may be gone.
 */
export function applyEdits(
  source: string,
  findings: readonly Finding[],
  format: Format,
  choose: Choose = safeFix
): Applied {
  const refused: Refusal[] = []
  const wanted: Fix[] = []
  const lineEnd = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n'
  for (const finding of findings) {
    const fix = choose(finding)
    if (!fix || fix.edits.length === 0) continue
    const why = whyNot(finding, fix, source, format)
    if (why) refused.push({finding, why})
    else wanted.push({...fix, edits: fix.edits.map((edit) => withLineEnd(edit, lineEnd)).sort(byPlace)})
  }
  const {edits, made} = withoutOverlaps(wanted)
  return {text: rewrite(source, edits), edits, made, refused}
}

function withLineEnd(edit: Edit, lineEnd: string): Edit {
  return {...edit, text: edit.text.replace(/\r\n|\n|\r/g, lineEnd)}
}

function whyNot(finding: Finding, {edits}: Fix, source: string, format: Format): string | undefined {
  if (edits.some(({start, end}) => start < 0 || end < start || end > source.length))
    return 'its place is not in the file'
  if (format !== 'eml') return undefined
  if (!finding.exact) return 'the words stand in an encoded part that has no place for them alone'
  // Bare text would need encoding in its turn inside quoted-printable and RFC 2047 words.
  if (edits.some(({text}) => !/^[\r\n\u0020-\u003c\u003e-\u007e]*$/.test(text))) {
    return 'the new text would have to be encoded'
  }
  if (edits.some((edit) => isInEncodedWord(source, edit))) return 'the words stand in an encoded header'
  return undefined
}

/** An encoded word is at most 75 characters long: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
function isInEncodedWord(source: string, {start, end}: Edit): boolean {
  const from = Math.max(0, start - 75)
  const around = source.slice(from, end + 75)
  for (const word of around.matchAll(/=\?[^?\s]{1,40}\?[bq]\?[^?\s]{0,75}\?=/gi)) {
    if (from + word.index < end && from + word.index + word[0].length > start) return true
  }
  return false
}

function withoutOverlaps(wanted: readonly Fix[]): {edits: Edit[]; made: Fix[]} {
  const edits: Edit[] = []
  const made: Fix[] = []
  for (const fix of wanted.toSorted((a, b) => start(a) - start(b))) {
    const group = fix.edits
    const places = group.map((edit) => placeOf(edit, edits))
    if (places.includes(-1) || group.some((edit, i) => i > 0 && overlap(group[i - 1] as Edit, edit))) continue
    // From the last one on, so that the places found above stay true.
    for (let i = group.length - 1; i >= 0; i--) edits.splice(places[i] as number, 0, group[i] as Edit)
    made.push(fix)
  }
  return {edits, made}
}

/** Where the edit belongs among `edits`, or -1 where one of them is in its way. */
function placeOf(edit: Edit, edits: readonly Edit[]): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byPlace(edits[middle] as Edit, edit) <= 0) low = middle + 1
    else high = middle
  }
  const [before, after] = [edits[low - 1], edits[low]]
  return (before && overlap(before, edit)) || (after && overlap(edit, after)) ? -1 : low
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlap(first: Edit, second: Edit): boolean {
  return second.start < first.end || (second.start === first.start && second.end === first.end)
}

function byPlace(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end
}

function start({edits}: Fix): number {
  return edits[0]?.start ?? 0
}
