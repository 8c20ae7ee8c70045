import {basename, extname} from 'node:path'
import {findNodeAtLocation, modify, type ParseError, parseTree} from 'jsonc-parser'
import {isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap} from 'yaml'
import type {Edit} from '../../rules/define-rule.js'

/**
 * The edits that turn a rule off in the text of a configuration and leave all the rest as it is, comments included.
 * @returns undefined for a configuration that is a program, one that is broken, or one that can't be changed without writing it anew
 */
export function turnOff(text: string, file: string, id: string): Edit[] | undefined {
  const extension = extname(file)
  if (/^\.jsonc?$/u.test(extension)) return inJson(text, basename(file) === 'package.json' ? ['coldread'] : [], id)
  return /^\.ya?ml$/u.test(extension) ? inYaml(text, id) : undefined
}

function inJson(text: string, section: readonly string[], id: string): Edit[] | undefined {
  const path = [...section, 'rules', id]
  const errors: ParseError[] = []
  const root = parseTree(text, errors, {allowTrailingComma: true})
  if (errors.length > 0 && text.trim() !== '') return undefined
  const setting = root && findNodeAtLocation(root, path)
  // The rule's options stay for the day when it is turned on again.
  const place = setting?.type === 'array' ? [...path, 0] : path
  // A new first property: behind the last one there may be a comment about that.
  const edits = modify(text, place, 'off', {formattingOptions: formattingOf(text), getInsertionIndex: () => 0})
  return edits.map(({offset, length, content}) => ({start: offset, end: offset + length, text: content}))
}

function formattingOf(text: string) {
  const [, indent = '  '] = /^([ \t]+)\S/mu.exec(text) ?? []
  return {insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: lineEnd(text)}
}

/** By hand: to write the document anew would change its spaces and quotes. */
function inYaml(text: string, id: string): Edit[] | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const root: unknown = document.contents
  const rules: unknown = document.get('rules', true)
  const setting: unknown = isMap(rules) ? rules.get(id, true) : undefined
  if (isSeq(setting)) return replaced(setting.items[0])
  if (setting !== undefined) return replaced(setting)
  if (isMap(rules) && (rules.flow || rules.items.length > 0)) return [firstOf(rules, `${id}: off`, text)]
  if (isScalar(rules) && rules.value === null && rules.range) {
    const [at] = rules.range
    return [{start: at, end: at, text: `${lineEnd(text)}  ${id}: off`}]
  }
  if (rules !== undefined || !(root === null || isMap(root))) return undefined
  if (isMap(root) && root.flow) return [firstOf(root, `rules: {${id}: off}`, text)]
  const end = lineEnd(text)
  const before = text === '' || /[\r\n]$/u.test(text) ? '' : end
  return [{start: text.length, end: text.length, text: `${before}rules:${end}  ${id}: off${end}`}]
}

function replaced(node: unknown): Edit[] | undefined {
  return isScalar(node) && node.range ? [{start: node.range[0], end: node.range[1], text: 'off'}] : undefined
}

/** A new first pair: behind the last one there may be a comment about that. */
function firstOf(map: YAMLMap, pair: string, text: string): Edit {
  const [first] = map.items
  const start = isNode(first?.key) ? (first.key.range?.[0] ?? 0) : (map.range?.[0] ?? 0) + 1
  if (map.flow) return {start, end: start, text: first ? `${pair}, ` : pair}
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return {start, end: start, text: `${pair}${lineEnd(text)}${indent}`}
}

function lineEnd(text: string): string {
  return /\r?\n/u.exec(text)?.[0] ?? '\n'
}
