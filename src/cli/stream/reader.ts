import {isUtf8} from 'node:buffer'
import {type FieldMap, type Fields, isMap} from './fields.js'
import {type Frame, lineEnds, type RecordEnds} from './frames.js'
import {idAtHead, idText} from './ids.js'
import {kindOf, RecordError} from './record-error.js'

/** A record before it is composed. The id is JSON. */
export interface ReadRecord {
  readonly id: string | undefined
  /** What the record says; of one that cannot be read, why. */
  readonly fields: Fields | RecordError
}

/** How the records of a stream are written. */
export interface RecordReader {
  readonly ends: RecordEnds
  /** Undefined for what is no record: an empty line, the head of a table. */
  read(frame: Frame): ReadRecord | undefined
  /** Passes over a record that was answered before; the head of a table must be read all the same. */
  skip?(frame: Frame): void
}

/** A JSON object a line. */
export function jsonReader(map: FieldMap, most: number): RecordReader {
  return {
    ends: lineEnds,
    read({bytes, tooLong}) {
      if (isBlank(bytes)) return undefined
      const text = textOf(bytes)
      const id = () => idAtHead(text ?? bytes.toString('utf8', 0, 1024))
      if (tooLong) return {id: id(), fields: tooLongFor(most)}
      if (text === undefined) return {id: id(), fields: new RecordError('the record is no valid UTF-8')}
      const record = parse(text)
      return record instanceof RecordError ? {id: id(), fields: record} : withId(map.read(record), text)
    }
  }
}

export function withId(fields: Fields, written: string): ReadRecord {
  try {
    return {id: idText(fields.id, written), fields}
  } catch (error) {
    if (error instanceof RecordError) return {id: undefined, fields: error}
    throw error
  }
}

function parse(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isMap(value) ? value : new RecordError(`the record is ${kindOf(value)}; it must be a JSON object`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    // What Node quotes of the record may be long, and private.
    return new RecordError(
      `the record is no JSON: ${why.replace(/^(.{0,60}?)(?:, (?:\.\.\.)?".*)? is not valid JSON$/s, '$1')}`
    )
  }
}

export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))
}

/** Undefined where the bytes are no valid UTF-8. */
export function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

export function tooLongFor(most: number): RecordError {
  return new RecordError(
    `the record is longer than the limit of ${most.toLocaleString('en-US')} bytes; --max-file-size sets another`
  )
}
