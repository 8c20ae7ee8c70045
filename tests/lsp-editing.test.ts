import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import type {Position} from 'vscode-languageserver/node'
import {lint} from '../src/lint.js'
import {type BuiltCommand, buildCommand} from './support/built-command.js'
import {LanguageServer} from './support/language-server.js'

// Servers start slowly on a machine that is busy.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000})

let built: BuiltCommand
beforeAll(async () => {
  built = await buildCommand()
})
afterAll(() => built.remove())

const start =
  '---\nsubject: Pallet racks 🚀\nlang: en\n---\n\nDear Ms Okello,\n\nOur quality is second to none!!\n\n\u202bسلام 𝒲\n'

/** What people and programs type: letters of one to four bytes, line ends of all kinds, marks that begin or end something. */
const typed = fc.array(
  fc.constantFrom(
    'a',
    'B',
    ' ',
    '!!',
    'é',
    'س',
    '\u200c',
    '🚀',
    '👩‍👧',
    '\n',
    '\r\n',
    '\r',
    '{{',
    '}}',
    '<!--',
    '-->',
    '"',
    '- ',
    'buy now'
  ),
  {maxLength: 4}
)
const edit = fc.record({from: fc.nat(), length: fc.nat(12), text: typed.map((parts) => parts.join(''))})
const rounds = fc.array(fc.array(edit, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 5})

const units = {
  'utf-8': (text: string) => Buffer.byteLength(text),
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length
}
type Encoding = keyof typeof units

describe('edits that follow each other', () => {
  it.each(Object.keys(units) as Encoding[])(
    'make the text that they make, counted in %s',
    async (encoding) => {
      const server = new LanguageServer(built.program)
      await server.start({capabilities: {textDocument: {diagnostic: {}}, general: {positionEncodings: [encoding]}}})
      let files = 0
      await fc.assert(
        fc.asyncProperty(rounds, async (all) => {
          files += 1
          const uri = `untitled:${files}.md`
          let text = start
          server.open(uri, text, 'mail')
          for (const [round, edits] of all.entries()) {
            const changes = edits.map((each) => {
              const {change, after} = applied(each, text, encoding)
              text = after
              return change
            })
            server.change(uri, round + 2, ...changes)
          }
          const {findings} = await lint(text, {format: 'markdown'})
          const place = (offset: number) => positionOf(offset, text, encoding)
          const found = await server.pull(uri)
          server.tell('textDocument/didClose', {textDocument: {uri}})
          expect(found.map(({code, range, message}) => ({code, range, message}))).toEqual(
            findings.map(({ruleId, message, ...span}) => ({
              code: ruleId,
              range: {start: place(span.start), end: place(span.end)},
              message
            }))
          )
        }),
        {numRuns: 40, seed: 20_261_122}
      )
      expect(await server.stop()).toBe(0)
    },
    60_000
  )

  it('race with those that replace the whole text, and the last one holds', async () => {
    const server = new LanguageServer(built.program)
    await server.start()
    server.open('untitled:race.md', start, 'mail')
    const insert = {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'x'}
    server.change('untitled:race.md', 2, insert, insert)
    server.change('untitled:race.md', 3, {text: start}, insert, {text: start.replace('!!', '.')})
    server.change('untitled:race.md', 4, insert, {text: start})
    const {diagnostics} = await server.diagnostics('untitled:race.md', ({version}) => version === 4)
    const {findings} = await lint(start, {format: 'markdown'})
    expect(diagnostics.map(({message}) => message)).toEqual(findings.map(({message}) => message))
    expect(await server.stop()).toBe(0)
  })
})

interface Edit {
  readonly from: number
  readonly length: number
  readonly text: string
}

/** The edit as an editor tells it: it never cuts a character, or the two that end a line. */
function applied({from, length, text}: Edit, source: string, encoding: Encoding) {
  const begin = whole(from % (source.length + 1), source)
  const end = whole(Math.min(source.length, begin + length), source)
  const range = {start: positionOf(begin, source, encoding), end: positionOf(end, source, encoding)}
  return {change: {range, text}, after: source.slice(0, begin) + text + source.slice(end)}
}

function whole(offset: number, text: string): number {
  const cuts = /[\ud800-\udbff]$/.test(text.slice(0, offset)) || text.slice(offset - 1, offset + 1) === '\r\n'
  return cuts ? offset - 1 : offset
}

function positionOf(offset: number, text: string, encoding: Encoding): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return {line: before.length - 1, character: units[encoding](before.at(-1) ?? '')}
}
