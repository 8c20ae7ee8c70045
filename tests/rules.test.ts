import {describe, expect, it} from 'vitest'
import {applyEdits} from '../src/fix/apply-edits.js'
import {formatOf} from '../src/format-of.js'
import {rules} from '../src/generated/rules.js'
import {anatomy, lint} from '../src/lint.js'
import type {Finding} from '../src/result.js'
import type {OptionSchema} from '../src/rules/define-rule.js'
import type {Format} from '../src/tree/index.js'
import {carryHtml, carryMarkdown} from './support/carry.js'
import {files, folders, read, readBytes} from './support/files.js'
import {findingsOf, fixedBy, judgeFrozenTwice} from './support/one-rule.js'
import {type Example, fold, readReadme} from './support/rule-readme.js'
import {bare, decoded, visible} from './support/visible.js'

/** The laws that hold for every rule there is and will be: nothing here names one. */
const ids = Object.keys(rules)
const readmes = new Map(ids.map((id) => [id, readReadme(read(`rules/${id}/README.md`))]))
const shown = ids.flatMap((id) => {
  const {notOk = [], ok = []} = readmes.get(id) ?? {}
  return [...notOk, ...ok].map((example) => ({id, ...example}))
})
const carried = shown.flatMap((example) => {
  const {draft, format} = example
  const others = format === 'markdown' ? carryMarkdown(draft) : format === 'html' ? carryHtml(draft) : []
  return others.map(({as, ...other}) => ({id: example.id, name: `${example.name}, as ${as}`, example, ...other}))
})

describe('the registry', () => {
  it('is what stands in the folder', () => {
    expect(ids).toEqual(folders('rules'))
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
  })
})

describe.each(ids)('%s', (id) => {
  const rule = rules[id]
  const readme = readmes.get(id)
  const own = rule?.fix ? ['Fix'] : []
  const chapters = ['Why', 'Evidence', 'Not ok', 'Ok', ...own, 'Options', 'When not to use it', 'Sources', 'Figures']

  it('has a README with its id, its summary and its chapters in order', () => {
    expect(readme?.headings).toEqual([`# ${id}`, ...chapters.map((title) => `## ${title}`)])
    expect(readme?.summary).toBe(rule?.summary)
    expect(sentences(rule?.summary ?? '')).toBe(1)
  })

  it('shows what is not ok, with findings, and what is ok, without', () => {
    expect(readme?.notOk.map(({findings}) => findings.length)).not.toContain(0)
    expect(readme?.notOk.length).toBeGreaterThan(0)
    expect(readme?.ok.length).toBeGreaterThan(0)
    expect(readme?.ok.flatMap(({findings}) => findings)).toEqual([])
  })

  it.runIf(rule?.fix)('shows what its fixes make of a draft, and how they are graded', () => {
    expect(readme?.fixes.length).toBeGreaterThan(0)
    expect(readme?.fixText).toMatch(/^(?:Safe|Suggested)\b/)
  })

  it.each(readme?.fixes ?? [])('makes of “$after” what it shows', async ({after, becomes}) => {
    const example = readme?.notOk.find(({name}) => name === after)
    const sender = readme?.sender === undefined ? undefined : JSON.parse(readme.sender)
    const {output} = await fixedBy(id, example?.draft ?? '', example?.format ?? 'markdown', sender)
    expect(output).toBe(becomes)
  })

  it('lists its options with their defaults', () => {
    const options = Object.entries<OptionSchema>(rule?.options ?? {})
    if (options.length === 0) expect(readme?.optionsText).toMatch(/^None\./)
    else
      expect(readme?.options?.map(optionIn)).toEqual(
        options.map(([name, {default: value}]) => `${name}: ${plain(String(value))}`)
      )
  })

  it('names its sources, each with an address that is one', () => {
    const urls = [...(readme?.sourcesText ?? '').matchAll(/\bhttps?:[^\s>)\]]+/g)].map(([url]) => url)
    const cited = (rule?.evidence ?? []).flatMap(({url}) => url ?? [])
    for (const url of [...urls, ...cited]) expect(new URL(url).protocol).toBe('https:')
    expect(
      cited.filter((url) => !urls.includes(url)),
      'evidence that Sources leaves out'
    ).toEqual([])
    expect((rule?.evidence ?? []).filter(({says, source}) => !says.endsWith('.') || source === '')).toEqual([])
    expect(rule?.evidence).not.toEqual([])
  })
})

describe('examples', () => {
  it.each(shown)('$id: $name gives exactly the findings shown', async ({id, draft, format, findings}) => {
    const found = await findingsOf(id, draft, format)
    if (draft.startsWith('---')) expect((await anatomy(draft, {format})).headers, 'the front matter').not.toEqual([])
    const begins = (index: number) => findings[index]?.message.length
    expect(
      found.map(({start, end, message}, index) => ({
        words: fold(draft.slice(start, end)),
        message: message.slice(0, begins(index))
      }))
    ).toEqual(findings)
  })

  it.each(carried)('$id: $name gives the same findings at the same words', async ({id, draft, format, example}) => {
    const [before, after] = [await findingsOf(id, example.draft, example.format), await findingsOf(id, draft, format)]
    // Words of an HTML draft may be markup: those are the same when only the transfer coding is undone.
    const wordsIn = example.format === 'html' ? decoded : visible
    const words = (finding: Finding, source: string, own: Format) =>
      letters(finding.exact ? wordsIn(source, finding.start, finding.end, own) : finding.text)
    expect(after.map((finding) => words(finding, draft, format))).toEqual(
      before.map((finding) => words(finding, example.draft, example.format))
    )
  })

  it.each([...shown, ...carried])('$id: $name has a true place in the file', async ({id, draft, format}) => {
    for (const finding of await findingsOf(id, draft, format)) expectPlace(finding, draft, format)
  })

  it.each([...shown, ...carried])(
    '$id: $name is left as it was and judged alike twice',
    async ({id, draft, format}) => {
      const [first, second] = await judgeFrozenTwice(id, draft, format)
      expect(second).toEqual(first)
    }
  )

  it.each([...shown, ...carried])(
    '$id: $name is silent and stable where a safe fix was made',
    async ({id, draft, format}) => {
      const before = await findingsOf(id, draft, format)
      const {text, made} = applyEdits(draft, before, format)
      const after = await findingsOf(id, text, format)
      expect(after.length).toBe(before.length - made.length)
      if (made.length > 0) expect(applyEdits(text, after, format).text).toBe(text)
    }
  )
})

describe('messages', () => {
  it('are one sentence or two, in plain signs', async () => {
    const found = await Promise.all(
      shown.map(({id, draft, format}: Example & {id: string}) => findingsOf(id, draft, format))
    )
    const messages = [
      ...new Set(found.flat().flatMap(({message, fixes}) => [message, ...fixes.map((fix) => fix.message)]))
    ]
    const own = messages.map((message) => message.replace(/“[^”]{0,400}”/g, '“x”'))
    expect(own.filter((message) => !/^[\p{Lu}“].*[.”]$/u.test(message))).toEqual([])
    expect(own.filter((message) => /[!\n\t]| {2}/.test(message) || sentences(message) > 2)).toEqual([])
  })
})

describe('clean drafts', () => {
  it.each(files('fixtures/clean'))('%s stays silent', async (file) => {
    const {findings} = await lint(readBytes(file), {format: formatOf(file)})
    expect(findings.map(({ruleId, line, column, text}) => `${ruleId} ${line}:${column} ${text}`)).toEqual([])
  })
})

function expectPlace(finding: Finding, draft: string, format: Format): void {
  const {start, end, text, exact} = finding
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeLessThanOrEqual(draft.length)
  expect(end).toBeGreaterThan(start)
  expect([finding.line, finding.column]).toEqual(pointAt(draft, start))
  expect([finding.endLine, finding.endColumn]).toEqual(pointAt(draft, end))
  expect(bare(text)).not.toBe('')
  // The words as a buyer sees them, not as a message codes them.
  const cut = [bare(decoded(draft, start, end, format)), visible(draft, start, end, format)]
  if (exact) expect(cut).toContain(bare(text))
  else expect(cut.some((each) => each.includes(bare(text)))).toBe(true)
}

function pointAt(text: string, offset: number): [line: number, column: number] {
  const lines = text.slice(0, offset).split('\n')
  return [lines.length, (lines.at(-1) ?? '').length + 1]
}

/** Marks of lists and quotations differ from format to format; the words do not. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[\s>*•|-]+/g, '')
}

function optionIn(row: Readonly<Record<string, string>>): string {
  const [name = ''] = Object.values(row)
  const value = Object.entries(row).find(([head]) => /default/i.test(head))?.[1] ?? 'not shown'
  return `${name}: ${plain(value)}`
}

function plain(value: string): string {
  return value.replace(/[\s[\]"']+/g, '').replace(/^none$/, '')
}

function sentences(text: string): number {
  return [...new Intl.Segmenter('en', {granularity: 'sentence'}).segment(text)].length
}
