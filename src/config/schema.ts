import type {OptionSchema, Rule} from '../rules/define-rule.js'
import {ownFindings} from './own-findings.js'
import {senderSchema} from './sender.js'

/** The part of JSON Schema 2020-12 that a configuration needs. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | OptionSchema['type']
  readonly default?: unknown
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly prefixItems?: readonly JsonSchema[]
  readonly items?: JsonSchema | false
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  /** What every name must look like; its description is the message. */
  readonly propertyNames?: {readonly pattern: string; readonly description: string}
  /** What properties of any other name hold; `false` where there are none. */
  readonly additionalProperties?: false | JsonSchema
  /** Each alternative has a `type` of its own, so that the type of a value tells which one was meant. */
  readonly anyOf?: readonly JsonSchema[]
}

const text: JsonSchema = {type: 'string', minLength: 1}
const texts: JsonSchema = {type: 'array', items: text}
const globs: JsonSchema = {
  type: 'array',
  items: {
    type: 'string',
    minLength: 1,
    pattern: '^[^{}]*$',
    description: 'Globs follow .gitignore, which has no braces: write one entry for each alternative.'
  }
}

/**
 * The schema of a configuration, made from the rules' own options.
 * @param dialects names of the merge tag dialects that exist; without them any name passes
 */
export function schemaOf(rules: Readonly<Record<string, Rule>>, dialects?: readonly string[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Coldread configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {type: 'string', description: 'Where the schema of this file stands, for editors.'},
      extends: {
        description: 'Other configuration files, or packages, that this one builds on. Later ones win.',
        anyOf: [text, texts]
      },
      ...settings,
      overrides: {
        type: 'array',
        description: 'Settings for the files that match a glob. Later ones win.',
        items: {type: 'object', additionalProperties: false, required: ['files'], properties: {files, ...settings}}
      },
      ignore: {...globs, description: "Files that are never linted, in .gitignore's syntax."},
      include: {...globs, description: 'Files that are drafts although nothing in them says so.'},
      maxFileSize: {type: 'integer', minimum: 1, description: 'Files above this many bytes are refused.'}
    },
    $defs: {
      level,
      rules: rulesSchema(rules),
      sender: senderSchema,
      dialect: dialects ? {...text, enum: dialects} : text
    }
  }
}

const files: JsonSchema = {
  ...globs,
  minItems: 1,
  description: "Globs in .gitignore's syntax, relative to the folder of the configuration."
}

const level: JsonSchema = {type: 'string', enum: ['off', 'warn', 'error']}

const settings: Readonly<Record<string, JsonSchema>> = {
  rules: {$ref: '#/$defs/rules', description: 'The level of each rule, or a list of its level and its options.'},
  language: {...text, description: 'BCP 47 tag of the drafts that do not state their language.'},
  dialect: {$ref: '#/$defs/dialect', description: 'Merge tag dialect of the drafts that do not state it.'},
  sender: {
    $ref: '#/$defs/sender',
    description: 'Who sends: sharpens what the drafts say, and lets fixes write what they leave out.'
  }
}

function rulesSchema(rules: Readonly<Record<string, Rule>>): JsonSchema {
  const own = Object.entries(ownFindings).map(([id, description]) => [id, {description, ...level}])
  const named = Object.entries(rules).map(([id, rule]) => [id, ruleSchema(rule)])
  return {type: 'object', additionalProperties: false, properties: Object.fromEntries([...own, ...named])}
}

function ruleSchema({summary, options = {}}: Rule): JsonSchema {
  const properties = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, {...option}]))
  const optionsSchema: JsonSchema = {type: 'object', additionalProperties: false, properties}
  const list: JsonSchema = {
    type: 'array',
    minItems: 1,
    prefixItems: [{$ref: '#/$defs/level'}, optionsSchema],
    items: false
  }
  return {description: summary, anyOf: [level, list]}
}
