import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative, resolve} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  type Config,
  ConfigError,
  type Level,
  nearest,
  ownLevel,
  parseRuleFlag,
  printConfig,
  resolveSettings,
  schemaOf,
  settingsResolver,
  validate
} from '../src/config/index.js'
import {loadConfig, pathForGlobs} from '../src/config/node/index.js'
import {type Category, defineRule, type Rule} from '../src/rules/define-rule.js'

const silent = (category: Category) => defineRule({summary: 'Finds nothing.', category, evidence: [], check: () => []})

const rules: Record<string, Rule> = {
  'subject-hype': defineRule({
    summary: 'Finds nothing in subjects.',
    category: 'trust',
    evidence: [],
    options: {
      max: {type: 'integer', description: 'How many are fine.', default: 0, minimum: 0, maximum: 10},
      words: {type: 'array', description: 'Words that are fine.', default: [], items: {type: 'string'}}
    },
    check: () => []
  }),
  'opt-out': silent('law'),
  filler: silent('tone'),
  terms: silent('clarity'),
  'reading-ease': silent('nursery')
}
const dialects = ['instantly', 'lemlist']
const fixtures = resolve(import.meta.dirname, '../fixtures/config')

let scratch: string
beforeAll(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'coldread-config-')))
})
afterAll(() => rmSync(scratch, {recursive: true}))

/** Writes files into a folder of their own. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(scratch, name, file)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text)
  }
  return join(scratch, name)
}

async function problemsOf(cwd: string, file?: string): Promise<string[]> {
  const error = await loadConfig({cwd, rules, dialects, ...(file !== undefined && {file})}).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(ConfigError)
  const problems: ConfigError['problems'] = error.problems
  return problems.map(({file, line, column, message}) => {
    const place = line === undefined ? '' : `:${line}:${column}`
    return `${file === undefined ? '' : relative(cwd, file)}${place} ${message}`
  })
}

describe('a configuration is found and read', () => {
  test.each<[string, string | undefined, Config]>([
    ['json', 'coldread.config.json', {language: 'fa', rules: {'subject-hype': ['warn', {max: 2}], filler: 'off'}}],
    ['jsonc', 'coldread.config.jsonc', {rules: {filler: 'error'}}],
    [
      'yaml',
      'coldread.config.yaml',
      {rules: {'subject-hype': ['warn', {max: 3}], filler: 'off'}, sender: {company: 'Kiln & Sons'}}
    ],
    ['yml', 'coldread.config.yml', {rules: {}}],
    ['js', 'coldread.config.js', {rules: {filler: 'error'}}],
    ['mjs', 'coldread.config.mjs', {rules: {filler: 'off'}}],
    ['ts', 'coldread.config.ts', {rules: {filler: 'off'}}],
    ['package', 'package.json', {rules: {filler: 'off'}}]
  ])('%s', async (folder, file, config) => {
    const cwd = join(fixtures, folder)
    const loaded = await loadConfig({cwd, rules})
    expect(loaded.file && relative(cwd, loaded.file)).toBe(file)
    expect(loaded.base).toBe(cwd)
    expect(loaded.config).toMatchObject(config)
  })

  test('from a folder below, and with a byte order mark', async () => {
    const root = folderOf('above', {'coldread.config.json': '\uFEFF{"language": "en"}', 'mails/june/a.md': ''})
    const loaded = await loadConfig({cwd: join(root, 'mails/june'), rules})
    expect(loaded.config.language).toBe('en')
    expect(loaded.base).toBe(root)
  })

  test('the nearest one wins', async () => {
    const root = folderOf('nearest', {'coldread.config.json': '{}', 'mails/coldread.config.yml': 'language: fa'})
    expect((await loadConfig({cwd: join(root, 'mails'), rules})).config.language).toBe('fa')
  })

  test('but not above the root of the repository', async () => {
    const root = folderOf('repository', {
      'coldread.config.json': '{}',
      'inner/.git': 'gitdir: elsewhere',
      'inner/a/b': ''
    })
    const loaded = await loadConfig({cwd: join(root, 'inner/a'), rules})
    expect(loaded).toEqual({config: {}, file: undefined, base: join(root, 'inner/a'), files: []})
  })

  test('a package.json that only depends on the package, or is broken, is none', async () => {
    const root = folderOf('broken-package', {'package.json': '{"coldread": {', '.git': ''})
    expect((await loadConfig({cwd: root, rules})).file).toBeUndefined()
    const without = folderOf('package-without', {'package.json': '{"devDependencies": {"coldread": "1"}}', '.git': ''})
    expect((await loadConfig({cwd: without, rules})).file).toBeUndefined()
  })

  test('one that the user names, wherever it stands', async () => {
    const loaded = await loadConfig({cwd: join(fixtures, 'two'), file: '../jsonc/coldread.config.jsonc', rules})
    expect(loaded.config.rules).toEqual({filler: 'error'})
  })
})

describe('a configuration builds on others', () => {
  test('files, level by level, later ones win', async () => {
    const loaded = await loadConfig({cwd: join(fixtures, 'extends'), rules})
    expect(loaded.files.map((file) => relative(loaded.base, file))).toEqual([
      'base/company.mjs',
      'house.yaml',
      'coldread.config.json'
    ])
    expect(loaded.config.ignore).toEqual(['*.bak.md', 'archive/'])
    const settings = settingsResolver(loaded.config, rules)
    const levels = (file: string | undefined) =>
      ['filler', 'subject-hype'].map((id) => settings(file).rules.get(id)?.level)
    expect(levels('note.eml')).toEqual(['off', 'error'])
    expect(levels('june/note.md')).toEqual(['error', 'error'])
    expect(levels('welcome.md')).toEqual(['warn', 'error'])
    expect(levels(undefined)).toEqual(['off', 'error'])
    expect(settings(undefined).rules.get('subject-hype')?.options).toEqual({max: 4, words: ['unmissable']})
    expect(settings(undefined).sender).toEqual({company: 'Kiln & Sons'})
  })

  test('a package, by its name', async () => {
    const installed = 'node_modules/@kiln/outreach-rules'
    const root = folderOf('packages', {
      'coldread.config.json': '{"extends": ["@kiln/outreach-rules", "@kiln/outreach-rules/fa.json"]}',
      [`${installed}/package.json`]:
        '{"name": "@kiln/outreach-rules", "exports": {".": {"import": "./index.mjs"}, "./fa.json": "./fa.json"}}',
      [`${installed}/index.mjs`]: "export default {rules: {filler: 'error'}}",
      [`${installed}/fa.json`]: '{"language": "fa"}'
    })
    const {config} = await loadConfig({cwd: root, rules})
    expect(config).toMatchObject({rules: {filler: 'error'}, language: 'fa'})
  })

  test('the same base twice, each time a hundred levels deep, is read once', async () => {
    const files = Object.fromEntries(
      Array.from({length: 100}, (_, index) => [
        `${index}.json`,
        `{"extends": ["./${index + 1}.json", "./${index + 1}.json"]}`
      ])
    )
    const root = folderOf('diamonds', {...files, '100.json': '{"language": "fa"}'})
    expect((await loadConfig({cwd: root, file: '0.json', rules})).config.language).toBe('fa')
  })

  test('a circle through a symbolic link is seen', async () => {
    const root = folderOf('linked', {'coldread.config.json': '{"extends": "./self/coldread.config.json"}'})
    symlinkSync('.', join(root, 'self'), 'dir')
    expect(await problemsOf(root)).toEqual([
      'coldread.config.json:1:13 `extends` goes in a circle: coldread.config.json > coldread.config.json.'
    ])
  })
})

describe('what is wrong in a configuration is said with its place', () => {
  test.each<[string, readonly string[]]>([
    ['syntax-json', ['coldread.config.json:4:5 This is no valid JSON: comma expected.']],
    ['empty-json', ['coldread.config.json:1:1 This is no valid JSON: value expected.']],
    ['syntax-yaml', ['coldread.config.yaml:3:3 This is no valid YAML: Map keys must be unique.']],
    [
      'yaml-alias-bomb',
      ["coldread.config.yaml This YAML can't be read: Excessive alias count indicates a resource exhaustion attack."]
    ],
    [
      'two',
      [
        'coldread.config.json `coldread.config.json` and `coldread.config.yaml` stand in one folder, and only one can hold: keep one of them.'
      ]
    ],
    [
      'two-with-package',
      [
        'coldread.config.ts `coldread.config.ts` and `package.json` stand in one folder, and only one can hold: keep one of them.'
      ]
    ],
    ['throws-mjs', ['coldread.config.mjs This configuration fails while it runs: the team list is missing']],
    ['throws-ts', ['coldread.config.ts This configuration fails while it runs: the team list is missing']],
    ['no-export', ['coldread.config.mjs This configuration exports nothing: write `export default {rules: {}}`.']],
    ['no-export-ts', ['coldread.config.ts This configuration exports nothing: write `export default {rules: {}}`.']],
    ['not-a-map', ['coldread.config.json:1:1 The configuration must be a map, not a list.']],
    ['package-wrong', ['package.json:5:15 `fillr` is no rule: did you mean `filler`?']],
    [
      'wrong-js',
      [
        'coldread.config.js `fillr` is no rule: did you mean `filler`?',
        'coldread.config.js `rules.filler` must be `off`, `warn`, `error` or a list, not a function.'
      ]
    ],
    [
      'wrong-json',
      [
        'coldread.config.json:2:3 `rulez` is no setting: did you mean `rules`?',
        'coldread.config.json:4:5 `subject-hipe` is no rule: did you mean `subject-hype`?',
        'coldread.config.json:5:5 `entirely-else` is no rule: `coldread rules` lists them.',
        'coldread.config.json:6:15 `rules.filler` must be `off`, `warn` or `error`, not `on`.',
        'coldread.config.json:7:31 `maxx` is no option of `subject-hype`: did you mean `max`?',
        'coldread.config.json:7:49 `rules.subject-hype[1].max` must be at most 10, not 11.',
        'coldread.config.json:9:15 `language` must be a text, not 7.',
        'coldread.config.json:10:17 `overrides[0]` must have `files`.',
        'coldread.config.json:10:43 `overrides[1].files[0]`: Globs follow .gitignore, which has no braces: write one entry for each alternative.',
        'coldread.config.json:10:78 `overrides[1].rules.filler` must not be empty.'
      ]
    ],
    [
      'wrong-yaml',
      [
        'coldread.config.yaml:4:12 `rules.subject-hype[1].max` must be a whole number, not a text.',
        'coldread.config.yaml:5:27 `rules.subject-hype[1].words[1]` must be a text, not 5.',
        'coldread.config.yaml:6:19 `depth` is no option of `filler`: it has none.',
        'coldread.config.yaml:7:28 `rules.reading-ease` has more than 2 entries.',
        'coldread.config.yaml:8:9 `sender` must be a map, not a text.',
        'coldread.config.yaml:9:10 `dialect` must be `instantly` or `lemlist`, not `instantli`: did you mean `instantly`?',
        'coldread.config.yaml:11:12 `overrides[0].files` must not be empty.',
        'coldread.config.yaml:12:14 `maxFileSize` must be at least 1, not 0.'
      ]
    ],
    ['cycle', ['two/two.json:3:15 `extends` goes in a circle: one.json > two/two.json > one.json.']],
    ['extends-missing', ['coldread.config.yaml:3:5 `extends` names `./nowhere.json`, which does not exist.']],
    [
      'extends-no-package',
      [
        'coldread.config.json:1:13 `extends` names `house.json`, which is no installed package: a file beside this one is written `./house.json`.'
      ]
    ],
    [
      'extends-wrong',
      ['house.json:1:22 `rules.filler` must be `off`, `warn` or `error`, not `of`: did you mean `off`?']
    ],
    [
      'extends-unknown-kind',
      ['house.toml A configuration is a .json, .jsonc, .yaml, .yml, .js, .mjs or .ts file: rename it.']
    ]
  ])('%s', async (folder, problems) => {
    expect(await problemsOf(join(fixtures, folder))).toEqual(problems)
  })

  test('a named file that is not there, or holds none', async () => {
    expect(await problemsOf(fixtures, 'nowhere.json')).toEqual(['nowhere.json There is no configuration of this name.'])
    expect(await problemsOf(fixtures, 'package-without/package.json')).toEqual([
      'package-without/package.json This file has no `coldread` key with a configuration.'
    ])
  })

  test('a folder that looks like one', async () => {
    const root = folderOf('folder', {'coldread.config.json/a': ''})
    expect(await problemsOf(root)).toEqual([
      "coldread.config.json The configuration can't be read: EISDIR: illegal operation on a directory, read."
    ])
  })

  test('names that every object has are unknown too', () => {
    const schema = schemaOf(rules)
    const config = JSON.parse('{"rules": {"constructor": "off", "__proto__": "off"}, "toString": 1}')
    expect(validate(config, schema).map(({path}) => path.join('.'))).toEqual([
      'rules.constructor',
      'rules.__proto__',
      'toString'
    ])
  })
})

describe('settings hold for a file', () => {
  const levelsOf = (config: Config, file?: string) =>
    Object.fromEntries([...resolveSettings(config, file, rules).rules].map(([id, {level}]) => [id, level]))

  test("a rule's category decides where nothing else does", () => {
    expect(levelsOf({})).toEqual({
      'opt-out': 'error',
      'subject-hype': 'error',
      terms: 'warn',
      filler: 'warn',
      'reading-ease': 'off'
    })
  })

  test.each<[Config['rules'], Level, object]>([
    [undefined, 'error', {max: 0, words: []}],
    [{'subject-hype': 'off'}, 'off', {max: 0, words: []}],
    [{'subject-hype': ['warn']}, 'warn', {max: 0, words: []}],
    [{'subject-hype': ['warn', {max: 3}]}, 'warn', {max: 3, words: []}]
  ])('%j', (configured, level, options) => {
    const settings = resolveSettings(configured ? {rules: configured} : {}, 'a.md', rules)
    expect(settings.rules.get('subject-hype')).toEqual({level, options})
  })

  const overrides: Config = {
    rules: {'subject-hype': ['error', {max: 1}]},
    language: 'en',
    sender: {company: 'Kiln & Sons', people: ['Mina Rahimi']},
    overrides: [
      {files: ['fa/'], language: 'fa', sender: {company: 'کیلن'}},
      {files: ['*.eml', '!keep.eml'], rules: {'subject-hype': 'warn'}},
      {files: ['/fa/*.eml'], rules: {'subject-hype': ['warn', {words: ['new']}]}, dialect: 'lemlist'}
    ]
  }

  test.each([
    ['a.md', 'error', {max: 1, words: []}, 'en', undefined],
    ['deep/down/a.eml', 'warn', {max: 1, words: []}, 'en', undefined],
    ['keep.eml', 'error', {max: 1, words: []}, 'en', undefined],
    ['fa/a.eml', 'warn', {max: 1, words: ['new']}, 'fa', 'lemlist'],
    ['fa/deep/a.eml', 'warn', {max: 1, words: []}, 'fa', undefined],
    ['../elsewhere/a.eml', 'warn', {max: 1, words: []}, 'en', undefined],
    [undefined, 'error', {max: 1, words: []}, 'en', undefined]
  ])('overrides in order: %s', (file, level, options, language, dialect) => {
    const settings = resolveSettings(overrides, file, rules)
    expect(settings.rules.get('subject-hype')).toEqual({level, options})
    expect(settings).toMatchObject({language, dialect})
  })

  test('a sender is merged key by key', () => {
    const {sender} = resolveSettings(overrides, 'fa/a.md', rules)
    expect(sender).toEqual({company: 'کیلن', people: ['Mina Rahimi']})
  })

  test('files that match the same overrides share their settings', () => {
    const settings = settingsResolver(overrides, rules)
    expect(settings('a.eml')).toBe(settings('b/c.eml'))
    expect(settings('a.eml')).not.toBe(settings('a.md'))
  })

  test('paths are told as globs want them', () => {
    const loaded = {config: {}, file: undefined, files: [], base: '/srv/mails'}
    expect(pathForGlobs(loaded, '/srv/mails/fa/a.md')).toBe('fa/a.md')
    expect(pathForGlobs(loaded, 'fa/a.md')).toBe('fa/a.md')
    expect(pathForGlobs(loaded, '/srv/a.md')).toBe('../a.md')
  })

  test('findings of our own keep their level until the configuration sets it', () => {
    expect(ownLevel(resolveSettings({}, undefined, rules), 'suppression', 'warn')).toBe('warn')
    const off = resolveSettings({rules: {suppression: 'off'}}, undefined, rules)
    expect(ownLevel(off, 'suppression', 'error')).toBe('off')
    expect(validate({rules: {suppression: 'off', parse: 'warn'}}, schemaOf(rules))).toEqual([])
  })

  test('printed, they are a configuration that gives them again', () => {
    const settings = resolveSettings(overrides, 'fa/a.eml', rules)
    const printed = printConfig(settings)
    expect(printed.startsWith('{\n  "language": "fa",\n  "dialect": "lemlist",\n  "sender": {')).toBe(true)
    expect(validate(JSON.parse(printed), schemaOf(rules))).toEqual([])
    expect(printConfig(resolveSettings(JSON.parse(printed), undefined, rules))).toBe(printed)
  })
})

describe('--rule', () => {
  test.each([
    ['filler:off', 'filler', 'off'],
    [' filler : warn ', 'filler', 'warn'],
    ['subject-hype:[warn,{"max":3}]', 'subject-hype', ['warn', {max: 3}]],
    ['subject-hype:["error", {"words": ["a:b"]}]', 'subject-hype', ['error', {words: ['a:b']}]],
    ['suppression:off', 'suppression', 'off']
  ])('%s', (text, id, setting) => {
    expect(parseRuleFlag(text, rules)).toEqual({id, setting})
  })

  test.each([
    ['filler', '`--rule filler` is not understood: write `id:level` or `id:[level, {"option": value}]`.'],
    ['', '`--rule ` is not understood: write `id:level` or `id:[level, {"option": value}]`.'],
    ['fillr:off', '`--rule fillr:off`: `fillr` is no rule: did you mean `filler`?'],
    ['filler:2', '`--rule filler:2`: `rules.filler` must be `off`, `warn` or `error`, not `2`.'],
    [
      'subject-hype:[warn,{max:3}]',
      '`--rule subject-hype:[warn,{max:3}]`: what follows the colon is no JSON list such as `[warn, {"option": 1}]`.'
    ],
    [
      'subject-hype:[warn,{"max":-1}]',
      '`--rule subject-hype:[warn,{"max":-1}]`: `rules.subject-hype[1].max` must be at least 0, not -1.'
    ],
    ['__proto__:off', '`--rule __proto__:off`: `__proto__` is no rule: `coldread rules` lists them.']
  ])('refused: %s', (text, message) => {
    expect(() => parseRuleFlag(text, rules)).toThrow(expect.objectContaining({name: 'ConfigError', message}))
  })
})

describe('the schema', () => {
  test("carries the rules' own options, with their words", () => {
    const {properties} = schemaOf(rules).$defs?.rules ?? {}
    expect(Object.keys(properties ?? {})).toEqual(['parse', 'suppression', ...Object.keys(rules)])
    expect(properties?.['subject-hype']).toEqual({
      description: 'Finds nothing in subjects.',
      anyOf: [
        {type: 'string', enum: ['off', 'warn', 'error']},
        {
          type: 'array',
          minItems: 1,
          items: false,
          prefixItems: [
            {$ref: '#/$defs/level'},
            {
              type: 'object',
              additionalProperties: false,
              properties: {
                max: {type: 'integer', description: 'How many are fine.', default: 0, minimum: 0, maximum: 10},
                words: {type: 'array', description: 'Words that are fine.', default: [], items: {type: 'string'}}
              }
            }
          ]
        }
      ]
    })
  })

  test('is plain JSON, and each setting has a description', () => {
    const schema = schemaOf(rules, dialects)
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.$defs?.dialect?.enum).toEqual(dialects)
    for (const property of Object.values(schema.properties ?? {})) expect(property.description).toBeTruthy()
  })
})

test.each([
  ['subject-hipe', 'subject-hype'],
  ['sbuject-hype', 'subject-hype'],
  ['Filler', 'filler'],
  ['optout', 'opt-out'],
  ['of', undefined],
  ['quite-another', undefined],
  ['x'.repeat(10_000), undefined]
])('the nearest name to %.20s is %s', (name, known) => {
  expect(nearest(name, Object.keys(rules))).toBe(known)
})

test('whatever a configuration holds, each fault has a path to it and its own words', () => {
  const key = fc.constantFrom(
    'rules',
    'overrides',
    'files',
    'sender',
    'filler',
    'subject-hype',
    'max',
    'extends',
    'other'
  )
  const {tree} = fc.letrec<{tree: unknown}>((tie) => ({
    tree: fc.oneof(
      {maxDepth: 5},
      fc.constantFrom(null, true, 0, 1.5, 'off', 'warn', ''),
      fc.array(tie('tree'), {maxLength: 3}),
      fc.dictionary(key, tie('tree'), {maxKeys: 4})
    )
  }))
  const schema = schemaOf(rules)
  fc.assert(
    fc.property(tree, (config) => {
      for (const {path, message} of validate(config, schema)) {
        const whole = path.reduce<unknown>((value, step) => Object(value)[step], config)
        expect(whole).not.toBeUndefined()
        expect(message).toMatch(/^(?:`|The configuration ).+[.?]$/)
      }
    })
  )
})
