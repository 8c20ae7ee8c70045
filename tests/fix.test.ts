import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, it} from 'vitest'
import {applyEdits} from '../src/fix/apply-edits.js'
import {composeEdits} from '../src/fix/compose-edits.js'
import {unifiedDiff} from '../src/fix/diff.js'
import {rewrite} from '../src/fix/rewrite.js'
import {replaceFile} from '../src/fix/write-file.js'
import type {Finding} from '../src/result.js'
import type {Edit, Fix} from '../src/rules/define-rule.js'

function fixable(edits: readonly Edit[], more: Partial<Finding> = {}, grade: Fix['grade'] = 'safe'): Finding {
  return {
    ruleId: 'merge-tags',
    severity: 'error',
    message: 'm',
    start: edits[0]?.start ?? 0,
    end: edits[0]?.end ?? 0,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    text: '',
    exact: true,
    fixes: [{grade, message: 'f', edits}],
    ...more
  }
}

const put = (start: number, end: number, text: string): Edit => ({start, end, text})

describe('applyEdits', () => {
  it.each<[string, string, Edit[][], string, number]>([
    ['makes edits in any order', 'abcdef', [[put(4, 5, 'E')], [put(0, 1, 'A')]], 'AbcdEf', 2],
    ['lets the first of two that overlap win', 'abcdef', [[put(2, 4, 'X')], [put(1, 3, 'Y')]], 'aYdef', 1],
    ['makes edits that only touch', 'abcdef', [[put(0, 2, 'X')], [put(2, 4, 'Y')]], 'XYef', 2],
    ['makes one of two insertions at a place', 'ab', [[put(1, 1, 'X')], [put(1, 1, 'Y')]], 'aXb', 1],
    ['makes all edits of a fix or none', 'abcdef', [[put(0, 1, 'X')], [put(0, 1, 'Y'), put(5, 6, 'Z')]], 'Xbcdef', 1],
    ['leaves a fix that overlaps itself', 'abc', [[put(0, 2, 'X'), put(1, 3, 'Y')]], 'abc', 0],
    ['keeps a byte order mark', '\uFEFFab', [[put(1, 2, 'x')]], '\uFEFFxb', 1]
  ])('%s', (_, source, wanted, text, fixes) => {
    const applied = applyEdits(
      source,
      wanted.map((edits) => fixable(edits)),
      'markdown'
    )
    expect([applied.text, applied.made.length]).toEqual([text, fixes])
  })

  it('makes no suggestion', () => {
    expect(applyEdits('abc', [fixable([put(0, 1, 'x')], {}, 'suggest')], 'markdown').text).toBe('abc')
  })

  const header = 'Subject: =?utf-8?q?Hello_there?=\r\n\r\nbody'
  it.each<[string, Finding]>([
    ['the new text would have to be encoded', fixable([put(36, 37, 'é')])],
    ['the words stand in an encoded header', fixable([put(20, 22, 'x')])],
    ['its place is not in the file', fixable([put(0, 900, 'x')])]
  ])('refuses in a message: %s', (why, finding) => {
    const applied = applyEdits(header, [finding], 'eml')
    expect([applied.text, applied.refused]).toEqual([header, [{finding, why}]])
  })

  it('refuses a sign that quoted-printable would take for a code', () => {
    const message = 'Content-Transfer-Encoding: quoted-printable\r\n\r\nbody'
    const finding = fixable([put(47, 48, '=')])
    expect(applyEdits(message, [finding], 'eml').refused).toEqual([
      {finding, why: 'the new text would have to be encoded'}
    ])
    expect(applyEdits(message, [fixable([put(47, 48, '=3D')])], 'eml').text).toBe(message.replace('body', '=3Dody'))
  })

  it('puts another value in place of a whole encoded header', () => {
    const text = applyEdits(header, [fixable([put(9, 32, 'x')])], 'eml').text
    expect(text).toBe(header.replace(/=\?.*\?=/, 'x'))
  })

  it('makes a plain edit in a message', () => {
    expect(applyEdits(header, [fixable([put(36, 40, 'text')])], 'eml').text).toBe(header.replace('body', 'text'))
  })
})

/** Edits in order without overlaps. */
const editsOf = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(4), fc.string({maxLength: 4, unit: fc.constantFrom('x', 'y', '\n')})), {
      maxLength: 6
    })
    .map((raw) => {
      const edits: Edit[] = []
      for (const [start, size, text] of raw.sort((a, b) => a[0] - b[0])) {
        const end = Math.min(length, start + size)
        if (start > (edits.at(-1)?.end ?? -1) && (end > start || text)) edits.push({start, end, text})
      }
      return edits
    })

const text = fc.string({maxLength: 60, unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é')})

describe('composeEdits', () => {
  it('is the second round after the first', () => {
    const rounds = text.chain((source) =>
      editsOf(source.length).chain((first) => {
        const middle = rewrite(source, first)
        return editsOf(middle.length).map((second) => ({source, first, middle, second}))
      })
    )
    fc.assert(
      fc.property(rounds, ({source, first, middle, second}) => {
        expect(rewrite(source, composeEdits(first, middle, second))).toBe(rewrite(middle, second))
      })
    )
  })
})

describe('unifiedDiff', () => {
  it('shows changed lines among three of each side', () => {
    const source = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl'
    expect(unifiedDiff('m.md', source, [put(8, 9, 'E\nE'), put(22, 23, 'L')])).toBe(
      [
        '--- a/m.md',
        '+++ b/m.md',
        '@@ -2,11 +2,12 @@',
        ' b',
        ' c',
        ' d',
        '-e',
        '+E',
        '+E',
        ' f',
        ' g',
        ' h',
        ' i',
        ' j',
        ' k',
        '-l',
        '\\ No newline at end of file',
        '+L',
        '\\ No newline at end of file',
        ''
      ].join('\n')
    )
  })

  it('is empty where nothing changes', () => {
    expect(unifiedDiff('m.md', 'a', [])).toBe('')
  })

  it('leads from the old text to the new one', () => {
    const changes = text.chain((source) => editsOf(source.length).map((edits) => ({source, edits})))
    fc.assert(
      fc.property(changes, ({source, edits}) => {
        expect(patched(source, unifiedDiff('m.md', source, edits))).toBe(rewrite(source, edits))
      })
    )
  })
})

/** Does what `patch` does, and fails where the diff and the text disagree. */
function patched(source: string, diff: string): string {
  const old = source.match(/[^\n]*\n|[^\n]+$/g) ?? []
  // A mark on the line before: the end of a line cannot stand in the text itself.
  const unended = diff.replaceAll('\n\\ No newline at end of file\n', '\0\n')
  const lines = (unended.match(/[^\n]*\n/g) ?? []).map((line) => line.replace('\0\n', ''))
  const [result, at] = [[] as string[], {old: 0}]
  for (const line of lines.slice(2)) {
    const hunk = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(line)
    if (hunk) {
      while (at.old < Number(hunk[1]) - 1) result.push(old[at.old++] as string)
      expect(Number(hunk[3]) - 1).toBe(result.length)
    } else {
      if (line[0] !== '+') expect(line.slice(1)).toBe(old[at.old++])
      if (line[0] !== '-') result.push(line.slice(1))
    }
  }
  return [...result, ...old.slice(at.old)].join('')
}

describe('replaceFile', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coldread-fix-'))
  afterAll(() => rmSync(folder, {recursive: true}))
  const [before, after] = [Buffer.from('before'), Buffer.from('after')]
  const fileWith = (name: string, text: string) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }

  it('writes, keeps the mode and leaves nothing else behind', async () => {
    const file = fileWith('a.md', 'before')
    chmodSync(file, 0o640)
    await replaceFile(file, before, after)
    expect(readFileSync(file, 'utf8')).toBe('after')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it('changes the target of a symbolic link', async () => {
    const [file, link] = [fileWith('b.md', 'before'), path.join(folder, 'link.md')]
    symlinkSync('b.md', link)
    await replaceFile(link, before, after)
    expect(readFileSync(file, 'utf8')).toBe('after')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  it('refuses a file that changed meanwhile', async () => {
    const file = fileWith('c.md', 'before and more')
    const message = 'the file changed while it was being fixed, so its fixes were not made; run again'
    await expect(replaceFile(file, before, after)).rejects.toThrow(message)
    expect(readFileSync(file, 'utf8')).toBe('before and more')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('refuses a read-only file', async () => {
    const file = fileWith('d.md', 'before')
    chmodSync(file, 0o444)
    await expect(replaceFile(file, before, after)).rejects.toThrow('the file is read-only, so its fixes were not made')
    expect(readFileSync(file, 'utf8')).toBe('before')
  })
})
