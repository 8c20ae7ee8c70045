export {accept, entriesFor, without} from './accept.js'
export type {Entry} from './entry.js'
export {countOf} from './entry.js'
export {formatBaseline, parseBaseline} from './file.js'
