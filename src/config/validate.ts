import {didYouMean} from './nearest.js'
import type {JsonSchema} from './schema.js'

export type ConfigPath = readonly (string | number)[]

/** What a configuration says wrong, and whether the key or the value at the path is meant. */
export interface Fault {
  readonly path: ConfigPath
  readonly on: 'key' | 'value'
  readonly message: string
}

/** Every place where the value is not what the schema says. */
export function validate(value: unknown, schema: JsonSchema): Fault[] {
  return new Validation(schema).check(value, schema, [])
}

class Validation {
  constructor(private readonly root: JsonSchema) {}

  check(value: unknown, unfollowed: JsonSchema, path: ConfigPath): Fault[] {
    const schema = this.follow(unfollowed)
    if (schema.anyOf) return this.checkAny(value, schema.anyOf, path)
    if (!hasType(value, schema.type)) return [wrong(path, value, [schema])]
    if (Array.isArray(value)) return this.checkList(value, schema, path)
    if (isMap(value)) return this.checkMap(value, schema, path)
    return checkScalar(value, schema, path)
  }

  private checkAny(value: unknown, schemas: readonly JsonSchema[], path: ConfigPath): Fault[] {
    const alternatives = schemas.map((schema) => this.follow(schema))
    const meant = alternatives.find((schema) => hasType(value, schema.type))
    return meant ? this.check(value, meant, path) : [wrong(path, value, alternatives)]
  }

  private checkList(list: readonly unknown[], schema: JsonSchema, path: ConfigPath): Fault[] {
    const {prefixItems = [], items} = schema
    if (list.length < (schema.minItems ?? 0)) return [fault(path, `${nameOf(path)} must not be empty.`)]
    return list.flatMap((item, index) => {
      const itemPath = [...path, index]
      const itemSchema = prefixItems[index] ?? items
      if (itemSchema === false) return [fault(itemPath, `${nameOf(path)} has more than ${prefixItems.length} entries.`)]
      return itemSchema ? this.check(item, itemSchema, itemPath) : []
    })
  }

  private checkMap(map: Readonly<Record<string, unknown>>, schema: JsonSchema, path: ConfigPath): Fault[] {
    const known = schema.properties ?? {}
    const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(map, name))
    const faults = missing.map((name) => fault(path, `${nameOf(path)} must have \`${name}\`.`))
    for (const [name, value] of Object.entries(map)) {
      const property = Object.hasOwn(known, name) ? known[name] : schema.additionalProperties
      if (property && misnamed(name, schema)) faults.push(misnaming(name, schema, path))
      else if (property) faults.push(...this.check(value, property, [...path, name]))
      else faults.push(unknownName(name, Object.keys(known), path))
    }
    return faults
  }

  private follow(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.slice('#/$defs/'.length)
    return (name !== undefined && this.root.$defs?.[name]) || schema
  }
}

function checkScalar(value: unknown, schema: JsonSchema, path: ConfigPath): Fault[] {
  const {minimum, maximum, pattern} = schema
  const name = nameOf(path)
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum)
      return [fault(path, `${name} must be at least ${minimum}, not ${value}.`)]
    if (maximum !== undefined && value > maximum)
      return [fault(path, `${name} must be at most ${maximum}, not ${value}.`)]
  }
  if (typeof value !== 'string') return []
  if (schema.enum && !schema.enum.includes(value)) {
    const guess = didYouMean(value, schema.enum, '')
    return [fault(path, `${name} must be ${expected([schema])}, not \`${value}\`${guess ? `: ${guess}` : '.'}`)]
  }
  if (value.length < (schema.minLength ?? 0)) return [fault(path, `${name} must not be empty.`)]
  if (pattern && !new RegExp(pattern, 'u').test(value))
    return [fault(path, `${name}: ${schema.description ?? pattern}`)]
  return []
}

function misnamed(name: string, {propertyNames}: JsonSchema): boolean {
  return propertyNames !== undefined && !new RegExp(propertyNames.pattern, 'u').test(name)
}

function misnaming(name: string, {propertyNames}: JsonSchema, path: ConfigPath): Fault {
  const message = `\`${name}\` is no name for a part of ${nameOf(path)}. ${propertyNames?.description ?? ''}`
  return {path: [...path, name], on: 'key', message}
}

function unknownName(name: string, known: readonly string[], path: ConfigPath): Fault {
  const list = known.length === 0 ? 'it has none.' : `there are ${known.map((one) => `\`${one}\``).join(', ')}.`
  const [kind, otherwise] = kindOfName(path, list)
  return {path: [...path, name], on: 'key', message: `\`${name}\` is no ${kind}: ${didYouMean(name, known, otherwise)}`}
}

function kindOfName(path: ConfigPath, list: string): readonly [string, string] {
  if (path.at(-1) === 'rules') return ['rule', '`coldread rules` lists them.']
  if (path.at(-3) === 'rules') return [`option of \`${path.at(-2)}\``, list]
  return [path.length === 0 ? 'setting' : `setting of ${nameOf(path)}`, list]
}

const typeNames = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false'
} as const

function wrong(path: ConfigPath, value: unknown, schemas: readonly JsonSchema[]): Fault {
  return fault(path, `${nameOf(path)} must be ${expected(schemas)}, not ${typeOf(value)}.`)
}

function expected(schemas: readonly JsonSchema[]): string {
  const names = schemas.flatMap(
    (schema) => schema.enum?.map((one) => `\`${one}\``) ?? typeNames[schema.type ?? 'object']
  )
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return typeNames.array
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return typeNames.string
  return typeof value === 'object' ? typeNames.object : `a ${typeof value}`
}

function hasType(value: unknown, type: JsonSchema['type']): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isMap(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'number') return Number.isFinite(value)
  return type === undefined || typeof value === type
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(path: ConfigPath, message: string): Fault {
  return {path, on: 'value', message}
}

/** `rules.subject-length[1].max`, between backticks. */
function nameOf(path: ConfigPath): string {
  if (path.length === 0) return 'The configuration'
  const steps = path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
  return `\`${steps.join('')}\``
}
