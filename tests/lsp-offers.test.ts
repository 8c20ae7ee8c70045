import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import type {
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  SymbolInformation,
  TextEdit
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {dialects} from '../src/generated/dialects.js'
import {rules} from '../src/generated/rules.js'
import {anatomy} from '../src/lint.js'
import {marks} from '../src/parse/tokens/dialect.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {LanguageServer} from './support/language-server.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let built: BuiltCommand
const servers: LanguageServer[] = []

beforeAll(async () => {
  built = await buildCommand()
})
afterEach(() => {
  for (const server of servers.splice(0)) server.kill()
})
afterAll(() => built.remove())

const pulls = {textDocument: {diagnostic: {}}}

async function launch(capabilities: object = pulls): Promise<LanguageServer> {
  const server = new LanguageServer(built.program)
  servers.push(server)
  await server.start({capabilities})
  return server
}

const letter = `---
subject: Pallet racks from Leeds, 40 euro a bay, in twelve days
from: Anna Whitlock <anna@harrowgate.example>
lang: en
---

Dear Ms Okello,

I hope this email finds you well. I'm Anna Whitlock of Harrowgate Racks in Leeds.

We make pallet racks: 40 euro a bay, delivered in 12 days.

Shall I send you a drawing for your hall?

Kind regards

Anna Whitlock
Harrowgate Racks Ltd, 9 Dock Row, Leeds LS1 1AA
01632 960 231
`
const uri = 'untitled:letter.md'
const at = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words)).split('\n')
  return {line: before.length - 1, character: before.at(-1)?.length ?? 0}
}

describe('hover', () => {
  it('says why the rule exists, what it rests on, and what this finding rests on', async () => {
    const server = await launch()
    server.open(uri, letter)
    const hover = await server.ask<Hover>('textDocument/hover', {
      textDocument: {uri},
      position: at(letter, 'email finds')
    })
    const {kind, value} = hover.contents as MarkupContent
    expect(kind).toBe('markdown')
    expect(value).toMatch(/^\*\*filler\*\* \(warning\)\n\n“I hope/)
    expect(value).toContain('It rests on:\n\n- ')
    expect(value).toContain("**Why**\n\nA stranger's mail has two or three lines")
    for (const {says} of rules.filler?.evidence ?? []) expect(value).toContain(says)
    expect(hover.range?.start).toEqual(at(letter, 'I hope'))
  })

  it('says nothing where there is nothing, and in what is no draft', async () => {
    const server = await launch()
    server.open(uri, letter)
    server.open('untitled:notes', 'I hope this email finds you well.', 'plaintext')
    const ask = (of: string, position: object) => server.ask('textDocument/hover', {textDocument: {uri: of}, position})
    expect(await ask(uri, at(letter, '40 euro a bay, delivered'))).toBe(null)
    expect(await ask('untitled:notes', {line: 0, character: 5})).toBe(null)
    expect(await ask('untitled:never-opened', {line: 0, character: 5})).toBe(null)
  })
})

describe('the outline', () => {
  it('names the header lines, the parts and what was found in them', async () => {
    const server = await launch({textDocument: {documentSymbol: {hierarchicalDocumentSymbolSupport: true}}})
    server.open(uri, letter)
    const symbols = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', {textDocument: {uri}})
    const names = symbols.map(({name}) => name)
    expect(names.slice(0, 4)).toEqual(['subject', 'from', 'lang', 'greeting'])
    expect(names).toContain('signature')
    expect(symbols.find(({name}) => name === 'subject')?.detail).toBe(
      'Pallet racks from Leeds, 40 euro a bay, in twelve days'
    )
    const found = symbols.flatMap(({children = []}) => children.map(({name}) => name))
    expect(found).toContain('phone')
    expect(found).toContain('ask')
    for (const {range, selectionRange, children = []} of symbols) {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        expect(range.start.line <= inner.start.line && inner.end.line <= range.end.line).toBe(true)
      }
    }
  })

  it('is flat for an editor that knows no tree', async () => {
    const server = await launch()
    server.open(uri, letter)
    const symbols = await server.ask<SymbolInformation[]>('textDocument/documentSymbol', {textDocument: {uri}})
    expect(symbols[0]).toMatchObject({name: 'subject', location: {uri, range: {start: {line: 1, character: 0}}}})
  })

  it('folds what takes more than a line', async () => {
    const server = await launch()
    server.open(uri, letter)
    const folds = await server.ask<FoldingRange[]>('textDocument/foldingRange', {textDocument: {uri}})
    expect(folds[0]).toMatchObject({startLine: 1, endLine: 3})
    expect(folds.some(({startLine}) => startLine === at(letter, 'Anna Whitlock\nHarr').line)).toBe(true)
    expect(folds.every(({startLine, endLine}) => endLine > startLine)).toBe(true)
  })
})

describe('a glance at the draft', () => {
  const inbox =
    "Inbox on a phone: \u2068Pallet racks from Leeds, 40 euro a bay,…\u2069 · \u2068Dear Ms Okello, I hope this email finds you well. I'm Anna Whitlock of Harrowgat…\u2069"
  const length = '41 words, 10 s to read'

  it('stands above its lines as lenses', async () => {
    const server = await launch({textDocument: {codeLens: {}}})
    server.open(uri, letter)
    const lenses = await server.ask<CodeLens[]>('textDocument/codeLens', {textDocument: {uri}})
    expect(lenses.map(({range, command}) => [range.start.line, command?.title])).toEqual([
      [1, inbox],
      [6, length]
    ])
    expect((await server.request('textDocument/inlayHint', {textDocument: {uri}})).result).not.toBe(undefined)
  })

  it('stands behind them for an editor without lenses', async () => {
    const server = await launch()
    server.open(uri, letter)
    const range = {start: {line: 0, character: 0}, end: {line: 99, character: 0}}
    const hints = await server.ask<InlayHint[]>('textDocument/inlayHint', {textDocument: {uri}, range})
    expect(hints.map(({position, label}) => [position, label])).toEqual([
      [{line: 1, character: 63}, inbox],
      [{line: 6, character: 15}, length]
    ])
  })
})

/** @param text with `|` where the cursor stands @returns the labels, and what each makes of the text */
async function complete(text: string, languageId = 'markdown', others: readonly string[] = []) {
  const server = await launch()
  for (const [index, other] of others.entries()) server.open(`untitled:other-${index}`, other, 'mail')
  const plain = text.replace('|', '')
  server.open('untitled:new', plain, languageId)
  const position = at(text, '|')
  const items = await server.ask<CompletionItem[]>('textDocument/completion', {
    textDocument: {uri: 'untitled:new'},
    position
  })
  const document = TextDocument.create('x:', '', 0, plain)
  const made = (label: string) =>
    TextDocument.applyEdits(
      document,
      items.filter((item) => item.label === label).map(({textEdit}) => textEdit as TextEdit)
    )
  return {labels: items.map(({label}) => label), made, items}
}

describe('completion', () => {
  const head = '---\nsubject: Racks\ndialect: apollo\n'

  it('offers the keys of a front matter that are not there yet', async () => {
    const {labels, made} = await complete(`${head}re|\n---\n\nHi\n`)
    expect(labels).toEqual(expect.arrayContaining(['from', 'to', 'reply-to', 'lang', 'step', 'coldread-disable']))
    expect(labels).not.toContain('subject')
    expect(made('reply-to')).toBe(`${head}reply-to: \n---\n\nHi\n`)
  })

  it('offers them in a draft that is just begun, and not in what will be none', async () => {
    expect((await complete('---\n|')).labels).toContain('subject')
    expect((await complete('---\ntitle: Racks\n|\n---\n')).labels).toEqual([])
    expect((await complete('|', 'plaintext')).labels).toEqual([])
    expect((await complete('# Racks\n\nsub|')).labels).toEqual([])
  })

  it('offers header lines as text has them', async () => {
    const {labels, made} = await complete('Subject: Racks\nx|\n\nHi\n', 'plaintext')
    expect(labels).toEqual(expect.arrayContaining(['From', 'Reply-To', 'X-Coldread-Disable']))
    expect(made('X-Coldread-Disable')).toBe('Subject: Racks\nX-Coldread-Disable: \n\nHi\n')
    expect((await complete('Subject: Racks\n\nHi\nfr|\n', 'plaintext')).labels).toEqual([])
  })

  it('offers dialects and languages', async () => {
    const {labels, made} = await complete('---\nsubject: x\ndialect: mail|\n---\n')
    expect(labels).toEqual(Object.keys(dialects))
    expect(made('mailchimp')).toBe('---\nsubject: x\ndialect: mailchimp\n---\n')
    expect((await complete('---\nsubject: x\nlang: |\n---\n')).labels).toEqual(['en', 'fa'])
  })

  it.each([
    ['a comment', '---\nsubject: x\n---\n\n<!-- coldread-disable-next opt| -->\n', 'markdown'],
    ['a second rule', '---\nsubject: x\n---\n\n<!-- coldread-disable-file filler, opt| -->\n', 'markdown'],
    ['a list of the front matter', '---\nsubject: x\ncoldread-disable:\n  - filler -- a\n  - opt|\n---\n', 'markdown'],
    ['a value of the front matter', '---\nsubject: x\ncoldread-disable: opt|\n---\n', 'markdown'],
    ['a header line', 'Subject: x\nX-Coldread-Disable: opt|\n\nHi\n', 'plaintext']
  ])('offers rules in %s', async (_, text, language) => {
    const {labels, made} = await complete(text, language)
    expect(labels).toEqual(expect.arrayContaining([...Object.keys(rules), 'parse', 'all']))
    expect(made('opt-out')).toBe(text.replace('opt|', 'opt-out'))
  })

  it('offers those first that find something in the draft', async () => {
    const {items} = await complete(letter.replace('We make', '<!-- coldread-disable-next | -->\nWe make'))
    const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({label}) => label)
    expect(sorted.indexOf('filler')).toBeLessThan(sorted.indexOf('colourful-layout'))
    expect(sorted.at(-1)).toBe('all')
  })

  it.each([
    ['<!-- cold| -->', 'coldread-disable-next', '<!-- coldread-disable-next  -->'],
    ['<!-- coldread-disable filler | -->', '--', '<!-- coldread-disable filler --  -->'],
    ['<!-- coldread-disable filler in sig| -->', 'signature', '<!-- coldread-disable filler in signature -->'],
    ['<!-- coldread-disable filler -- be|cause -->', undefined, ''],
    ['<!-- any other comm|ent -->', undefined, '']
  ])('offers what comes next in %s', async (comment, label, made) => {
    const before = '---\nsubject: x\n---\n\n'
    const completion = await complete(`${before}${comment}\n`)
    if (label === undefined) expect(completion.labels).toEqual([])
    else expect(completion.made(label)).toBe(`${before}${made}\n`)
  })

  it('offers the merge tags of the dialect, and eats the marks that the editor closed', async () => {
    const {labels, made} = await complete(`${head}---\n\nHi {{fi|}},\n`)
    expect(labels).toEqual(['{{first_name}}'])
    expect(made('{{first_name}}')).toBe(`${head}---\n\nHi {{first_name}},\n`)
    const {labels: fields} = await complete('---\nsubject: x\ndialect: activecampaign\n---\n\nHi %FIR|\n')
    expect(fields).toEqual(['%FIRSTNAME%'])
  })

  it('offers tags that stand in this draft and in others that are open, but no half one', async () => {
    const other = 'Subject: x\n\nHi {{vorname}}, how is {{firma}}?\n'
    const {labels} = await complete('---\nsubject: for {{stadt}}\n---\n\nHi {{|\n', 'markdown', [other])
    expect(labels.sort()).toEqual(['{{firma}}', '{{stadt}}', '{{vorname}}'])
  })

  it('offers nothing where no tag is begun', async () => {
    expect((await complete(`${head}---\n\nHi f|\n`)).labels).toEqual([])
  })
})

describe('the fields of the dialects', () => {
  const cases = Object.entries(dialects).flatMap(([name, {tags, fields = []}]) => {
    const pair = tags[0] && marks[tags[0]]
    return pair ? fields.map((field) => [name, `${pair[0]}${field}${pair[1]}`, field] as const) : []
  })

  it.each(cases)('%s reads %s as a tag', async (dialect, tag, field) => {
    const {tokens} = await anatomy(`---\nsubject: x\ndialect: ${dialect}\n---\n\nHi ${tag}, hello.\n`, {
      format: 'markdown'
    })
    expect(tokens.map(({kind, name, raw}) => ({kind, name, raw}))).toEqual([{kind: 'tag', name: field, raw: tag}])
  })

  it('are none where the dialect’s first way to write a tag has no marks', () => {
    const without = Object.values(dialects).filter(({tags, fields}) => fields && !(tags[0] && marks[tags[0]]))
    expect(without).toEqual([])
  })
})
