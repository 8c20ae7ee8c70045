import {PassThrough} from 'node:stream'
import {text} from 'node:stream/consumers'
import {type Plugin, unified} from 'unified'
import {engine} from 'unified-engine'
import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import {describe, expect, expectTypeOf, it, test} from 'vitest'
import {type Config, ConfigError} from '../src/config/index.js'
import {decode} from '../src/decode.js'
import {rewrite} from '../src/fix/rewrite.js'
import {rules} from '../src/generated/rules.js'
import {lint} from '../src/lint.js'
import type {Finding} from '../src/result.js'
import type {Edit} from '../src/rules/define-rule.js'
import type {Email} from '../src/tree/index.js'
import {
  coldreadAnatomy,
  coldreadMessages,
  coldreadParse,
  type Draft,
  presetColdread,
  type RulePlugin,
  rulePlugins
} from '../src/unified/index.js'
import {files, readBytes, root} from './support/files.js'

const drafts = ['fixtures/samples', 'fixtures/drafts', 'fixtures/clean', 'fixtures/parse', 'fixtures/anatomy']
  .flatMap(files)
  .filter((file) => /\.(?:md|txt|html|eml)$/.test(file))

const bad = '---\nsubject: Exclusive offer!!\nlang: en\n---\n\nHi,\n\nBuy now. We guarantee it.\n'

function preset(options: {config?: Config; format?: 'eml' | 'markdown'} = {}) {
  return unified().use(presetColdread).use(coldreadParse, options)
}

/** A processor of whatever stages. */
interface Processing {
  process(file: VFile): Promise<VFile>
}

async function judge(processor: Processing, value: string | Uint8Array, path = 'draft.md'): Promise<VFile> {
  return processor.process(new VFile({value, path}))
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start)
}

/** A message says of a finding all that any front has to know. */
function asFindings({messages}: VFile) {
  return messages.map(({ruleId, fatal, reason, place, line, column}) => {
    if (!place || !('start' in place)) throw new Error(`${ruleId} has no place`)
    const {start, end} = place
    return [ruleId, fatal ? 'error' : 'warn', reason, start.offset, end.offset, line, column, end.line, end.column]
  })
}

function asTold(findings: readonly Finding[]) {
  return findings.map((each) => [
    each.ruleId,
    each.severity,
    each.message,
    each.start,
    each.end,
    each.line,
    each.column,
    each.endLine,
    each.endColumn
  ])
}

describe('the preset', () => {
  const processor = preset().freeze()

  test('has drafts of every format to be held against', () => {
    expect(drafts.length).toBeGreaterThan(100)
    for (const ending of ['.md', '.txt', '.html', '.eml'])
      expect(drafts.some((file) => file.endsWith(ending))).toBe(true)
  })

  test.each(drafts)('finds in %s what lint finds', async (file) => {
    const bytes = readBytes(file)
    const expected = await lint(bytes, {file})
    const judged = await judge(processor, bytes, file)
    expect(asFindings(judged)).toEqual(asTold(expected.findings))
    expect(judged.data.coldread).toEqual(expected)
    const source = decode(bytes).source
    expected.findings.forEach(({fixes, start, end}, index) => {
      const {actual, expected: instead = []} = judged.messages[index] ?? {}
      if (instead.length > 0) expect(actual).toBe(source.slice(start, end))
      const fixed = fixes.map(({edits}) => rewrite(source, inOrder(edits)))
      for (const text of instead) expect(fixed).toContain(source.slice(0, start) + text + source.slice(end))
    })
  })

  test('takes a configuration, its overrides by path included', async () => {
    const config: Config = {
      rules: {'opt-out': 'off', 'contact-channels': ['warn', {minimum: 1}]},
      language: 'en',
      overrides: [{files: ['invites/**'], rules: {'subject-hype': 'off'}}]
    }
    for (const file of ['invites/one.md', 'one.md']) {
      const judged = await judge(preset({config}), bad, file)
      const {findings} = await lint(bad, {file, config})
      expect(asFindings(judged)).toEqual(asTold(findings))
      expect(judged.messages.some(({ruleId}) => ruleId === 'subject-hype')).toBe(file === 'one.md')
    }
  })

  test('takes levels of what no rule finds', async () => {
    const draft = bad.replace('lang: en', 'lang: en\ncoldread-disable: parse, opt-out -- a test')
    for (const rules of [
      {},
      {parse: 'error', suppression: 'error'},
      {suppression: 'off'}
    ] satisfies Config['rules'][]) {
      const judged = await judge(preset({config: {rules}}), draft)
      expect(asFindings(judged)).toEqual(asTold((await lint(draft, {config: {rules}})).findings))
    }
  })

  test('reads as the format that is named, whatever the path says', async () => {
    const message = 'Subject: Racks\r\nX-Coldread-Disable: all -- a test\r\n\r\nHello\r\n'
    const judged = await judge(preset({format: 'eml'}), message, 'draft.txt')
    expect(judged.messages.filter(({ruleId}) => ruleId !== 'suppression')).toEqual([])
    expect(judged.data.coldread?.suppressed.length).toBeGreaterThan(0)
  })

  test('gives the draft back as it was, byte order mark and all', async () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${bad.replaceAll('\n', '\r\n')}`))
    const judged = await judge(preset(), bytes)
    expect(judged.value).toBe(bytes)
    expect((await judge(preset(), bad)).value).toBe(bad)
  })

  test('lets a rule be left out, and be given another level and options', async () => {
    const processor = preset().use(rulePlugins['subject-hype'], false).use(rulePlugins['opt-out'], 'warn')
    const {messages} = await judge(processor, bad)
    expect(messages.some(({ruleId}) => ruleId === 'subject-hype')).toBe(false)
    expect(messages.find(({ruleId}) => ruleId === 'opt-out')?.fatal).toBe(false)
  })

  test('has one plugin a rule', () => {
    expect(Object.keys(rulePlugins)).toEqual(Object.keys(rules))
    const plugins: readonly unknown[] = presetColdread.plugins ?? []
    for (const plugin of Object.values(rulePlugins)) expect(plugins).toContain(plugin)
  })
})

describe('one rule', () => {
  const alone = (id: keyof typeof rulePlugins, ...setting: Parameters<(typeof rulePlugins)['opt-out']>) =>
    unified()
      .use(coldreadParse)
      .use(coldreadAnatomy)
      .use(rulePlugins[id] as Plugin<[unknown?], Email>, ...setting)
      .use(coldreadMessages)

  test.each(Object.keys(rulePlugins) as (keyof typeof rulePlugins)[])(
    '%s finds what it finds among the others',
    async (id) => {
      for (const file of files('fixtures/samples')) {
        const {messages} = await judge(alone(id), readBytes(file), file)
        const all = await judge(preset(), readBytes(file), file)
        const told = (list: VFile['messages']) => list.map(({reason, place}) => ({reason, place}))
        expect(told(messages)).toEqual(told(all.messages.filter(({ruleId}) => ruleId === id)))
      }
    }
  )

  test('takes a level and options in the way of unified', async () => {
    const mail =
      '---\nsubject: Racks\n---\n\nHi Ann,\n\nWe rent racks.\n\nAnn Ek, +44 20 7946 0123, ann@racks.example\n'
    const judged = (setting: readonly ['error' | 'warn', {minimum: number}]) =>
      judge(
        unified()
          .use(coldreadParse)
          .use(coldreadAnatomy)
          .use(rulePlugins['contact-channels'], setting)
          .use(coldreadMessages),
        mail
      )
    expect((await judged(['error', {minimum: 2}])).messages).toEqual([])
    const {messages} = await judged(['warn', {minimum: 3}])
    expect(messages.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual([['contact-channels', false]])
  })

  test('that is set to off finds nothing', async () => {
    expect((await judge(alone('subject-hype', 'off'), bad)).messages).toEqual([])
  })

  test('follows directives, and does not call those for rules unused that nobody asked', async () => {
    const directive = (id: string) =>
      bad.replace('lang: en', `lang: en\ncoldread-disable: ${id} -- the name of the contract`)
    expect((await judge(alone('subject-hype'), directive('subject-hype'))).messages).toEqual([])
    const {messages} = await judge(alone('subject-hype'), directive('opt-out'))
    expect(new Set(messages.map(({ruleId}) => ruleId))).toEqual(new Set(['subject-hype']))
    const all = bad.replace('lang: en', 'lang: en\ncoldread-disable: all at "no such words" -- a test')
    expect((await judge(alone('filler'), all)).messages).toEqual([])
    expect((await judge(preset(), all)).messages.map(({ruleId}) => ruleId)).toContain('suppression')
  })
})

describe('each stage gives a unist tree', () => {
  const processor = unified().use(coldreadParse).use(coldreadAnatomy)

  test('first a draft that holds the text', () => {
    const draft = processor.parse(new VFile({value: bad, path: 'a.md'}))
    expectTypeOf(draft).toEqualTypeOf<Draft>()
    expect(draft).toEqual({type: 'draft', value: bad, format: 'markdown', encoding: 'utf-8'})
  })

  test('then an email, whose parts a plugin of somebody else can walk', async () => {
    const names: string[] = []
    const walk: Plugin<[], Email> = () => (email) => {
      for (const child of email.children) names.push(child.type === 'section' ? child.name : `${child.name}:`)
    }
    await processor()
      .use(walk)
      .run(processor.parse(new VFile({value: bad, path: 'a.md'})))
    expect(names).toEqual(['subject:', 'lang:', 'greeting', 'opening'])
  })

  test('a draft made by a program is read with the defaults', async () => {
    const draft: Draft = {type: 'draft', value: 'Subject: Racks\n\nHello', format: 'text', encoding: 'utf-8'}
    const email = await processor.run(draft)
    expect(email.headers.map(({name}) => name)).toEqual(['subject'])
  })
})

describe('messages', () => {
  test('tell what could stand in place of the words they mark', async () => {
    const loud = '---\nsubject: Racks\nlang: en\n---\n\nDear Ms Okello,\n\nWe rent racks!!!\n'
    const {messages} = await judge(preset(), loud)
    expect(messages.find(({actual}) => actual === '!!!')?.expected?.length).toBeGreaterThan(0)
  })

  test('say who speaks, why, on what ground, and what else could stand there', async () => {
    const {messages} = await judge(preset(), bad)
    const hype = messages.find(({ruleId}) => ruleId === 'subject-hype')
    expect(hype).toMatchObject({source: 'coldread', fatal: true, line: 2})
    expect(hype?.note).toContain(rules['subject-hype']?.summary)
    expect(hype?.url).toMatch(/^https:/)
    expect(hype?.reason).not.toContain('\n')
  })

  test('print with vfile-reporter', async () => {
    const printed = reporter(await judge(preset(), bad), {color: false})
    expect(printed).toMatch(/^draft\.md\n2:\d+-2:\d+ +error +.*subject-hype +coldread$/m)
    expect(printed).toMatch(/✖ \d+ errors/)
  })

  test('come out of unified-engine, which ends with 1 for errors', async () => {
    const said = new PassThrough()
    const printed = text(said)
    const code = await new Promise<number | undefined>((resolve, reject) => {
      engine(
        {
          processor: unified(),
          plugins: [presetColdread],
          files: ['fixtures/samples'],
          extensions: ['md', 'txt', 'html', 'eml'],
          cwd: root,
          streamError: said,
          output: false,
          color: false,
          rcName: undefined
        },
        (error, status) => {
          if (error) reject(error)
          else resolve(status)
        }
      )
    })
    said.end()
    expect(code).toBe(1)
    for (const file of files('fixtures/samples')) expect(await printed).toContain(file)
    expect(await printed).toMatch(/error +.* coldread$/m)
  })
})

describe('wrong use', () => {
  it.each([
    ['an unknown rule', {rules: {'sbject-hype': 'off'}}, '`sbject-hype` is no rule: did you mean `subject-hype`?'],
    ['a wrong level', {rules: {'opt-out': 'fatal'}}, 'must be'],
    ['a wrong option', {rules: {'contact-channels': ['warn', {minimun: 2}]}}, 'minimun'],
    ['extends', {extends: './base.json'}, '`extends` is followed only in configuration files']
  ])('%s in the configuration is told', (_, config, message) => {
    expect(() => preset({config: config as Config}).freeze()).toThrow(ConfigError)
    expect(() => preset({config: config as Config}).freeze()).toThrow(message)
  })

  it.each([
    ['loud', 'must be'],
    [['error', {minimum: 'two'}], '`rules.contact-channels[1].minimum` must be'],
    [['error', {}, {}], 'has more than 2 entries']
  ])('%j as a setting of a rule is told', (setting, message) => {
    const plugin = rulePlugins['contact-channels'] as Plugin<[unknown], Email>
    expect(() => unified().use(plugin, setting).freeze()).toThrow(message)
  })

  it('a format that does not exist is told', () => {
    const format = 'docx' as 'eml'
    expect(() => preset({format}).freeze()).toThrow('There is no format `docx`: there are')
  })

  it('a rule on a tree that is not ours is told', async () => {
    const foreign: Plugin<[], Email> = () => (email) => ({...email})
    const processor = unified()
      .use(coldreadParse)
      .use(coldreadAnatomy)
      .use(foreign)
      .use(rulePlugins['opt-out'])
      .use(coldreadMessages)
    await expect(judge(processor, bad)).rejects.toThrow('Coldread does not know this tree')
  })

  it('a tree of another parser is told', async () => {
    const root = {type: 'root', children: []} as unknown as Draft
    await expect(unified().use(coldreadAnatomy).run(root)).rejects.toThrow('not a tree of the type `root`')
  })
})

test('options of rules have types', () => {
  expectTypeOf(rulePlugins['contact-channels']).toEqualTypeOf<RulePlugin<'contact-channels'>>()
  // @ts-expect-error a number is asked for
  unified().use(rulePlugins['contact-channels'], ['error', {minimum: 'two'}])
  // @ts-expect-error the rule has no options
  unified().use(rulePlugins['opt-out'], ['error', {minimum: 2}])
})
