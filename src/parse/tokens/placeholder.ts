import {hasLetter} from '../../tree/letters.js'
import {chineseOpeners, chinesePlaceholders, fields, openers, strongFields} from './vocabulary.js'

const IDENTIFIER = /^[\p{L}_][\p{L}\p{M}\p{N}_.\u200c-]*$/u
const COMPOUND = /^[\p{L}\d]+(?:_[\p{L}\d]+)+$|^\p{Ll}+(?:\p{Lu}\p{Ll}+)+$|^(?:\p{Lu}\p{Ll}+){2,}$/u
const CASELESS = /^[^\p{Lu}\p{Ll}]+$/u
/** «نام کارخانه», «نام مسئول خرید»: whose name it is may be any word; a verb makes it a remark. */
const NAME_OF =
  /^(?:نام|اسم) [\p{Script=Arabic}\u200c]{2,20}(?: (?!است$|نیست$|شد$)[\p{Script=Arabic}\u200c]{2,20}){0,2}$/u
const CJK = /^\p{Script=Han}+$/u

/** The words of a placeholder in lower case; `CompanyName`, `company_name` and `Company name` give the same. */
function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_./:'’-]+/u)
    .filter(Boolean)
}

const isField = (word: string) => fields().has(word) || strongFields().has(word)

/** One word, as a field is named. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text)
}

/** A name that can be nothing but a field: `first_name`, `companyName`, `FNAME`, `نام شرکت`. */
export function isFieldName(text: string): boolean {
  const name = text.trim()
  if (name.length === 0 || name.length > 60) return false
  if (COMPOUND.test(name) || /^\p{L}+\.\p{L}/u.test(name)) return true
  const words = wordsOf(name)
  return words.length <= 4 && words.some(isField) && words.every((word) => isField(word) || openers().has(word))
}

function isChinesePlaceholder(text: string): boolean {
  if (chinesePlaceholders().has(text)) return true
  const opener = chineseOpeners.find((each) => text.startsWith(each))
  return opener !== undefined && chinesePlaceholders().has(text.slice(opener.length))
}

/** Whether the text between two brackets was meant to be replaced before sending. */
export function isPlaceholder(text: string): boolean {
  const inner = text.trim()
  if (!hasLetter(inner) || /[@:;,!?]|\/\//u.test(inner)) return false
  if (CJK.test(inner)) return isChinesePlaceholder(inner)
  if (/^[\p{L}\d]+(?:_[\p{L}\d]+)+$/u.test(inner)) return true
  const words = wordsOf(inner)
  const first = words[0]
  if (first === undefined || words.length > 6) return false
  const known = words.every((word) => isField(word) || openers().has(word))
  const named = words.some(isField)
  // `[the company]` is how quotations are mended.
  const mended = /^(?:the|a|an|of|der|des|la|le|el)$/.test(first) && !/\p{Lu}/u.test(inner)
  if (known && !mended && words.some((word) => strongFields().has(word))) return true
  if (NAME_OF.test(inner)) return true
  const written = CASELESS.test(inner) || /^\p{Lu}/u.test(inner)
  if (named && known && (written || (openers().has(first) && !mended))) return true
  if (/^(?:insert|enter|your|their)$/.test(first)) return named || /^\P{Ll}+$/u.test(inner) || first === 'insert'
  return named && words.length > 1 && /^\P{Ll}+$/u.test(inner) && !CASELESS.test(inner)
}
