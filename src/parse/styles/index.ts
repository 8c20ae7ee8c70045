export type {RawStyle} from './declarations.js'
export {type StyleReader, styleReader} from './reader.js'
export {matchesSimple} from './selectors.js'
export {stylesOfSheet} from './sheet.js'
