import {ParseLatin} from 'parse-latin'
import {defineLanguage} from '../define-language.js'
import {persianWording} from './wording.js'
import {persianWords} from './words.js'

const parser = new ParseLatin()

/** Signs that the Latin parser does not know, each by one of the same length that it does. */
const known: Readonly<Record<string, string>> = {'\u200C': 'ـ', '؟': '?', '؛': ';', '،': ','}

export default defineLanguage({
  code: 'fa',
  name: 'Persian',
  parse: (text) => parser.parse(text.replace(/[\u200C؟؛،]/g, (sign) => known[sign] ?? sign)),
  normalise: persianWords,
  wording: persianWording,
  frequentWords: 'و در به از که این را با است برای ما شما یک تا هم یا آن هر بر می‌شود می‌کنیم'.split(' ')
})
