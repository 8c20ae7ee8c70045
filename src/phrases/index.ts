export {createMatcher, type FindOptions, type Matcher} from './matcher.js'
export type {Lexicon, LexiconEntry, PhraseEntry, PhraseHit, WordNormaliser} from './types.js'
export {gapBefore, readWords, type Words, wordFlag} from './words.js'
