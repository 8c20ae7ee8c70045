import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import fc from 'fast-check'
import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {lint} from '../src/index.js'
import {linesOf} from '../src/report/html/lines.js'
import html from '../src/report/html.js'
import type {LintedFile} from '../src/report/shared/define-reporter.js'
import type {Finding} from '../src/result.js'
import {Chromium} from './support/chromium.js'
import {isInstalled} from './support/clients.js'
import {files as filesIn, read, root} from './support/files.js'
import {hostile, reportCases} from './support/report-cases.js'
import {finding, linted, report} from './support/report-run.js'

const anyText = fc.oneof(fc.string({unit: 'binary'}), fc.string(), fc.constantFrom(...hostile))

function elementsOf(node: Nodes): Element[] {
  const inside = 'children' in node ? node.children.flatMap(elementsOf) : []
  return node.type === 'element' ? [node, ...inside] : inside
}

/** Random findings over a text, of which some overlap, lie in one another or have no words. */
const marked = fc
  .tuple(
    fc.array(fc.constantFrom('now', ' ', '\n', '<b>', '&', 'é', '𐐀', '\r\n'), {maxLength: 30}),
    fc.array(fc.tuple(fc.nat(), fc.nat()), {maxLength: 8})
  )
  .map(([words, places]) => {
    const source = words.join('')
    const findings = places.map(([a, b]): Finding => {
      const [start = 0, end = 0] = [a, b].map((place) => place % (source.length + 1)).sort((x, y) => x - y)
      return {...finding(source, ''), start, end, text: source.slice(start, end)}
    })
    return {source, findings}
  })

describe('the lines of a draft', {timeout: 30_000}, () => {
  /** Line ends are lines here, however the file writes them. */
  const bare = (text: string) => text.replaceAll('\r', '').replace(/\n+$/, '')

  it('end where the file has carriage returns too', () => {
    const source = 'Buy\r\nnow\r\n'
    const words = linesOf(source, [finding(source, 'now')]).map(({pieces}) => pieces.map(({text}) => text))
    expect(words).toEqual([['Buy'], ['now']])
  })

  it('are the draft, and what is marked is what each finding speaks of', () => {
    fc.assert(
      fc.property(marked, ({source, findings}) => {
        const lines = linesOf(source, findings)
        const text = lines.map(({pieces}) => pieces.map((piece) => piece.text).join('')).join('\n')
        expect(bare(text)).toBe(bare(source))
        const pieces = lines.flatMap((line) => line.pieces)
        findings.forEach((each, index) => {
          const words = pieces.filter(({on}) => on.includes(index)).map((piece) => piece.text)
          expect(bare(words.join('\n')).replaceAll('\n', '')).toBe(bare(each.text).replaceAll('\n', ''))
          expect(pieces.filter(({closes}) => closes.includes(index))).toHaveLength(1)
        })
      }),
      {numRuns: 500}
    )
  })

  it('are numbered as in the file, also after a stretch that is too long to be shown', () => {
    const source = `Buy now\n${'AAAA\n'.repeat(20_000)}and now\n`
    const [first, second] = [finding(source, 'Buy'), finding(source, 'and now')]
    const lines = linesOf(source, [first, second])
    expect(lines.at(-1)).toMatchObject({number: 20_002, pieces: [{text: 'and now'}]})
    expect(lines.length).toBeLessThan(2_000)
    expect(lines.flatMap(({pieces}) => pieces.flatMap(({gap}) => gap ?? []))).toEqual([
      '92,005 characters are not shown here.'
    ])
  })
})

describe('html', {timeout: 30_000}, () => {
  it.each(Object.entries(reportCases))('lets no draft write markup with %s', async (_, {files, run}) => {
    const elements = elementsOf(fromHtml(await report(html, files, {root: '/repo', ...run})))
    const names = new Set(elements.map(({tagName}) => tagName))
    for (const name of ['script', 'img', 'svg', 'iframe', 'link', 'object', 'td:not(*)'])
      expect(names).not.toContain(name)
    expect(elements.filter(({tagName}) => tagName === 'style')).toHaveLength(1)
    for (const {properties} of elements) {
      expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([])
      for (const link of [properties.href, properties.src]) expect(String(link ?? '#')).toMatch(/^(?:#|https:)/)
    }
  })

  it('has the same elements whatever a draft, a path or a message says', async () => {
    const page = async (text: string) => {
      const source = `a ${text.replace(/\s/g, ' ')} b`
      const found = {...finding(source, 'a'), end: source.length, text: source, message: text, detail: [text]}
      const fixes = [{grade: 'suggest' as const, message: text, edits: [{start: 0, end: 2, text: 'x'}]}]
      const file = linted(source, [{...found, fixes}], {path: `p${text}`})
      const suppressed = [{...found, reason: text}]
      const failures = [{path: `p${text}`, absolutePath: '/x', why: `w${text}`}]
      return elementsOf(fromHtml(await report(html, [{...file, result: {...file.result, suppressed}}], {failures})))
    }
    const shape = (elements: Element[]) => elements.map(({tagName, properties}) => [tagName, Object.keys(properties)])
    const plain = shape(await page('plain'))
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(shape(await page(text))).toEqual(plain)
      }),
      {numRuns: 60}
    )
  })

  it('shows every finding, also one that ends where a long stretch begins to be shown again', async () => {
    const source = `Buy now\n${'AAAA\n'.repeat(20_000)}and now\n`
    const places = [4, 30_000, source.length - 4_002, source.length]
    const findings = places.map((end) => {
      const lines = source.slice(0, end).split('\n')
      const [endLine, endColumn] = [lines.length, (lines.at(-1) ?? '').length + 1]
      return {...finding(source, 'Buy'), end, endLine, endColumn}
    })
    const elements = elementsOf(fromHtml(await report(html, [linted(source, findings)])))
    expect(elements.filter(({properties}) => [properties.className].flat().includes('finding'))).toHaveLength(4)
  })

  it('has a headline of every level in order, and every link leads to a place of its own', async () => {
    for (const {files, run} of Object.values(reportCases)) {
      const elements = elementsOf(fromHtml(await report(html, files, {root: '/repo', ...run})))
      const levels = elements.flatMap(({tagName}) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
      const ids = elements.flatMap(({properties}) => (properties.id === undefined ? [] : [String(properties.id)]))
      expect(new Set(ids).size).toBe(ids.length)
      const links = elements.flatMap(({properties}) =>
        String(properties.href ?? '').startsWith('#') ? [String(properties.href).slice(1)] : []
      )
      expect(links.filter((link) => !ids.includes(link))).toEqual([])
    }
  })
})

describe.skipIf(!isInstalled('chromium'))('html in Chromium', {timeout: 60_000}, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coldread-html-'))
  let browser: Chromium
  let samples: LintedFile[]
  beforeAll(async () => {
    browser = await Chromium.open()
    const names = [...filesIn('fixtures/samples'), ...filesIn('fixtures/anatomy').slice(0, 10)]
    samples = await Promise.all(
      names.map(async (name) => {
        const source = read(name)
        return {path: name, absolutePath: `${root}${name}`, source, result: await lint(source, {file: name})}
      })
    )
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  })

  async function show(files: LintedFile[], width = 1280, dark = false): Promise<void> {
    const file = path.join(folder, 'report.html')
    writeFileSync(file, await report(html, files, {root: '/repo'}))
    browser.requests.length = 0
    browser.complaints.length = 0
    await browser.show(pathToFileURL(file).href, width, dark)
  }

  it('marks exactly the words of every exact finding', async () => {
    await show(samples)
    const words = await browser.evaluate<string[][]>(`
      Array.from(document.querySelectorAll('section.draft'), (draft) =>
        Array.from(draft.querySelectorAll('.finding'), (item) =>
          Array.from(draft.querySelectorAll('mark[data-f="' + item.id.split('-f')[1] + '"]'), (mark) => mark.textContent).join('')))`)
    const expected = samples.map(({source, result: {findings}}) =>
      findings.map(({start, end}) => source.slice(start, end).replace(/[\r\n]/g, ''))
    )
    expect(words).toEqual(expected)
    expect(words.flat().length).toBeGreaterThan(30)
  })

  it('shows each draft whole, with right-to-left lines from the right', async () => {
    await show(samples)
    const drafts = await browser.evaluate<string[]>(`
      Array.from(document.querySelectorAll('.source'), (source) =>
        Array.from(source.querySelectorAll('.line'), (line) => line.textContent).join('\\n'))`)
    expect(drafts).toEqual(samples.map(({source}) => source.replaceAll('\r\n', '\n').replace(/\n$/, '')))
    const directions = await browser.evaluate<string[]>(`
      Array.from(document.querySelectorAll('[lang=fa] .line'), (line) => getComputedStyle(line).direction)`)
    expect(new Set(directions)).toEqual(new Set(['ltr', 'rtl']))
  })

  it('asks nothing of any network and has nothing to complain of', async () => {
    await show(Object.values(reportCases).flatMap(({files}) => files))
    expect(await browser.evaluate('document.scripts.length')).toBe(0)
    expect(browser.requests).toEqual([])
    expect(browser.complaints).toEqual([])
  })

  it('would notice a page that runs or loads something', async () => {
    const file = path.join(folder, 'bad.html')
    writeFileSync(file, '<script>console.error(1)</script><img src="file:///nowhere.png">')
    await browser.show(pathToFileURL(file).href, 1280)
    expect(browser.requests).toEqual(['file:///nowhere.png'])
    expect(browser.complaints.length).toBeGreaterThan(0)
  })

  it.each([1280, 400])('is no wider than a screen of %i pixels', async (width) => {
    await show([...samples, ...Object.values(reportCases).flatMap(({files}) => files)], width)
    expect(await browser.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })

  it('hides what a rule found when its box is not ticked, and shows the drafts in either order', async () => {
    await show(samples)
    const visible = (selector: string) =>
      browser.evaluate<number>(
        `Array.from(document.querySelectorAll('${selector}')).filter((each) => each.checkVisibility()).length`
      )
    const [hype, all] = [await visible('.finding[data-rule=subject-hype]'), await visible('.finding')]
    expect(hype).toBeGreaterThan(2)
    await browser.evaluate(`document.querySelector('#show-subject-hype').click()`)
    expect(await visible('.finding')).toBe(all - hype)
    expect(
      await browser.evaluate(`getComputedStyle(document.querySelector('mark[data-rule=subject-hype]')).boxShadow`)
    ).toBe('none')
    await browser.evaluate(`document.querySelector('#show-level-error').click()`)
    expect(await visible('.finding.error')).toBe(0)
    await browser.evaluate(`document.querySelector('#order-count').click()`)
    const counts = await browser.evaluate<number[]>(`
      Array.from(document.querySelectorAll('.draft')).sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((draft) => draft.querySelectorAll('.finding').length)`)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  })

  it.each([false, true])('has contrast enough to be read (dark: %s)', async (dark) => {
    await show(samples, 1280, dark)
    const poor = await browser.evaluate<string[]>(contrastCheck)
    expect(poor).toEqual([])
  })
})

/** Texts whose colour and ground differ by less than 4.5 to 1. https://www.w3.org/TR/WCAG22/#contrast-minimum */
const contrastCheck = readFileSync(new URL('./support/contrast.js', import.meta.url), 'utf8')
