import {expect, test} from 'vitest'
import {withLateTables} from '../src/build/late-tables.js'

/** What a chunk's `result` is, before and after, and whether the names are made late. */
function run(code: string): unknown {
  return new Function(`${code}\nreturn result`)()
}

test.each([
  ['an expression', 'const a = /x/g; const result = [a.test("x"), a.lastIndex, a.test("x")]', ['a']],
  ['a table of expressions', 'const a = [{is: /x/, of: ["y"]}]; const result = a[0].is.test("x")', ['a']],
  ['a set', 'const a = new Set(["x"]); function has() { return a.has("x") } const result = has()', ['a']],
  ['a map, asked by a shorthand', 'const a = new Map([["x", /y/]]); const result = {a}.a.get("x").source', ['a']],
  ['one thing however often it is asked', 'const a = new Set(); const result = a === a && a.add(1) === a', ['a']],
  [
    'names of properties',
    'const a = /x/; const b = {a: 1, get c() { return a.source }}; const result = [b.a, b.c]',
    ['a']
  ],
  ['a computed property', 'const a = /x/; const result = ({"/x/": 2})[a]', ['a']],
  [
    'a default of a parameter, which is taken for a name of its own',
    'const a = /x/; const f = (b = a) => b.source; const result = f()',
    []
  ],
  ['another thing of that name', 'const a = /x/; const f = (a) => a; const result = [f(1), a.source]', []],
  ['another thing of that name in a block', 'const a = /x/; { const a = 1; } const result = a.source', []],
  ['what is made of others', 'const b = 1; const a = new Set([b]); const result = a.has(1)', ['a']],
  [
    'what is made of others made late',
    'const a = [/x/]; const c = [...a, "y"].map(String); const result = c[0]',
    ['a']
  ],
  ['a table in other words', 'const a = "x y".split(" ").map((b) => [b, b + b]); const result = a[1]', ['a']],
  ['what may change', 'let b = 1; const a = new Set([b]); b = 2; const result = a.has(1)', []],
  ['a call that may do anything', 'let n = 0; const f = () => ++n; const a = [f()]; f(); const result = a[0]', []],
  ['a function', 'const f = () => new Set(["x"]); const result = f().size', []],
  ['a table without anything to make', 'const a = ["x"]; const result = a[0]', []]
])('%s', (_, code, names) => {
  const late = withLateTables(code)
  expect(run(late)).toEqual(run(code))
  expect([...late.matchAll(/function (\w+)\$late/g)].map(([, name]) => name)).toEqual(names)
})

test('makes nothing before it is asked for', () => {
  const code = 'const a = new Set(["x"]); const result = () => a.has("x")'
  const made: unknown[] = []
  const Watched = class extends Set<unknown> {
    constructor(of?: Iterable<unknown>) {
      super(of)
      made.push(of)
    }
  }
  const result = new Function('Set', `${withLateTables(code)}\nreturn result`)(Watched) as () => boolean
  expect(made).toEqual([])
  expect([result(), result()]).toEqual([true, true])
  expect(made).toEqual([['x']])
})
