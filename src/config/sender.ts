import type {JsonSchema} from './schema.js'

/** The same in every language, or by language: `{"en": "Hallam Ice", "fa": "یخ‌سازی هالام"}`. */
export type ByLanguage<Value> = Value | Readonly<Record<string, Value>>

export interface Person {
  readonly name: ByLanguage<string>
  readonly role?: ByLanguage<string>
  readonly phone?: string
  readonly email?: string
  /** Number or name by messenger: `{"WhatsApp": "+44 20 7946 0123"}`. */
  readonly messengers?: Readonly<Record<string, string>>
  /** Address of a page where a call can be booked. */
  readonly booking?: string
}

/** Who sends: sharpens what the drafts say, and lets fixes write what they leave out. Never required. */
export interface Sender {
  /** Names of the company as they stand in mails; the first is what fixes write. */
  readonly company?: readonly string[] | ByLanguage<string>
  /** One sentence: what the company does, and for whom. */
  readonly description?: ByLanguage<string>
  readonly people?: readonly (string | Person)[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  /** Postal address in one line, or line by line. */
  readonly address?: readonly string[] | ByLanguage<string>
  /** The sentence by which a reader refuses further mails. */
  readonly optOut?: ByLanguage<string>
  readonly domains?: readonly string[]
}

const text: JsonSchema = {type: 'string', minLength: 1}
const texts: JsonSchema = {type: 'array', items: text}
const languageNames = {
  pattern: '^[a-z]{2,3}$',
  description: 'Languages are named by two or three letters, such as `en` or `fa`.'
}
const byLanguage: JsonSchema = {type: 'object', propertyNames: languageNames, additionalProperties: text}
const oneLine: JsonSchema = {...text, pattern: '^[^\\r\\n]*$', description: 'It must be one line.'}
const lineByLanguage: JsonSchema = {type: 'object', propertyNames: languageNames, additionalProperties: oneLine}

const person: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {description: 'As the person signs, or the same by language.', anyOf: [oneLine, lineByLanguage]},
    role: {description: '“sales engineer”, or the same by language.', anyOf: [oneLine, lineByLanguage]},
    phone: oneLine,
    email: oneLine,
    messengers: {
      type: 'object',
      description: 'Number or name by messenger: {"WhatsApp": "+44 20 7946 0123"}.',
      additionalProperties: oneLine
    },
    booking: {...oneLine, description: 'It must be one line: the address of a page where a call can be booked.'}
  }
}

export const senderSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    company: {
      description: 'Names of the company as they stand in mails, or its name by language.',
      anyOf: [text, texts, byLanguage]
    },
    description: {
      description: 'One sentence: what the company does, and for whom; or the same by language.',
      anyOf: [oneLine, lineByLanguage]
    },
    people: {
      type: 'array',
      description: 'Those who sign: a name, or a map of name, role and contacts.',
      items: {anyOf: [text, person]}
    },
    phones: {...texts, description: "The company's own, beside those of its people."},
    emails: {...texts, description: "The company's own, beside those of its people."},
    address: {
      description: 'Postal address in one line, line by line, or by language.',
      anyOf: [text, texts, byLanguage]
    },
    optOut: {
      description: 'The sentence by which a reader refuses further mails, or the same by language.',
      anyOf: [oneLine, lineByLanguage]
    },
    domains: {...texts, description: "The company's own domains."}
  }
}

/** Every spelling of a text, whatever its language. */
export function spellings(value: string | readonly string[] | Readonly<Record<string, string>> | undefined): string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : Object.values(value)
}

export function isPerson(person: string | Person): person is Person {
  return typeof person !== 'string'
}
