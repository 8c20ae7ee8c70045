import {ConfigError} from '../config/config-error.js'
import {countOf, type Entry, keyOf} from './entry.js'

/** The form of the file. One that changes what an entry means takes the next number. */
const version = 1

/** One entry a line and in one order, so that a change shows as the lines that it is about and merges by them. */
export function formatBaseline(entries: readonly Entry[]): string {
  const lines = [...entries].sort(inOrder).map((entry) => `    ${formatEntry(entry)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${version},\n  "suppressions": ${list}\n}\n`
}

function formatEntry({file, rule, words, count}: Entry): string {
  const pairs = Object.entries({file, rule, words, count}).filter(([, value]) => value !== undefined)
  return `{${pairs.map(([name, value]) => `"${name}": ${visible(JSON.stringify(value))}`).join(', ')}}`
}

/** What can't be seen, or turns the order of a line round, must not hide in a diff. */
function visible(json: string): string {
  return json.replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Not by locale: every machine must write the same file. */
function inOrder(a: Entry, b: Entry): number {
  return order(a.file, b.file) || order(a.rule, b.rule) || order(a.words ?? '', b.words ?? '')
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * @param name the file's name, for the message
 * @throws ConfigError where the text is no baseline that this version can follow
 */
export function parseBaseline(text: string, name: string): Entry[] {
  const conflict = /^(?:<{7}|={7}|>{7})(?:\s|$)/m.exec(text)
  if (conflict)
    throw fault('a merge left its conflict markers here: keep the lines of both sides, then run again', conflict.index)
  const {version: found, suppressions} = fields(parsed())
  if (found !== version) throw fault(otherVersion(found))
  if (!Array.isArray(suppressions))
    throw fault('it has no list of `suppressions`; restore it, or delete it and accept anew with --suppress-all')
  return merged(suppressions.map((value, index) => entryFrom(value) ?? badEntry(index)))

  function parsed(): unknown {
    try {
      return JSON.parse(text.replace(/^\uFEFF/u, ''))
    } catch (error) {
      throw fault(
        `it is cut short or no valid JSON (${(error as Error).message}); restore it, or delete it and accept anew with --suppress-all`
      )
    }
  }

  function badEntry(index: number): never {
    throw fault(
      `entry ${index + 1} is not of the form {"file": "…", "rule": "…", "words": "…", "count": 1}; mend it or delete it`
    )
  }

  function fault(message: string, offset?: number): ConfigError {
    const line = offset === undefined ? undefined : text.slice(0, offset).split('\n').length
    return ConfigError.of(message, name, line === undefined ? undefined : {line, column: 1})
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function otherVersion(found: unknown): string {
  return typeof found === 'number'
    ? `it is of version ${found} and this Coldread reads version ${version}; use the Coldread that wrote it, or delete it and accept anew with --suppress-all`
    : 'it is no file of accepted findings that Coldread wrote; name another with --suppressions-location'
}

function entryFrom(value: unknown): Entry | undefined {
  const {file, rule, words, count, ...others} = fields(value)
  const isWhole = typeof file === 'string' && typeof rule === 'string' && Object.keys(others).length === 0
  if (!isWhole || !isOptional(words, 'string') || !isOptional(count, 'number')) return undefined
  if (count !== undefined && !(Number.isInteger(count) && Number(count) > 0)) return undefined
  return value as Entry
}

function isOptional(value: unknown, type: string): boolean {
  return value === undefined || typeof value === type
}

/** A merge may leave the same entry twice: both sides accepted the same finding. */
function merged(entries: readonly Entry[]): Entry[] {
  const byKey = new Map<string, Entry>()
  for (const entry of entries) {
    const known = byKey.get(keyOf(entry))
    if (!known || countOf(known) < countOf(entry)) byKey.set(keyOf(entry), entry)
  }
  return [...byKey.values()]
}
