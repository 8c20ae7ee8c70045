import {ParseEnglish} from 'parse-english'
import {defineLanguage} from '../define-language.js'
import {simpleSentences} from './sentences.js'
import {englishWording} from './wording.js'
import {englishWords} from './words.js'

const parser = new ParseEnglish()

export default defineLanguage({
  code: 'en',
  name: 'English',
  parse: (text) => parser.parse(text),
  simpleSentences,
  normalise: englishWords,
  wording: englishWording,
  frequentWords:
    'the and to of for you we is in our your with are on have that this it from by be at or not as if can will would please us my an was has more about one any how what who when which than do dear hi hello they their there could should may only but before after between without because each every other these those them then into been were she while through against very many such where why'.split(
      ' '
    )
})
