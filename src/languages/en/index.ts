import retextEnglish from 'retext-english'
import {unified} from 'unified'
import {defineLanguage} from '../define-language.js'
import {englishWords} from './words.js'

const parser = unified().use(retextEnglish).freeze()

export default defineLanguage({
  code: 'en',
  name: 'English',
  parse: (text) => parser.parse(text),
  normalise: englishWords,
  frequentWords: 'the and to of for you we is in our a your with i are on have that this it from by be at or not as'.split(' ')
})
