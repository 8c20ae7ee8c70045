import {hash} from 'node:crypto'
import type {Settings} from '../../config/index.js'
import type {Format} from '../../tree/index.js'

const contexts = new WeakMap<Settings, Map<Format, string>>()

/** All that a result follows from beside the build: the draft's bytes, how they are read, and the settings that hold. */
export function keyOf(bytes: Uint8Array, format: Format, settings: Settings): string {
  const known = contexts.get(settings) ?? new Map<Format, string>()
  contexts.set(settings, known)
  const context = known.get(format) ?? digest(JSON.stringify([format, settings]))
  known.set(format, context)
  return `${context}.${digest(bytes)}`
}

function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url')
}
