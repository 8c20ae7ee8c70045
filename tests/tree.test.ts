import {describe, expect, it} from 'vitest'
import {anatomy} from '../src/lint.js'
import type {Email} from '../src/tree/index.js'

interface Node {
  readonly type: string
  readonly position?: {readonly start: Point; readonly end: Point}
  readonly children?: readonly Node[]
  readonly value?: string
}

interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number
}

const drafts: readonly [string, string][] = [
  [
    'a.md',
    '---\nsubject: "Spindle repair &amp; motors"\nfrom: >\n  Jo Brackwell\n  <jo@brackwell.example>\n---\n\nHello **Ms** Aalto,\n\nwe at Brackwell repair spind*les* &eacute;. 📦 And motors\ntoo.\n\n> - quoted\n> - twice\n\nJo\\\nBrackwell\n'
  ],
  ['crlf.md', '---\r\nsubject: Spindles\r\n---\r\n\r\nHello,\r\n\r\nwe repair\r\nspindles. Call us.\r\n\r\nJo\r\n'],
  ['fa.md', '---\nsubject: تعمیر موتور\nlang: fa\n---\n\nسلام،\n\nما موتور تعمیر می‌کنیم. تماس بگیرید.\n'],
  [
    'a.txt',
    '\uFEFFSubject: Spindles\nFrom: jo@brackwell.example\n\nHello,\n\n  we repair\n  spindles. Call us.\n\nJo\n'
  ],
  [
    'a.html',
    '<html lang="en"><head>\n<title>Spindle\n repair</title></head><body><p>Hello,</p>\n<p>we <b>rep</b>air&nbsp;spindles.\n  Call us.</p></body></html>'
  ],
  [
    'a.eml',
    'Subject: =?utf-8?Q?R=C3=A9parer?=\r\nFrom: jo@brackwell.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello,\r\n\r\nwe r=C3=A9pair long=\r\n lines. Call us.\r\n'
  ],
  ['empty.md', ''],
  ['bare.md', '---\nsubject:\n---\n']
]

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

/** Counts lines anew, as a reader of the file would. */
function pointAt(source: string, offset: number): Point {
  const lines = source.slice(0, offset).split('\n')
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset}
}

function childrenOf(email: Email): readonly Node[] {
  return email.children as readonly Node[]
}

describe.each(drafts)('%s', (file, source) => {
  it('is a unist parent: headers first, then sections', async () => {
    const email = await anatomy(source, {file})
    const types = email.children.map(({type}) => type)
    expect(types).toEqual([...email.headers.map(() => 'header'), ...email.sections.map(() => 'section')])
    expect(email.children.slice(0, email.headers.length)).toEqual(email.headers)
  })

  it('gives every node a line and a column that its offset has in the file', async () => {
    const email = await anatomy(source, {file})
    const nodes = childrenOf(email).flatMap((child) => [...nodesOf(child)])
    const told = nodes.map(({position}) => position)
    expect(told).toEqual(
      told.map((position) => ({
        start: pointAt(source, position?.start.offset ?? -1),
        end: pointAt(source, position?.end.offset ?? -1)
      }))
    )
  })

  it('holds every child within its parent', async () => {
    const email = await anatomy(source, {file})
    for (const node of childrenOf(email).flatMap((child) => [...nodesOf(child)]))
      for (const child of node.children ?? []) {
        expect(child.position?.start.offset).toBeGreaterThanOrEqual(node.position?.start.offset ?? 0)
        expect(child.position?.end.offset).toBeLessThanOrEqual(node.position?.end.offset ?? 0)
      }
  })
})

describe('words and headers', () => {
  it('are cut out of the file by their positions', async () => {
    const [, source] = drafts[0] as [string, string]
    const email = await anatomy(source, {file: 'a.md'})
    const cut = ({position}: Node) => source.slice(position?.start.offset, position?.end.offset)
    expect(childrenOf(email).slice(0, 2).map(cut)).toEqual([
      'subject: "Spindle repair &amp; motors"',
      'from: >\n  Jo Brackwell\n  <jo@brackwell.example>'
    ])
    const words = childrenOf(email).flatMap((child) => [...nodesOf(child)].filter(({type}) => type === 'WordNode'))
    expect(words.map(cut)).toEqual(
      expect.arrayContaining(['Hello', 'Ms', 'Brackwell', 'spind*les', '&eacute;', 'motors', 'quoted'])
    )
  })

  it('a header without a value stands at its name', async () => {
    const email = await anatomy('---\nsubject:\n---\n', {file: 'bare.md'})
    expect(email.headers[0]?.position).toEqual({
      start: {line: 2, column: 1, offset: 4},
      end: {line: 2, column: 8, offset: 11}
    })
  })
})
