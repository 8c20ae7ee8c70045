import type {Mark} from './pattern.js'

/** The order in which a lexicon numbers the marks, after its words and stems. */
export const marks: readonly Mark[] = ['*', '*-', '#', '<name>', '...', '^', '$']
