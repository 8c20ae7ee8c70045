import {type Fields, headerFields, headerNames, isMap} from './fields.js'
import {kindOf, RecordError} from './record-error.js'

export interface HeaderLine {
  /** As findings tell it. */
  readonly field: string
  readonly name: string
  /** One line. */
  readonly value: string
}

const headerName = /^[A-Za-z][A-Za-z0-9-]{0,99}$/
/** What the composed message says itself. */
const composed = /^(?:content-(?!language$).*|mime-version)$/i

/** The headers that a record tells, in fields of its own or among `headers`. An empty one is none. */
export function headersOf(fields: Fields): HeaderLine[] {
  const lines: HeaderLine[] = []
  for (const field of headerFields) {
    const value = headerText(field, fields[field])
    if (value) lines.push({field, name: headerNames[field], value})
  }
  return fields.headers === undefined || fields.headers === null
    ? lines
    : [...lines, ...moreHeaders(fields.headers, lines)]
}

/** `{"List-Unsubscribe": "<…>"}`, or `[{"name": "List-Unsubscribe", "value": "<…>"}]`. */
function moreHeaders(headers: unknown, known: readonly HeaderLine[]): HeaderLine[] {
  const names = new Set(known.map(({name}) => name.toLowerCase()))
  return entriesOf(headers).flatMap(([name, given]) => {
    if (!headerName.test(name)) throw new RecordError(`headers: \`${name.slice(0, 60)}\` is no name of a header`)
    const value = headerText(`headers.${name}`, given)
    if (!value || composed.test(name) || names.has(name.toLowerCase())) return []
    return [{field: `headers.${name}`, name, value}]
  })
}

function entriesOf(headers: unknown): [string, unknown][] {
  if (isMap(headers)) return Object.entries(headers)
  if (Array.isArray(headers) && headers.every(isMap))
    return headers.map((header) => [String(header.name ?? header.Name), header.value ?? header.Value])
  throw new RecordError(`headers is ${kindOf(headers)}; it must be a map from names to texts`)
}

function headerText(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const text = plainText(field, value)
  if (text === undefined) throw new RecordError(`${field} is ${kindOf(value)}; it must be a text`)
  // As long as it was, so that places in it stay.
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
}

const addressFields = /^(?:from|to|cc|replyTo)$/

function plainText(field: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && field === 'step') return String(value)
  return addressFields.test(field) ? addressesText(value) : undefined
}

/** Addresses come as lists too, and as maps with a name. */
function addressesText(value: unknown): string | undefined {
  const parts = (Array.isArray(value) ? value : [value]).map(addressText)
  return parts.includes(undefined) ? undefined : parts.join(', ')
}

function addressText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!isMap(value)) return undefined
  const address = value.address ?? value.email ?? value.Email
  const name = value.name ?? value.Name
  if (typeof address !== 'string') return undefined
  return typeof name === 'string' && name !== '' ? `${name} <${address}>` : address
}
