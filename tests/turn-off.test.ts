import {parse as parseJson} from 'jsonc-parser'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {turnOff} from '../src/config/node/turn-off.js'
import {rewrite} from '../src/fix/rewrite.js'

const changed = (text: string, file: string) => {
  const edits = turnOff(text, file, 'filler')
  return edits && rewrite(text, edits)
}

describe('turning a rule off in a configuration', () => {
  it.each<[string, string, string, string]>([
    ['nothing at all', 'a.json', '', '{\n  "rules": {\n    "filler": "off"\n  }\n}'],
    ['an empty map', 'a.json', '{}', '{\n  "rules": {\n    "filler": "off"\n  }\n}'],
    ['a level', 'a.jsonc', '{"rules": {"filler": "warn"}} // x', '{"rules": {"filler": "off"}} // x'],
    ['options', 'a.json', '{"rules": {"filler": ["warn", {"a": 1}]}}', '{"rules": {"filler": ["off", {"a": 1}]}}'],
    [
      'a comment about another rule',
      'a.jsonc',
      '{\n  "rules": {\n    "opt-out": "warn" // mine\n  }\n}\n',
      '{\n  "rules": {\n    "filler": "off",\n    "opt-out": "warn" // mine\n  }\n}\n'
    ],
    [
      'tabs and a package',
      'package.json',
      '{\n\t"name": "x",\n\t"coldread": {}\n}\n',
      '{\n\t"name": "x",\n\t"coldread": {\n\t\t"rules": {\n\t\t\t"filler": "off"\n\t\t}\n\t}\n}\n'
    ],
    ['nothing at all', 'a.yaml', '', 'rules:\n  filler: off\n'],
    ['comments alone', 'a.yml', '# mine', '# mine\nrules:\n  filler: off\n'],
    ['a level', 'a.yaml', 'rules:\n  filler: "warn"   # mine\n', 'rules:\n  filler: off   # mine\n'],
    [
      'options',
      'a.yaml',
      'rules:\n  filler:\n    - warn\n    - {a: 1}\n',
      'rules:\n  filler:\n    - off\n    - {a: 1}\n'
    ],
    [
      'another rule',
      'a.yaml',
      '# top\r\nrules:\r\n    # why\r\n    opt-out:   warn # mine\r\nignore: ["a"]\r\n',
      '# top\r\nrules:\r\n    # why\r\n    filler: off\r\n    opt-out:   warn # mine\r\nignore: ["a"]\r\n'
    ],
    ['rules in one line', 'a.yaml', 'rules: {opt-out: warn}\n', 'rules: {filler: off, opt-out: warn}\n'],
    ['no rules in one line', 'a.yaml', 'rules: {}\n', 'rules: {filler: off}\n'],
    ['rules that are empty', 'a.yaml', 'rules:\nignore: []\n', 'rules:\n  filler: off\nignore: []\n'],
    ['another key', 'a.yaml', 'ignore: [a]', 'ignore: [a]\nrules:\n  filler: off\n'],
    ['everything in one line', 'a.yaml', '{ignore: [a]}\n', '{rules: {filler: off}, ignore: [a]}\n']
  ])('over %s in %s changes nothing else', (_, file, before, after) => {
    expect(changed(before, file)).toBe(after)
    const read = file.startsWith('a.y') ? parseYaml : parseJson
    const value = file === 'package.json' ? read(after).coldread : read(after)
    expect([value.rules.filler].flat()[0]).toBe('off')
  })

  it.each([
    ['a program', 'a.mjs', 'export default {}'],
    ['JSON that is broken', 'a.json', '{"rules": {'],
    ['YAML that is broken', 'a.yaml', 'rules: {a: [}'],
    ['rules that are an alias', 'a.yaml', 'x: &a {opt-out: warn}\nrules: *a\n'],
    ['rules that are a list', 'a.yaml', 'rules:\n- filler\n'],
    ['a document that is a list', 'a.yaml', '- rules\n']
  ])('is refused in %s', (_, file, text) => {
    expect(turnOff(text, file, 'filler')).toBe(undefined)
  })
})
