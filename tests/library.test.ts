import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {type BuiltPackage, buildPackage} from './support/built-package.js'
import {read, root} from './support/files.js'

/** The programs of a page, each with what it says that they print. */
function examplesOf(page: string): {line: number; code: string; output: string}[] {
  const text = read(page)
  return [...text.matchAll(/```ts\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)].map(
    ({index, 1: code = '', 2: output = ''}) => ({line: text.slice(0, index).split('\n').length + 1, code, output})
  )
}

// Each starts a program of its own.
vi.setConfig({testTimeout: 60_000})

let built: BuiltPackage
const examples = examplesOf('docs/library.md')

beforeAll(async () => {
  built = await buildPackage()
  mkdirSync(path.join(built.folder, 'drafts'))
  for (const name of ['hype.md', 'good-letter.md']) {
    copyFileSync(path.join(root, 'fixtures/samples', name), path.join(built.folder, 'drafts', name))
  }
  writeFileSync(path.join(built.folder, 'coldread.config.json'), '{"rules": {"subject-vague": "off"}}')
  // Where the search for a configuration ends.
  mkdirSync(path.join(built.folder, '.git'))
  for (const {line, code} of examples) writeFileSync(path.join(built.folder, `line-${line}.ts`), code)
}, 120_000)

afterAll(() => built.remove())

describe('docs/library.md', () => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(8)
    for (const {output} of examples) expect(output).not.toBe('')
  })

  test.each(examples)('prints what it says, line $line', ({line, output}) => {
    expect(built.run(`line-${line}.ts`)).toEqual({out: output, err: ''})
  })

  test('shows programs whose types hold', () => {
    expect(built.check(...examples.map(({line}) => `line-${line}.ts`))).toBe('')
  })
})

describe('the built package', () => {
  test('has a file and types for every entry', () => {
    const {exports} = JSON.parse(read('package.json')) as {exports: Record<string, string | Record<string, string>>}
    const entries = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : Object.values(entry)))
    expect(entries.length).toBe(6)
    for (const entry of entries) expect(() => readFileSync(path.join(built.package, entry))).not.toThrow()
  })

  test.each(['index.js', 'unified.js'])('reaches nothing that only Node has from %s', (entry) => {
    const reached = importsFrom(path.join(built.package, 'dist', entry))
    expect(reached.size).toBeGreaterThan(5)
    expect([...reached].filter(isBuiltin)).toEqual([])
  })

  test('keeps one copy of what its entries share', () => {
    const chunks = readdirSync(path.join(built.package, 'dist/chunks'))
    expect(chunks.filter((name) => name.startsWith('lexicon-en')).length).toBe(1)
    const program = `import {ConfigError} from 'coldread'
import {presetColdread, coldreadParse} from 'coldread/unified'
import {unified} from 'unified'
try {
  unified().use(presetColdread).use(coldreadParse, {config: {language: ''}}).freeze()
} catch (error) {
  console.log(error instanceof ConfigError)
}
`
    writeFileSync(path.join(built.folder, 'shared.ts'), program)
    expect(built.run('shared.ts')).toEqual({out: 'true\n', err: ''})
  })

  test('refuses at compile time what it would refuse at run time', () => {
    const wrong = [
      "import {fix, lint, ruleDocs} from 'coldread'",
      "import {rulePlugins} from 'coldread/unified'",
      "import {unified} from 'unified'",
      "await lint('x', {format: 'docx'})",
      'await lint(1)',
      "await fix('x', {suggestion: true})",
      "await ruleDocs('no-such-rule')",
      "unified().use(rulePlugins['contact-channels'], ['warn', {minimum: 'three'}])"
    ]
    writeFileSync(path.join(built.folder, 'wrong.ts'), wrong.join('\n'))
    const lines = built.check('wrong.ts').match(/^wrong\.ts\((\d+)/gm)
    expect([...new Set(lines)]).toEqual([4, 5, 6, 7, 8].map((line) => `wrong.ts(${line}`))
  })
})

/** Every module that a file imports, and all that those import of the package itself. */
function importsFrom(file: string, seen = new Set<string>()): Set<string> {
  for (const [, id = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?"([^"]+)"/g)) {
    const name = id.startsWith('.') ? path.join(path.dirname(file), id) : id
    if (seen.has(name)) continue
    seen.add(name)
    if (id.startsWith('.')) importsFrom(name, seen)
  }
  return seen
}
