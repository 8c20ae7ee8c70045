import type {Finding} from '../result.js'
import type {Edit, Fix} from '../rules/define-rule.js'
import type {Format} from '../tree/index.js'
import {isAscii} from '../tree/letters.js'
import {rewrite} from './rewrite.js'
import {cutsEncodedWord} from './written/encoded-word.js'

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
  for (const finding of findings) {
    const fix = choose(finding)
    if (!fix || fix.edits.length === 0) continue
    const why = whyNot(fix, source, format)
    if (why) refused.push({finding, why})
    else wanted.push({...fix, edits: fix.edits.toSorted(byPlace)})
  }
  const {edits, made} = withoutOverlaps(wanted)
  return {text: rewrite(source, edits), edits, made, refused}
}

/** What a rule's fix gets wrong in a message would leave it unreadable. */
function whyNot({edits}: Fix, source: string, format: Format): string | undefined {
  if (edits.some(({start, end}) => start < 0 || end < start || end > source.length))
    return 'its place is not in the file'
  if (format !== 'eml') return undefined
  if (edits.some((edit) => isBare(edit, source))) return 'the new text would have to be encoded'
  if (edits.some((edit) => cutsEncodedWord(source, edit))) return 'the words stand in an encoded header'
  return undefined
}

/** Letters beyond ASCII where there are none so far, and signs that quoted-printable would take for codes. */
function isBare({start, text}: Edit, source: string): boolean {
  if (!isAscii(text) && isAscii(source)) return true
  if (!/=(?![0-9A-F]{2}|\r?\n)/.test(text)) return false
  return /\r?\n\r?\n/.test(source.slice(0, start)) && /quoted-printable/i.test(source)
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
