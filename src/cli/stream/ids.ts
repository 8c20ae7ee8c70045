import {kindOf, RecordError} from './record-error.js'

/**
 * A record's id as the answer writes it.
 * @param written the record, for numbers that JavaScript would round
 * @throws RecordError
 */
export function idText(id: unknown, written: string): string | undefined {
  if (id === undefined || id === null || id === '') return undefined
  if (typeof id === 'string') return JSON.stringify(id)
  if (typeof id !== 'number') throw new RecordError(`id is ${kindOf(id)}; it must be a text or a number`)
  if (Number.isSafeInteger(id) || !Number.isInteger(id)) return JSON.stringify(id)
  return written.match(/-?\d{16,}/g)?.find((digits) => Number(digits) === id) ?? JSON.stringify(id)
}

const first = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\\p{Cc}\ufffd]|\\["\\/bfnrt]){0,200}"|-?(?:0|[1-9]\d{0,39}))\s*,/u

/** The id of a record that is no JSON or is not read, where it is the first key. */
export function idAtHead(head: string): string | undefined {
  return first.exec(head)?.[1]
}
