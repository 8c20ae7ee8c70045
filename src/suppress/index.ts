export {type Applied, applyDirectives} from './apply.js'
export {readDirectives} from './read.js'
export type {Directive, DirectiveProblem, Part} from './types.js'
