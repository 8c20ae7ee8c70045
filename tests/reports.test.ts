import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {reporters} from '../src/generated/reports.js'
import type {LintedFile} from '../src/report/shared/define-reporter.js'
import {reportCases} from './support/report-cases.js'
import {finding, linted, pieces, report} from './support/report-run.js'

const names = Object.keys(reporters)
const load = async (name: string) => {
  const loaded = await reporters[name]?.()
  if (!loaded) throw new Error(`no report ${name}`)
  return loaded
}

describe.each(names)('%s', (name) => {
  it.each(Object.entries(reportCases))('tells of %s, twice the same', async (_, {files, run}) => {
    const first = await report(await load(name), files, {root: '/repo', ...run})
    expect(await report(await load(name), files, {root: '/repo', ...run})).toBe(first)
    if (first !== '') expect(first.endsWith('\n')).toBe(true)
  })

  it('tells of a draft before it reads the next, so that memory does not grow with their number', async () => {
    const log: string[] = []
    async function* files(): AsyncGenerator<LintedFile> {
      for (const word of ['first', 'second', 'third']) {
        log.push(`read ${word}`)
        yield linted(`Buy ${word}`, [finding(`Buy ${word}`, word, {message: `It says ${word}.`})])
      }
    }
    for await (const piece of pieces(await load(name), files())) {
      for (const [, word] of piece.matchAll(/It says (\w+)\./g)) log.push(`told ${word}`)
    }
    const first = log.filter((entry, index) => log.indexOf(entry) === index)
    expect(first).toEqual(['first', 'second', 'third'].flatMap((word) => [`read ${word}`, `told ${word}`]))
  })
})

describe('the documentation', () => {
  it('names every format', () => {
    const page = readFileSync(new URL('../docs/reports.md', import.meta.url), 'utf8')
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    for (const name of names) {
      expect(page).toContain(`| \`${name}\``)
      expect(/--format (\S+)/.exec(readme.slice(readme.indexOf('## Command line')))?.[1]?.split('|')).toContain(name)
    }
  })
})
