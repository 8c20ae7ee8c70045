import {didYouMean} from '../../config/nearest.js'
import {UsageError} from '../failures.js'

/** Fields that are headers of the mail, with the header's name in a message. */
export const headerNames = {
  dialect: 'X-Coldread-Dialect',
  lang: 'Content-Language',
  step: 'Step',
  disable: 'X-Coldread-Disable',
  subject: 'Subject',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  replyTo: 'Reply-To',
  inReplyTo: 'In-Reply-To',
  references: 'References',
  listUnsubscribe: 'List-Unsubscribe'
} as const

export type HeaderField = keyof typeof headerNames
export type BodyField = 'content' | 'text' | 'html'
export type FieldName = HeaderField | BodyField | 'id' | 'format' | 'headers'
export type Fields = Partial<Record<FieldName, unknown>>
export type JsonRecord = Readonly<Record<string, unknown>>

export const headerFields = Object.keys(headerNames) as HeaderField[]
const bodyFields: readonly string[] = ['content', 'text', 'html'] satisfies BodyField[]
const fieldNames: readonly FieldName[] = ['id', 'format', 'content', 'text', 'html', 'headers', ...headerFields]

export function isBodyField(field: string): field is BodyField {
  return bodyFields.includes(field)
}

/** How exports and the interfaces of mail senders write them, beside the fields' and the headers' own names. */
const otherNames: Readonly<Record<string, FieldName>> = {
  htmlbody: 'html',
  bodyhtml: 'html',
  textbody: 'text',
  bodytext: 'text',
  plaintext: 'text',
  language: 'lang',
  coldreaddisable: 'disable'
}

const byPlainName = new Map<string, FieldName>([
  ...fieldNames.map((field) => [plain(field), field] as const),
  ...headerFields.map((field) => [plain(headerNames[field]), field] as const),
  ...Object.entries(otherNames)
])

/** `replyTo`, `reply_to`, `Reply-To` and `Reply To` are one. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

const mostKnownKeys = 1000

/** Which key of a record, or column of a table, is which part of the mail. */
export class FieldMap {
  private readonly fieldsByKey = new Map<string, FieldName | undefined>()

  /** @param given keys that the user names; an empty one switches the field off */
  constructor(private readonly given: ReadonlyMap<FieldName, string> = new Map()) {}

  read(record: JsonRecord): Fields {
    const fields: Fields = {}
    for (const key of Object.keys(record)) {
      const field = this.fieldOf(key)
      if (field !== undefined) fields[field] ??= record[key]
    }
    for (const [field, key] of this.given) fields[field] = valueAt(record, key)
    return fields
  }

  /** A key that the user names and a table does not have. */
  missingFrom(columns: readonly string[]): string | undefined {
    return [...this.given.values()].find((key) => key !== '' && !columns.includes(key))
  }

  private fieldOf(key: string): FieldName | undefined {
    if (this.fieldsByKey.has(key)) return this.fieldsByKey.get(key)
    const field = byPlainName.get(plain(key))
    const own = field !== undefined && !this.given.has(field) ? field : undefined
    // Keys that are data, one a record, must not fill the memory.
    if (this.fieldsByKey.size < mostKnownKeys) this.fieldsByKey.set(key, own)
    return own
  }
}

/** A key as it is written, else a way into maps: `message.subject`. */
function valueAt(record: JsonRecord, key: string): unknown {
  if (Object.hasOwn(record, key)) return record[key]
  if (!key.includes('.')) return undefined
  return key.split('.').reduce<unknown>((value, step) => (isMap(value) ? own(value, step) : undefined), record)
}

function own(map: JsonRecord, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

export function isMap(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param words `subject=Betreff,html=Body HTML`; a comma in a key parts nothing where no `field=` follows */
export function parseFields(words: readonly string[]): FieldMap {
  const pairs = words.flatMap((word) => word.split(/,(?=\s*[A-Za-z-]{1,30}\s*=)/))
  return new FieldMap(new Map(pairs.map(parsePair)))
}

function parsePair(pair: string): readonly [FieldName, string] {
  const equals = pair.indexOf('=')
  if (equals < 0)
    throw new UsageError(`--fields takes field=key, such as --fields "subject=Betreff,html=Body HTML", not \`${pair}\``)
  const name = pair.slice(0, equals).trim()
  const field = byPlainName.get(plain(name))
  if (!field)
    throw new UsageError(
      `--fields: there is no field \`${name}\`: ${didYouMean(name, fieldNames, `there is ${fieldNames.join(', ')}`)}`
    )
  return [field, pair.slice(equals + 1).trim()]
}
