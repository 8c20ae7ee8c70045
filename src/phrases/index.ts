export {createMatcher, type FindOptions, type Matcher} from './matcher.js'
export type {Lexicon, PhraseHit, WordNormaliser} from './types.js'
export {wordFlag} from './word-flags.js'
export {readWords, type Words} from './words.js'
