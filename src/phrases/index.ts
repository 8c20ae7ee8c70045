export type {PhraseEntry, PhraseHit} from './types.js'
