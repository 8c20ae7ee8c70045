import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode
} from 'jsonc-parser'
import {ConfigError} from '../config-error.js'
import type {ConfigPath, Fault} from '../validate.js'
import {type ConfigSource, placeOf} from './source.js'

/** Reads JSON, comments and trailing commas allowed. @param section path of the configuration in the file */
export function readJson(text: string, file: string, section: ConfigPath): ConfigSource {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, {allowTrailingComma: true})
  const [error] = errors
  if (error || !root) {
    const what = error ? words(printParseErrorCode(error.error)) : 'nothing in it'
    throw ConfigError.of(`This is no valid JSON: ${what}.`, file, placeOf(text, error?.offset ?? 0))
  }
  const node = findNodeAtLocation(root, [...section])
  if (!node) throw ConfigError.of(`This file has no \`${section.join('.')}\` key with a configuration.`, file)
  return {text, value: getNodeValue(node), locate: (path, on) => offsetOf(root, [...section, ...path], on)}
}

function offsetOf(root: Node, path: ConfigPath, on: Fault['on']): number {
  const node = findNodeAtLocation(root, [...path])
  if (!node) return path.length === 0 ? root.offset : offsetOf(root, path.slice(0, -1), 'value')
  return on === 'key' ? (node.parent?.offset ?? node.offset) : node.offset
}

/** `CommaExpected` as `comma expected`. */
function words(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase()
}
