export {applyDirectives} from './apply.js'
export {readDirectives} from './read.js'
export type {DirectiveProblem} from './types.js'
