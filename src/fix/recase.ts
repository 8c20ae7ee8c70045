import type {Wording} from '../languages/define-language.js'
import type {Email, Place} from '../tree/index.js'

const word = /[\p{L}\p{N}'’&]+/gu
const named: readonly string[] = ['organisation', 'person']

/** Words in capitals as a sentence has them; acronyms and names keep theirs. The words that change, each in its place. */
export function inSentenceCase(
  email: Email,
  place: Place,
  capitals: NonNullable<Wording['capitals']>
): (Place & {readonly words: string})[] {
  const {text, start, end} = place
  const names = namesIn(email)
  const all = [...text.value.slice(start, end).matchAll(word)].map(({index, 0: found}) => ({
    text,
    start: start + index,
    end: start + index + found.length,
    words: names.get(found.toLowerCase()) ?? inSmall(found, capitals, begins(email, start + index))
  }))
  return all.filter((each) => each.words !== text.value.slice(each.start, each.end))
}

function inSmall(found: string, {acronyms, names}: NonNullable<Wording['capitals']>, first: boolean): string {
  if (acronyms.has(found) || /\p{N}/u.test(found) || isUnspoken(found)) return found
  const small = found.toLowerCase()
  const stem = small.replace(/['’].*|s$/s, '')
  return first || names.has(stem) ? small.charAt(0).toUpperCase() + small.slice(1) : small
}

/** Without a vowel it can be nothing but an acronym. */
function isUnspoken(found: string): boolean {
  return found.length > 1 && !/[AEIOUYÀ-ÖØ-Þ]/.test(found)
}

/** Words of names as the draft itself writes them elsewhere. */
function namesIn({facts, body}: Email): Map<string, string> {
  const written = facts.filter(({kind, text}) => named.includes(kind) && text === body.text)
  const words = written.flatMap(({text, start, end}) => text.value.slice(start, end).match(word) ?? [])
  return new Map(words.filter((each) => /^\p{Lu}.*\p{Ll}/u.test(each)).map((each) => [each.toLowerCase(), each]))
}

function begins({sentences, body}: Email, at: number): boolean {
  const before = body.text.value.slice(0, at)
  if (/(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(before.slice(-20))) return true
  return sentences.some(({start}) => start <= at && /^[^\p{L}\p{N}]*$/u.test(before.slice(start)))
}
