import {isUtf8} from 'node:buffer'
import type {DecodedFile} from '../../decode.js'
import type {Result} from '../../result.js'

export type Encoding = DecodedFile['encoding']

export interface Draft {
  readonly kind: 'draft'
  readonly file: string
  readonly bytes: Buffer
  readonly source: string
  readonly encoding: Encoding
  /** What another thread makes of it; undefined where it failed. */
  readonly judged?: Promise<Result | undefined>
}

/** The text as the bytes of a file; what was decoded comes back as it was. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'bytes':
      return Buffer.from(text, 'latin1')
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
  }
}

/** The number of the first line that is no valid UTF-8. */
export function firstBrokenLine(bytes: Buffer): number {
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line
    line += 1
    start = end + 1
  }
  return line
}
