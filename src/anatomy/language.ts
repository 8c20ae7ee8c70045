import type {ParsedEmail} from '../tree/index.js'
import {narrowing} from '../tree/letters.js'

const letters = narrowing(String.raw`\p{L}+`, 'gu')

export interface Language {
  readonly code: string | undefined
  readonly by: 'draft' | 'config' | 'script' | 'words' | 'none'
}

/** A script that a handful of languages share; the first letters found decide between them. */
const scripts: readonly {readonly letters: RegExp; readonly code: (text: string) => string | undefined}[] = [
  {letters: /[\u0600-\u06FF]/g, code: (text) => (persianSigns(text) >= arabicSigns(text) ? 'fa' : 'ar')},
  {letters: /[\u0590-\u05FF]/g, code: () => 'he'},
  {letters: /[\u3040-\u30FF]/g, code: () => 'ja'},
  {letters: /[\uAC00-\uD7AF]/g, code: () => 'ko'},
  {letters: /[\u4E00-\u9FFF]/g, code: () => 'zh'}
]

/** The draft's own word, then the configuration's, then what the text looks like. */
export async function languageOf(
  email: ParsedEmail,
  configured: string | undefined,
  frequentWords: Readonly<Record<string, ReadonlySet<string>>>
): Promise<Language> {
  if (email.statedLanguage) return {code: primary(email.statedLanguage), by: 'draft'}
  const text = sample(email)
  const script = scriptOf(text)
  if (configured && (!script || script === primary(configured))) return {code: primary(configured), by: 'config'}
  if (script) return {code: script, by: 'script'}
  const lower = text.toLowerCase()
  const words = lower.match(letters(lower)) ?? []
  if (words.length === 0) return {code: undefined, by: 'none'}
  for (const [code, own] of Object.entries(frequentWords)) {
    if (words.filter((word) => own.has(word)).length >= words.length / 6) return {code, by: 'words'}
  }
  // A detector guesses wildly at a few words; plain ASCII ones in business mail are English more often than not.
  if (words.length < 8 && /^[\s!-~]*$/.test(text)) return {code: 'en', by: 'script'}
  const {detect} = await import('tinyld/light')
  return {code: detect(text) || undefined, by: 'words'}
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}

/** Enough of the body to tell its language; the subject only where there is no body. */
function sample(email: ParsedEmail): string {
  const body = email.body.text.value.slice(0, 1500)
  return body.trim() ? body : (email.headers.find(({name}) => name === 'subject')?.text.value ?? '')
}

const anyScript = /[\u0590-\u06FF\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/

function scriptOf(text: string): string | undefined {
  if (!anyScript.test(text)) return undefined
  const letters = count(text, /\p{L}/gu)
  for (const script of scripts) if (count(text, script.letters) > letters * 0.3) return script.code(text)
  return undefined
}

/** Persian is typed on Arabic keyboards too: its yeh and kaf tell nothing, the four letters that Arabic lacks do. */
function persianSigns(text: string): number {
  return count(text, /[پچژگکی]/g)
}

/** Letters that Persian hardly uses, and words with the article. */
function arabicSigns(text: string): number {
  return count(text, /[ةأإ]|(?<![\u0600-\u06FF])[وبل]?ال[\u0600-\u06FF]{2}/g)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
