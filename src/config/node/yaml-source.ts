import {type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument} from 'yaml'
import {ConfigError} from '../config-error.js'
import type {ConfigPath, Fault} from '../validate.js'
import {type ConfigSource, placeOf} from './source.js'

export function readYaml(text: string, file: string): ConfigSource {
  const document = parseDocument(text, {prettyErrors: false})
  const [error] = document.errors
  if (error) throw ConfigError.of(`This is no valid YAML: ${error.message}.`, file, placeOf(text, error.pos[0]))
  try {
    // An empty document, or one of comments only, sets nothing.
    return {text, value: document.toJS() ?? {}, locate: (path, on) => offsetOf(document, path, on)}
  } catch (thrown) {
    throw ConfigError.of(`This YAML can't be read: ${(thrown as Error).message}.`, file)
  }
}

function offsetOf(document: Document, path: ConfigPath, on: Fault['on']): number {
  let node: unknown = document.contents
  let key: unknown
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === step)
      : undefined
    key = pair?.key
    node = pair ? (pair.value ?? pair.key) : isSeq(node) ? node.items[Number(step)] : undefined
    offset = startOf(node) ?? offset
  }
  return (on === 'key' ? startOf(key) : undefined) ?? offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
