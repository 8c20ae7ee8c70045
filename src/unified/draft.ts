import type {Literal} from 'unist'
import type {DecodedFile} from '../decode.js'
import type {Format} from '../tree/index.js'

/**
 * The root of a tree before it is read: the file's text and the format that it will be read as.
 * Parsers of unified are synchronous and Coldread loads its formats when a draft needs them, so reading comes after.
 */
export interface Draft extends Literal {
  type: 'draft'
  /** The whole file, a byte order mark included. */
  value: string
  format: Format
  encoding: DecodedFile['encoding']
}
