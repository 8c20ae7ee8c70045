export {createMatcher, type FindOptions, type Matcher} from './matcher.js'
export type {Lexicon, LexiconEntry, PhraseEntry, PhraseHit, WordNormaliser} from './types.js'
export {wordFlag} from './word-flags.js'
export {gapBefore, readWords, type Words} from './words.js'
