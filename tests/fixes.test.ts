import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyEdits} from '../src/fix/apply-edits.js'
import {fix} from '../src/fix/index.js'
import {rewrite} from '../src/fix/rewrite.js'
import {formatOf} from '../src/format-of.js'
import {rules} from '../src/generated/rules.js'
import {lint} from '../src/lint.js'
import {type Carried, carryHtml, carryMarkdown} from './support/carry.js'
import {files, read} from './support/files.js'
import {breaches, type Draft, sender} from './support/fix-laws.js'
import {readReadme} from './support/rule-readme.js'

/**
 * The laws of fixes, whatever rule offers them: made alone, a fix silences its finding, brings no error, is not offered
 * once more, and keeps the file's line ends. Each is made in each format that the draft can be carried to.
 */
const labelled = files('fixtures/drafts').filter((file) => !file.endsWith('.jsonl'))
/** Carrying all of them would take minutes and show little more. */
const carriedDrafts = labelled.filter((_, index) => index % 6 === 0)

function carry({name, source, format}: Draft): Draft[] {
  const others = format === 'markdown' ? carriedMarkdown(source) : format === 'html' ? carryHtml(source) : []
  return others.map((other) => ({name: `${name}, as ${other.as}`, source: other.draft, format: other.format}))
}

/** Front matter that is no YAML has no mail to be carried to. */
function carriedMarkdown(source: string): Carried[] {
  try {
    return carryMarkdown(source)
  } catch {
    return []
  }
}

function inFile(file: string): Draft {
  return {name: file, source: read(file), format: formatOf(file)}
}

describe.each(Object.keys(rules))('the examples of %s', (id) => {
  const {notOk, ok} = readReadme(read(`rules/${id}/README.md`))
  const examples = [...notOk, ...ok].map(({name, draft, format}) => ({name, source: draft, format}))
  it.each([...examples, ...examples.flatMap(carry)])('$name', async (draft) => {
    expect(await breaches(draft)).toEqual([])
  })
})

describe('the samples', () => {
  const samples = files('fixtures/samples').map(inFile)
  it.each([...samples, ...samples.flatMap(carry)])('$name', async (draft) => {
    expect(await breaches(draft)).toEqual([])
  })
})

describe('the labelled drafts', () => {
  it.each([...labelled.map(inFile), ...carriedDrafts.map(inFile).flatMap(carry)])('$name', async (draft) => {
    expect(await breaches(draft)).toEqual([])
  })
})

describe('all fixes of a draft together', () => {
  const some = [...files('fixtures/samples'), ...carriedDrafts].map(inFile)

  it.each(some)('leave nothing to fix in $name, and no more errors', async ({source, format}) => {
    const options = {format, suggestions: true, config: {sender}}
    const {output, result} = await fix(source, options)
    const again = await fix(output, options)
    expect([again.output, again.fixes]).toEqual([output, 0])
    const errors = (findings: typeof result.findings) => findings.filter(({severity}) => severity === 'error').length
    expect(errors(result.findings)).toBeLessThanOrEqual(errors((await lint(source, options)).findings))
  })

  it.each(some)('made in any choice leave every other character of $name as it is', async ({source, format}) => {
    const {findings} = await lint(source, {format, config: {sender}})
    const choices = fc.array(fc.nat(3), {minLength: findings.length, maxLength: findings.length})
    fc.assert(
      fc.property(choices, (chosen) => {
        const {text, edits, made} = applyEdits(source, findings, format, (finding) => {
          return finding.fixes[(chosen[findings.indexOf(finding)] ?? 0) - 1]
        })
        expect(edits.every(({start}, index) => start >= (edits[index - 1]?.end ?? 0))).toBe(true)
        expect(made.flatMap((one) => one.edits).length).toBe(edits.length)
        expect(text).toBe(rewrite(source, edits))
        expect(text.length - source.length).toBe(
          edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0)
        )
      }),
      {numRuns: 30}
    )
  })
})
