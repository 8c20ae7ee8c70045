import {readFileSync} from 'node:fs'
import {basename, extname} from 'node:path'
import {ConfigError} from '../config-error.js'
import type {ConfigPath, Fault} from '../validate.js'

/** A configuration as it was read, and where in its text each of its parts stands. */
export interface ConfigSource {
  readonly value: unknown
  /** Offset of the key or value at a path, or of the nearest part around it. */
  locate?(path: ConfigPath, on: Fault['on']): number
  readonly text?: string
}

/** Reads a configuration file by its extension; each reader loads what it needs itself. */
export async function readSource(file: string): Promise<ConfigSource> {
  const extension = extname(file).slice(1)
  if (/^[cm]?[jt]s$/u.test(extension)) return (await import('./module-source.js')).readModule(file)
  if (!/^(jsonc?|ya?ml)$/u.test(extension)) {
    throw ConfigError.of('A configuration is a .json, .jsonc, .yaml, .yml, .js, .mjs or .ts file: rename it.', file)
  }
  const text = readText(file)
  if (extension.startsWith('y')) return (await import('./yaml-source.js')).readYaml(text, file)
  const section = basename(file) === 'package.json' ? ['coldread'] : []
  return (await import('./json-source.js')).readJson(text, file, section)
}

function readText(file: string): string {
  try {
    // Without its byte order mark, which no parser here wants.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
  } catch (error) {
    throw ConfigError.of(`The configuration can't be read: ${(error as Error).message}.`, file)
  }
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): {line: number; column: number} {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u)
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1}
}
