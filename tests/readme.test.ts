import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'jsonc-parser'
import {afterAll, describe, expect, it} from 'vitest'
import {defaultLevels} from '../src/config/index.js'
import {schemaOf} from '../src/config/schema.js'
import {validate} from '../src/config/validate.js'
import {dialects} from '../src/generated/dialects.js'
import {rules} from '../src/generated/rules.js'
import {lint} from '../src/index.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')
const block = (language: string, holding: string): string =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(
    ([, lang, text]) => lang === language && text?.includes(holding)
  )?.[2] ?? ''

describe('README.md', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coldread-readme-'))
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  it('lists every rule with its summary and its default level', () => {
    const words = {error: 'error', warn: 'warning', off: 'off'}
    const rows = Object.entries(rules).map(
      ([id, {summary, category}]) =>
        `| [${id}](rules/${id}/README.md) | ${summary} | ${words[defaultLevels[category]]} |`
    )
    expect(readme.match(/^\| \[[a-z-]+\]\(rules\/.*$/gm)?.sort()).toEqual(rows.sort())
  })

  it('shows a configuration that holds', () => {
    const errors: [] = []
    const config = parse(block('jsonc', '"rules"'), errors)
    expect(errors).toEqual([])
    expect(validate(config, schemaOf(rules, Object.keys(dialects)))).toEqual([])
  })

  it('shows a program that finds what it says', async () => {
    const source = /lint\('(.*?)', \{format: 'text'\}\)/.exec(block('ts', 'lint('))?.[1]?.replaceAll('\\n', '\n')
    expect(source).toBeDefined()
    const {findings} = await lint(source ?? '', {format: 'text'})
    expect(findings.map(({ruleId}) => ruleId)).toContain('subject-hype')
  })

  it('shows suppressions that suppress', async () => {
    const [next, file] = block('md', 'coldread-disable-file').trim().split('\n')
    const {suppressed} = await lint(
      `---\nsubject: Racks\nlang: en\n---\n\n${file}\n\nHi Ann,\n\n${next}\n\nWe rent racks.\n`
    )
    expect(suppressed.map(({ruleId, reason}) => [ruleId, reason])).toContainEqual([
      'opt-out',
      'the sequencer adds the line'
    ])
  })

  it('shows a rule whose phrases hold', () => {
    const text =
      /```yaml\n# rules\/no-monday[^\n]*\n([\s\S]*?)```/.exec(readFileSync(`${root}CONTRIBUTING.md`, 'utf8'))?.[1] ?? ''
    const file = path.join(folder, 'check.ts')
    writeFileSync(
      file,
      `import {checkExamples, parsePhrases} from '${root}src/phrases/build.ts'
import {englishWords} from '${root}src/languages/en/words.ts'
const entries = parsePhrases(${JSON.stringify(text)}, 'rules/no-monday/phrases.en.yml')
console.log(entries.length, checkExamples(entries, {}, englishWords).length)`
    )
    const {stdout} = spawnSync(process.execPath, ['--import', 'tsx', file], {cwd: root, encoding: 'utf8'})
    expect(stdout.trim()).toBe('1 0')
  })
})
