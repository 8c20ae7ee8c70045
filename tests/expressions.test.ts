import path from 'node:path'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {parse} from 'yaml'
import {verdictOf} from './support/checked-expression.js'
import {distinct, type Expression, keyOf, madeExpressions, modules, writtenExpressions} from './support/expressions.js'
import {files, read, readBytes, root} from './support/files.js'

// The checker's automata are made in this process; its fast back ends are programs for one platform or another.
process.env.RECHECK_BACKEND = 'pure'
vi.setConfig({testTimeout: 600_000, hookTimeout: 120_000})

interface Undecided {
  readonly begins: string
  readonly why: string
  readonly attacks: readonly (readonly [before: string, repeated: string, after: string])[]
}

const undecided = parse(read('tests/expressions.undecided.yml')) as Undecided[]
const isListed = (expression: Expression) => undecided.some(({begins}) => keyOf(expression).startsWith(begins))
const written = writtenExpressions()
let made: Expression[] = []
let all: Expression[] = []

beforeAll(async () => {
  made = await madeExpressions(readDrafts)
  all = distinct([...written.literals, ...made])
})

describe('no expression takes more than linear time', () => {
  test('as each is written in a module, or made when a module or a draft asks for it', () => {
    expect(written.literals.length).toBeGreaterThan(600)
    const seen = new Set(made.map(({at}) => at))
    const unseen = written.makers.filter((at) => !seen.has(at))
    expect(unseen, 'No draft of this test makes these: give it one that does.').toEqual([])
  })

  test('by its automaton', () => {
    const problems = all.filter((each) => !isListed(each)).map((each) => ({each, verdict: verdictOf(each)}))
    const wrong = problems.filter(({verdict}) => verdict !== 'linear')
    expect(
      wrong.map(({each, verdict}) => `${each.at} ${verdict}: ${keyOf(each)}`),
      'Write these so that nothing is read twice; what the checker can’t decide goes to expressions.undecided.yml.'
    ).toEqual([])
  })

  test.each(undecided)('by measurement where that does not tell: $begins', ({begins, attacks}) => {
    const expressions = all.filter((each) => keyOf(each).startsWith(begins))
    expect(expressions, 'No expression begins like this: take it out of expressions.undecided.yml.').not.toEqual([])
    for (const {source, flags} of expressions)
      for (const attack of attacks)
        expect(growth(new RegExp(source, flags), attack), attack.join(' … ')).toBeLessThan(5)
  })

  test.each([
    [/\s+$/, 'super-linear'],
    [/(?:a|a)*b/, 'super-linear'],
    [/<!--[\s\S]*?-->/, 'super-linear'],
    [/(?:\s{1,30}){1,30}x/, 'super-linear'],
    [/^\s+x/, 'linear'],
    [/<[^<>]{0,500}>/, 'linear'],
    [/(?<!a)b+$/, 'undecided']
  ] as const)('and of %s it is known: %s', (expression, verdict) => {
    expect(verdictOf(expression)).toBe(verdict)
  })

  test('and an attack on one that does is seen', () => {
    expect(growth(/\s+$/, ['', ' ', 'x'])).toBeGreaterThan(5)
  })
})

const repeats = 1024
const times = 16

/** How many times longer a character takes in a text 16 times as long; the best of three, in processor time. */
function growth(expression: RegExp, [before, repeated, after]: Undecided['attacks'][number]): number {
  const short = before + repeated.repeat(repeats) + after
  const long = before + repeated.repeat(repeats * times) + after
  // What is too short to be measured is no danger.
  return Math.max(spent(expression, long), 2000) / (Math.max(spent(expression, short), 2000 / times) * times)
}

/** In microseconds. */
function spent(expression: RegExp, text: string): number {
  // One that is sticky is asked at one place.
  const all = /[gy]/.test(expression.flags) ? expression : new RegExp(expression.source, `${expression.flags}g`)
  const rounds = Array.from({length: 3}, () => {
    all.lastIndex = 0
    const start = process.cpuUsage()
    text.match(all)
    const {user, system} = process.cpuUsage(start)
    return user + system
  })
  return Math.min(...rounds)
}

/** Loads every module and lints what makes them make expressions. */
async function readDrafts(): Promise<void> {
  for (const file of modules) if (!isProgram(file)) await import(path.join(root, file))
  const {lint} = await import('../src/lint.js')
  const {formatByName} = await import('../src/drafts.js')
  const {sender} = await import('./support/fix-laws.js')
  for (const file of ['samples', 'anatomy', 'parse'].flatMap((name) => files(`fixtures/${name}`))) {
    const format = formatByName(file)
    if (format) await lint(readBytes(file), {format, config: {sender}})
  }
  for (const source of markdown) await lint(source, {format: 'markdown', config: {sender}})
  for (const source of html) await lint(source, {format: 'html', config: {sender}})
}

function isProgram(file: string): boolean {
  return /^src\/cli\/(?:main|start)\.ts$/.test(file)
}

/** Placeholders and empty slots of every kind, a block scalar, a directive for certain words. */
const markdown = [
  `---
subject: |
  Re: AW: Pallets
  for Bremen
coldread-disable:
  - filler at "I hope" -- a greeting
---

Hi ,

Dear:

Hello null,

Hi  ,

尊敬的，

XXXX and ____ I hope you are well.
`
]

/** Paragraphs in every kind of element, for what fixes put beside them. */
const html = [
  `<!-- subject: Lids -->
<p>Dear Ms Okoro,</p>
<p>&nbsp;</p>
<p>Shall I send you one?</p>
<p>&nbsp;</p>
<p>Kind regards<br>
Jo Perrin</p>
<p>&nbsp;</p>
`,
  '<div>Hi Ms Okoro,</div><p></p><div>Shall I send you one?</div><div><br></div>',
  'Hi Ms Okoro,\n<p>Shall I send you one?</p>'
]
