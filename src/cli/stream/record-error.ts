/** A record that cannot be judged; the message says why. It is answered, and the stream goes on. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
}

/** What a value of JSON is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  const kinds: Readonly<Record<string, string>> = {object: 'a map', string: 'a text', boolean: 'true or false'}
  return kinds[typeof value] ?? `a ${typeof value}`
}
